/** Weeks, weekends, months and years, and their ends: "next week", "this weekend", "end of the month", "eoy". */
import { dayOf, firstOfMonth, lastOfMonth, mondayOf, partsOf, type Day } from "./calendar";
import { isNext, monthWord } from "./lexicon";
import { after, pastThe, wordAt, type DateReading, type Sentence } from "./reading";

/** The week's end is its Friday, as offices mean it; said on a weekend, that Sunday. */
const endOfWeek = (today: Day, weeks: number): Day => {
  const friday = mondayOf(today) + 7 * weeks + 4;
  return friday >= today ? friday : friday + 2;
};

const quarterEnd = (today: Day, quarters: number): Day => {
  const inQuarter = (partsOf(today).month - 1) % 3;
  return lastOfMonth(today, 2 - inQuarter + 3 * quarters);
};

const yearEnd = (today: Day, years: number): Day | null =>
  dayOf(partsOf(today).year + years, 12, 31);

const endOf = (unit: string, today: Day, ahead: number): Day | null => {
  switch (unit) {
    case "week":
      return endOfWeek(today, ahead);
    case "month":
      return lastOfMonth(today, ahead);
    case "quarter":
      return quarterEnd(today, ahead);
    case "year":
      return yearEnd(today, ahead);
    default:
      return null;
  }
};

const startOf = (unit: string, today: Day): Day | null => {
  switch (unit) {
    case "week":
      return mondayOf(today) + 7;
    case "month":
      return firstOfMonth(today, 1);
    case "quarter":
      return quarterEnd(today, 0) + 1;
    case "year":
      return dayOf(partsOf(today).year + 1, 1, 1);
    default:
      return null;
  }
};

const SHORT_ENDS: ReadonlyMap<string, string> = new Map([
  ["eow", "week"],
  ["eom", "month"],
  ["eoq", "quarter"],
  ["eoy", "year"],
]);

const EDGES: ReadonlyMap<string, "start" | "middle" | "end"> = new Map([
  ["start", "start"],
  ["beginning", "start"],
  ["first", "start"],
  ["middle", "middle"],
  ["end", "end"],
  ["last", "end"],
]);

/** The 1st, 15th or last day of a named month: the next one from today. */
const inNamedMonth = (today: Day, edge: string, month: number): Day | null => {
  const { year } = partsOf(today);
  for (const candidate of [year, year + 1]) {
    const first = dayOf(candidate, month, 1);
    if (first === null) return null;
    const day = edge === "end" ? lastOfMonth(first, 0) : edge === "middle" ? first + 14 : first;
    if (day >= today) return day;
  }
  return null;
};

/** "end of the month", "start of next week", "mid January". */
const readEdge = (sentence: Sentence, from: number): DateReading | null => {
  const { today } = sentence.clock;
  const short = SHORT_ENDS.get(wordAt(sentence, from));
  if (short) {
    const day = endOf(short, today, 0);
    return day === null ? null : { end: from + 1, kind: "period", day };
  }

  const at = pastThe(sentence, from);
  const word = wordAt(sentence, at);
  const mid = /^mid-([a-z]+)$/.exec(word)?.[1] ?? (word === "mid" ? wordAt(sentence, at + 1) : "");
  const midMonth = monthWord(mid);
  if (midMonth !== undefined) {
    const day = inNamedMonth(today, "middle", midMonth);
    return day === null ? null : { end: at + (word === "mid" ? 2 : 1), kind: "period", day };
  }

  const edge = EDGES.get(word);
  if (!edge) return null;
  // "the last day of the month", "last of the month"
  const isDay = word === "last" || word === "first";
  const ofAt = isDay && wordAt(sentence, at + 1) === "day" ? at + 2 : at + 1;
  if (wordAt(sentence, ofAt) !== "of") return null;
  const which = wordAt(sentence, ofAt + 1);
  const named = monthWord(which);
  if (named !== undefined) {
    const day = inNamedMonth(today, edge, named);
    return day === null ? null : { end: ofAt + 2, kind: "period", day };
  }
  const next = isNext(which);
  const unitAt = next || which === "the" || which === "this" ? ofAt + 2 : ofAt + 1;
  const unit = wordAt(sentence, unitAt);
  // A week's last day is its Sunday, not its end.
  if (isDay && unit === "week") return null;
  // The start of this month lies behind us: only the next one can be meant, and must be said.
  if (edge === "start" && !next) return null;
  if (edge === "middle" && (unit !== "month" || !next)) return null;
  const day =
    edge === "end"
      ? endOf(unit, today, next ? 1 : 0)
      : edge === "middle"
        ? firstOfMonth(today, 1) + 14
        : startOf(unit, today);
  return day === null ? null : { end: unitAt + 1, kind: "period", day };
};

/**
 * "Next week" is its Monday, "next month" its 1st and "next year" 1 January, as in Todoist
 * (https://todoist.com/help, "Dates and times"). "This weekend" is Saturday, or today once it has begun.
 */
const readWhole = (sentence: Sentence, from: number): DateReading | null => {
  const { today } = sentence.clock;
  const monday = mondayOf(today);
  const at = pastThe(sentence, from);
  const afterNext = after(sentence, at, "week", "after", "next");
  if (afterNext !== null) return { end: afterNext, kind: "period", day: monday + 14 };

  const which = wordAt(sentence, at);
  const next = isNext(which);
  const coming = after(sentence, at, "this", "coming") ?? after(sentence, at, "coming");
  const unitAt = coming ?? (next || which === "this" ? at + 1 : at);
  const unit = wordAt(sentence, unitAt);
  const end = unitAt + 1;
  if (unit === "weekend") {
    const saturday = monday + 5 + (next ? 7 : 0);
    return { end, kind: "period", day: Math.max(saturday, today) };
  }
  if (!next) return null;
  const day = startOf(unit, today);
  return day === null ? null : { end, kind: "period", day };
};

export const readPeriod = (sentence: Sentence, from: number): DateReading | null =>
  readEdge(sentence, from) ?? readWhole(sentence, from);
