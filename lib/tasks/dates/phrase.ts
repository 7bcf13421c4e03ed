/** A whole due phrase, "by Friday at noon": its preposition, date and time, put together and resolved. */
import { isoOf, partsOf, timeOf, type Day } from "./calendar";
import { dateAt } from "./date-at";
import {
  after,
  readingAt,
  wordAt,
  type DateReading,
  type Sentence,
  type TimeReading,
} from "./reading";
import { timeAt } from "./time-at";

/** A day in the calendar (`YYYY-MM-DD`) and a time (`HH:MM`) where one was said, both in the person's own zone. */
export type Due = { due_on: string; due_time: string | null };

export type Phrase = {
  /** Indices of its first word and of the first word after it. */
  start: number;
  end: number;
  /** Index of the first word after the preposition. */
  said: number;
  /** The words before date and time: "", "by", "due on", "no later than". */
  preposition: string;
  date: DateReading | null;
  time: TimeReading | null;
  day: Day;
  due: Due;
};

/** Words after which a lone number is an hour ("no later than 5"). */
const BEFORE_HOUR = new Set(["at", "@", "by", "before", "around", "about", "than"]);
const PREPOSITIONS = new Set("at @ by before around about on for over until till".split(" "));

const readPreposition = (sentence: Sentence, from: number): number => {
  const deadline =
    after(sentence, from, "no", "later", "than") ?? after(sentence, from, "not", "later", "than");
  if (deadline !== null) return deadline;
  const at =
    after(sentence, from, "due") ??
    after(sentence, from, "is", "due") ??
    after(sentence, from, "are", "due") ??
    from;
  const end = PREPOSITIONS.has(wordAt(sentence, at)) ? at + 1 : at;
  const about = wordAt(sentence, end);
  return end > at && (about === "about" || about === "around") ? end + 1 : end;
};

/**
 * An hour without am or pm: 1 to 6 is the afternoon's, 7 to 11 the morning's, 12 noon; "evening", "tonight" and
 * "night" make it the evening's. Null for what nobody can settle ("tonight at 3").
 */
const settleHour = (minutes: number, part: string | undefined): number | "midnight" | null => {
  const hour = Math.floor(minutes / 60);
  const afternoon = minutes + 12 * 60;
  if (hour < 1 || hour > 12) return minutes;
  switch (part) {
    case "morning":
      return hour === 12 ? minutes - 12 * 60 : minutes;
    case "afternoon":
      return hour === 12 ? minutes : afternoon;
    case "evening":
    case "night":
      if (hour === 12) return minutes === 12 * 60 ? "midnight" : null;
      return hour >= 5 ? afternoon : null;
    default:
      return hour <= 6 ? afternoon : minutes;
  }
};

const LAST_MINUTE = 23 * 60 + 59;

/** A date and a time, either of which may be missing, put together; null where they contradict each other. */
export const resolvePhrase = (
  { clock }: Sentence,
  date: DateReading | null,
  time: TimeReading | null,
): { day: Day; due: Due } | null => {
  let day = date?.day ?? clock.today;
  let minutes = date?.minutes ?? time?.minutes ?? null;
  let midnight = time?.midnight ?? false;
  if (time?.today && date && date.day !== clock.today) return null;

  if (time && minutes !== null && !time.certain && date?.kind !== "iso") {
    const settled = settleHour(minutes, time.part ?? date?.part);
    if (settled === null) return null;
    if (settled === "midnight") midnight = true;
    else minutes = settled;
  }
  if (date === null) {
    // A time alone is the next one.
    if (minutes !== null && minutes <= clock.minutes && !time?.today) day += 1;
    if (midnight) [day, minutes] = [clock.today + 1, 0];
  } else if (midnight) {
    // "Friday midnight" ends that Friday: the day that was said stays the day that is shown.
    minutes = LAST_MINUTE;
  } else if (date.part && !time) {
    // "tonight" said at night keeps no time that is already past.
    const begins = 20 * 60;
    minutes = clock.minutes < begins ? begins : null;
  }
  if (date?.weekday === partsOf(clock.today).weekday && minutes !== null && minutes > clock.minutes)
    day = clock.today;

  const due_on = isoOf(day);
  if (due_on === null) return null;
  return { day, due: { due_on, due_time: minutes === null ? null : timeOf(minutes) } };
};

type Core = { end: number; date: DateReading | null; time: TimeReading | null };

/** Prepositions that say something else between a date and its time, or a time and its date. */
const NO_LINK_TO_TIME = new Set(["on", "for", "over", "until", "till"]);
const NO_LINK_TO_DATE = new Set(["at", "@", "around", "about", "until", "till"]);

/** The index after a comma and a preposition. */
const link = (sentence: Sentence, from: number, none: ReadonlySet<string>): number => {
  const at = after(sentence, from, ",") ?? from;
  const end = readPreposition(sentence, at);
  return end > at && none.has(wordAt(sentence, end - 1)) ? at : end;
};

const dateThenTime = (sentence: Sentence, from: number): Core | null => {
  const date = dateAt(sentence, from);
  if (!date) return null;
  const alone = { end: date.end, date, time: null };
  if (date.minutes !== undefined) return alone;
  const at = link(sentence, date.end, NO_LINK_TO_TIME);
  const time = timeAt(sentence, at);
  if (!time) return alone;
  const hour = at > date.end && BEFORE_HOUR.has(wordAt(sentence, at - 1));
  return time.bare && !time.beside && !hour ? alone : { end: time.end, date, time };
};

const timeThenDate = (sentence: Sentence, from: number): Core | null => {
  const time = timeAt(sentence, from);
  if (!time) return null;
  const hour = BEFORE_HOUR.has(wordAt(sentence, from - 1));
  const date = dateAt(sentence, link(sentence, time.end, NO_LINK_TO_DATE));
  const fits = date && date.minutes === undefined && date.kind !== "bare duration";
  // "at 9:15 tomorrow morning"
  const part = fits && !time.part ? readingAt(sentence, "part", date.end) : null;
  if (fits && part && !part.today && (hour || !time.bare || time.beside))
    return { end: part.end, date, time: { ...time, part: part.part } };
  // "8 tonight" is an hour when nothing stands before it; "order 8 tonight" is not.
  if (fits && (hour || !time.bare || time.beside || (date.part && from === 0)))
    return { end: date.end, date, time };
  return time.bare && !hour ? null : { end: time.end, date: null, time };
};

/** The longest due phrase that begins at word `start`, or null. */
export const readPhrase = (sentence: Sentence, start: number): Phrase | null => {
  const from = readPreposition(sentence, start);
  const preposition = sentence.words
    .slice(start, from)
    .map((word) => word.text)
    .join(" ");
  const cores = [dateThenTime(sentence, from), timeThenDate(sentence, from)]
    .filter((core) => core !== null)
    .sort((a, b) => b.end - a.end);
  const core = cores[0];
  const resolved = core ? resolvePhrase(sentence, core.date, core.time) : null;
  return core && resolved ? { start, said: from, preposition, ...core, ...resolved } : null;
};
