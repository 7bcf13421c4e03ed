/** Dates at a distance: "in 3 days", "two weeks from tomorrow", "a week on Friday", "3 days ago". */
import { addMonths, partsOf, wallClock, type Day } from "./calendar";
import { dayWord, numberWord, unitWord, type Unit } from "./lexicon";
import { after, wordAt, type DateReading, type Sentence } from "./reading";

type Span = { end: number; months: number; days: number; workdays: number; minutes: number };

const NOTHING = { months: 0, days: 0, workdays: 0, minutes: 0 };

const ofUnit = (count: number, unit: Unit): Omit<Span, "end"> => {
  switch (unit) {
    case "minute":
      return { ...NOTHING, minutes: count };
    case "hour":
      return { ...NOTHING, minutes: count * 60 };
    case "day":
      return { ...NOTHING, days: count };
    case "week":
      return { ...NOTHING, days: count * 7 };
    case "fortnight":
      return { ...NOTHING, days: count * 14 };
    case "month":
      return { ...NOTHING, months: count };
    case "year":
      return { ...NOTHING, months: count * 12 };
  }
};

/** "3 days", "a couple of weeks", "2h", "half an hour", "3 working days". */
const readPiece = (sentence: Sentence, from: number): Span | null => {
  const first = wordAt(sentence, from);
  const half = after(sentence, from, "half", "an", "hour") ?? after(sentence, from, "half", "hour");
  if (half !== null) return { ...NOTHING, minutes: 30, end: half };
  const quarter = after(sentence, from, "a", "quarter", "of", "an", "hour");
  if (quarter !== null) return { ...NOTHING, minutes: 15, end: quarter };

  const joined = /^(\d{1,4})([a-z]+)(\d{2})?$/.exec(first);
  // Written to a number, "m" is minutes; months are written out.
  const joinedUnit = joined && (joined[2] === "m" ? "minute" : unitWord(joined[2] ?? ""));
  if (joinedUnit && !(joined[3] && joinedUnit !== "hour")) {
    const span = ofUnit(Number(joined[1]), joinedUnit);
    return { ...span, minutes: span.minutes + Number(joined[3] ?? 0), end: from + 1 };
  }

  const couple = after(sentence, from, "a", "couple", "of") ?? after(sentence, from, "a", "couple");
  const count = couple === null ? numberWord(first) : 2;
  const halves = /^\d{1,3}\.5$/.test(first) ? Number(first) : undefined;
  const at = couple ?? from + 1;
  const word = wordAt(sentence, at);
  if (halves !== undefined && unitWord(word) === "hour") {
    return { ...NOTHING, minutes: halves * 60, end: at + 1 };
  }
  if (count === undefined) return null;
  if (word === "business" || word === "working") {
    return unitWord(wordAt(sentence, at + 1)) === "day"
      ? { ...NOTHING, workdays: count, end: at + 2 }
      : null;
  }
  // "in two weeks' time"
  const unit = unitWord(word.replace(/'s?$/, ""));
  if (!unit) return null;
  if (unit === "hour") {
    const end = after(sentence, at + 1, "and", "a", "half");
    if (end !== null) return { ...NOTHING, minutes: count * 60 + 30, end };
  }
  return { ...ofUnit(count, unit), end: at + 1 };
};

const MOST_PIECES = 4;

/** "1 day, 2 hours and 30 minutes". */
const readSpan = (sentence: Sentence, from: number): Span | null => {
  let span = readPiece(sentence, from);
  for (let pieces = 1; span && pieces < MOST_PIECES; pieces++) {
    const link = wordAt(sentence, span.end);
    const next = readPiece(sentence, link === "and" || link === "," ? span.end + 1 : span.end);
    if (!next) break;
    span = {
      end: next.end,
      months: span.months + next.months,
      days: span.days + next.days,
      workdays: span.workdays + next.workdays,
      minutes: span.minutes + next.minutes,
    };
  }
  return span;
};

const addWorkdays = (day: Day, count: number): Day => {
  let at = day;
  for (let left = Math.min(count, 2000); left > 0;) {
    at++;
    if (partsOf(at).weekday <= 5) left--;
  }
  return at;
};

const shift = (day: Day, span: Span, sign: 1 | -1): Day =>
  addWorkdays(addMonths(day, sign * span.months) + sign * span.days, span.workdays);

/**
 * Hours and minutes are counted in real time, so that two hours are two hours when the clocks change;
 * days, weeks and months are counted in the calendar.
 */
const fromNow = (
  sentence: Sentence,
  span: Span,
  end: number,
  kind: DateReading["kind"],
): DateReading => {
  const { clock } = sentence;
  if (span.minutes === 0) return { end, kind, day: shift(clock.today, span, 1) };
  const at = wallClock(new Date(clock.now.getTime() + span.minutes * 60_000), clock.timeZone);
  return { end, kind, day: shift(at.today, span, 1), minutes: at.minutes };
};

/** `readBase` reads the date that a span is counted from ("a week from Friday"). */
export const readDistance = (
  sentence: Sentence,
  from: number,
  readBase: (sentence: Sentence, from: number) => DateReading | null,
): DateReading | null => {
  const prefix = wordAt(sentence, from);
  if (prefix === "in" || prefix === "within") {
    // "within the next two weeks"
    const span = readSpan(sentence, after(sentence, from + 1, "the", "next") ?? from + 1);
    if (!span) return null;
    return fromNow(sentence, span, after(sentence, span.end, "time") ?? span.end, "duration");
  }
  const span =
    readSpan(sentence, from) ??
    // "week from Friday"
    (unitWord(prefix) === "week" ? { ...ofUnit(1, "week"), end: from + 1 } : null);
  if (!span) return null;
  const link = wordAt(sentence, span.end);
  if (link === "ago") {
    if (span.minutes > 0 || span.workdays > 0) return null;
    return { end: span.end + 1, kind: "past", day: shift(sentence.clock.today, span, -1) };
  }
  if (link === "from" || link === "on") {
    if (link === "from" && wordAt(sentence, span.end + 1) === "now") {
      return fromNow(sentence, span, span.end + 2, "duration");
    }
    const base = readBase(sentence, span.end + 1);
    if (!base || base.minutes !== undefined || span.minutes > 0) return null;
    return { end: base.end, kind: "duration", day: shift(base.day, span, 1) };
  }
  // "a week today", "three weeks tomorrow"
  const base = span.minutes === 0 && span.months === 0 && span.days % 7 === 0 && dayWord(link);
  if (typeof base === "number" && base >= 0) {
    const day = shift(sentence.clock.today + base, span, 1);
    return { end: span.end + 1, kind: "duration", day };
  }
  // "18h" alone may be an hour of the day or a number of hours, "5m" an amount.
  return span.end > from + 1 || /^\d+(?:[dw]|hr|min)/.test(prefix)
    ? fromNow(sentence, span, span.end, "bare duration")
    : null;
};
