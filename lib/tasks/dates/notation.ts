/**
 * Absolute notations, read by chrono-node: "1 Dec", "December 1st, 2027", "12/5", "2026-12-01", "5:30 p.m.".
 * Only what chrono is certain of is taken (a day, a month, a year, an hour, a minute); what it would fill in,
 * merge or move forward is not, because it does so by the server's own clock. `Chrono` runs without refiners
 * for that reason, and against a constant reference.
 */
import { en } from "chrono-node";
import type { Word } from "./words";

export type WrittenDate = { end: number; year: number | null; month: number; date: number };
export type WrittenTime = {
  end: number;
  minutes: number;
  /** Said with am or pm, or on the 24-hour clock. */
  certain: boolean;
  /** With a colon, am, pm or "o'clock": a time wherever it stands. "12.30" is one only after "at". */
  explicit: boolean;
};

/** The absolute notations of one sentence, by the index of their first word; each place is read once. */
export type Notation = {
  /** A calendar date; the longest reading, or null. */
  dateAt(index: number): WrittenDate | null;
  /** A clock time without its "at", or null. */
  timeAt(index: number): WrittenTime | null;
};

const reader = (strict: boolean, dayFirst: boolean) =>
  new en.Chrono({
    parsers: en.configuration.createConfiguration(strict, dayFirst).parsers,
    refiners: [],
  });

const DAY_FIRST = reader(true, true);
const MONTH_FIRST = reader(true, false);
/** Only this one takes "at 6" for a time. */
const TIMES = reader(false, true);

/** A leap year, so that 29 February is there. */
const REFERENCE = { instant: new Date("2024-07-01T12:00:00Z"), timezone: 0 };

/** "1st of December, 2027" */
const DATE_WINDOW = 5;
const TIME_WINDOW = 4;

/** The index after the word that ends at `offset`, or null when that is inside a word. */
const wordAfter = (words: readonly Word[], from: number, offset: number): number | null => {
  for (let index = from; index < words.length; index++) {
    const end = words[index]?.end ?? 0;
    if (end === offset) return index + 1;
    if (end > offset) return null;
  }
  return null;
};

const windowAt = (text: string, words: readonly Word[], from: number, size: number): string => {
  const last = words[Math.min(from + size, words.length) - 1];
  return text.slice(words[from]?.start ?? 0, last?.end ?? 0);
};

/** A calendar date that begins at word `from`; the longest reading, or null. */
const readWrittenDate = (
  text: string,
  words: readonly Word[],
  from: number,
  monthFirst: boolean,
): WrittenDate | null => {
  const start = words[from]?.start ?? 0;
  const first = words[from]?.text ?? "";
  // "26-11-27" begins with its year in some places and with its day in others.
  if (/^\d{1,2}-\d{1,2}-\d{2}$/.test(first)) return null;
  // Reading the day first, chrono takes "March 10" for a month of 2010; with dots the day is first everywhere.
  const monthLeads = /^[a-z]/.test(first) || (monthFirst && !/^\d+\./.test(first));
  const chrono = monthLeads ? MONTH_FIRST : DAY_FIRST;
  let best: WrittenDate | null = null;
  for (const result of chrono.parse(windowAt(text, words, from, DATE_WINDOW), REFERENCE)) {
    const { start: said } = result;
    if (result.index !== 0 || result.tags().has("result/relativeDate")) continue;
    if (!said.isCertain("day") || !said.isCertain("month") || said.isCertain("hour")) continue;
    const written = result.text.trimEnd();
    // "1-3 Dec" is two dates.
    if (result.end) return null;
    // "1 Dec 20": people rarely mean 2020, and "1 Dec 18 guests" never does.
    const loose = /\s\d{2}$/.exec(written);
    const year = said.isCertain("year") && !loose ? said.get("year") : null;
    const text = loose && said.isCertain("year") ? written.slice(0, loose.index) : written;
    const end = wordAfter(words, from, start + text.length);
    const [month, date] = [said.get("month"), said.get("day")];
    if (end === null || month === null || date === null) continue;
    if (best === null || end > best.end) best = { end, year, month, date };
  }
  return best;
};

const AT = "at ";
const CLOCK = /^\d{1,2}(?:[:.]\d{2}){0,2}(?:[ap]\.?m?\.?)?(?:[-–].*)?$/;
/** What may make more of a lone number than an hour: a half of the day, or the end of a range. */
const GOES_ON = /^(?:[ap]\.?m?\.?|o'?clock|in|at|to|until|through|till|[-–~].*)$/;

/** A clock time that begins at word `from` (without its "at"), or null. */
const readWrittenTime = (
  text: string,
  words: readonly Word[],
  from: number,
): WrittenTime | null => {
  const first = words[from]?.text ?? "";
  const european = /^(\d{1,2})h(\d{2})?$/.exec(first);
  if (european) {
    const minutes = Number(european[1]) * 60 + Number(european[2] ?? 0);
    const real = minutes < 24 * 60 && Number(european[2] ?? 0) < 60;
    return real ? { end: from + 1, minutes, certain: true, explicit: false } : null;
  }
  if (!CLOCK.test(first)) return null;
  if (/^\d{1,2}$/.test(first) && !GOES_ON.test(words[from + 1]?.text ?? "")) {
    const hour = Number(first);
    const certain = hour > 12 || first.startsWith("0");
    return hour > 23 ? null : { end: from + 1, minutes: hour * 60, certain, explicit: false };
  }
  const start = words[from]?.start ?? 0;
  // chrono takes a lone "6" for a time only after "at"; whether it is one is for the caller to judge.
  const window = AT + windowAt(text, words, from, TIME_WINDOW);
  let best: WrittenTime | null = null;
  for (const result of TIMES.parse(window, REFERENCE)) {
    const { start: said } = result;
    if (result.index !== 0 || said.isCertain("day") || !said.isCertain("hour")) continue;
    // "5-6pm" is two times.
    if (result.end) return null;
    const written = result.text.slice(AT.length);
    const end = wordAfter(words, from, start + written.length);
    const hour = said.get("hour");
    if (end === null || hour === null || hour > 23) continue;
    // "0am" is no time.
    if (/^0+(?::\d\d)?\s*[ap]/i.test(written)) continue;
    const twelve = /[ap]\.?m?\.?$|morning$|afternoon$|night$/i.test(written);
    const reading = {
      end,
      minutes: hour * 60 + (said.get("minute") ?? 0),
      certain: twelve || hour > 12 || /^0/.test(written),
      explicit: twelve || /:|clock/i.test(written),
    };
    if (best === null || end > best.end) best = reading;
  }
  return best;
};

const once = <Result>(read: (index: number) => Result): ((index: number) => Result) => {
  const known = new Map<number, Result>();
  return (index) => {
    const before = known.get(index);
    if (before !== undefined) return before;
    const result = read(index);
    known.set(index, result);
    return result;
  };
};

export const notationOf = (
  text: string,
  words: readonly Word[],
  monthFirst: boolean,
): Notation => ({
  dateAt: once((index) => readWrittenDate(text, words, index, monthFirst)),
  timeAt: once((index) => readWrittenTime(text, words, index)),
});
