/**
 * What chrono-node's own English parsers found, put right or dropped: a refiner, run on every result.
 * Only what chrono is certain of is taken (a day, a month, a year, an hour); what it fills in, merges or moves forward
 * is not. Each correction names what needs it; all of that is in `due-cases.txt`.
 */
import type { ParsingContext, ParsingResult, Refiner } from "chrono-node";
import { dayOf, type Day } from "./calendar";
import { comingWeekday, dateOn, written } from "./day-forms";
import { Said, todayOf } from "./form";
import type { DateReading, Reading, TimeReading } from "./reading";

/** "5:30 p.m.", "17:00", "8 in the morning" */
const clockTime = ({ start }: ParsingResult, text: string): TimeReading | null => {
  const [hour, minute] = [start.get("hour") ?? 24, start.get("minute") ?? 0];
  // "1984", "0am", "24:00", "3 a"
  if (hour > 23 || /^\d{3}|^0+(?::\d\d)?\s*[ap]|\s[ap]$/.test(text)) return null;
  // chrono takes "12 at night" for noon.
  if (/night$/.test(text) && hour === 12) {
    return { slot: "time", minutes: 0, certain: true, bare: false, midnight: true };
  }
  const twelve = /[ap]\.?m?\.?$|morning$|afternoon$|night$/.test(text);
  return {
    slot: "time",
    minutes: hour * 60 + minute,
    certain: twelve || hour > 12 || text.startsWith("0"),
    // "12.30" is a time only after "at".
    bare: !twelve && !/:|clock/.test(text),
  };
};

/** "friday", "next friday", "friday of next week": weeks begin on Monday for chrono too. */
const weekday = ({ start }: ParsingResult, text: string, day: Day, today: Day) => {
  // "this week" counts from today there, and a weekend is in `period-forms.ts`.
  if (/week(?:end|day)?$/.test(text) && !/day (?:of )?next week$/.test(text)) return null;
  if (/^last|^past/.test(text)) return dateOn("past", day);
  // Alone, it is the nearest for chrono, be it past: "friday" on a Friday, "monday" on a Tuesday.
  const alone = /^[a-z]+$/.test(text);
  const number = start.get("weekday") || 7;
  const reading = dateOn("weekday", alone ? comingWeekday(today, number) : day);
  return reading && (alone ? { ...reading, weekday: number } : reading);
};

const ADVERBS: Record<string, Partial<DateReading>> = {
  today: {},
  tomorrow: {},
  overmorrow: {},
  tonight: { part: "night" },
  yesterday: { kind: "past" },
};

/** A written date and how much of `text` says it. */
const calendarDate = (
  { start }: ParsingResult,
  text: string,
  today: Day,
  monthFirst: boolean,
): { reading: DateReading | null; text: string } => {
  // "1 dec 20": people rarely mean 2020, and "1 dec 18 guests" never does.
  const loose = /\s\d{2}$/.exec(text);
  const says = loose && start.isCertain("year") ? text.slice(0, loose.index) : text;
  let [month = 0, date = 0] = [start.get("month") ?? 0, start.get("day") ?? 0];
  // chrono has the month first: "12/5" in Europe, "1.12.2026" anywhere.
  const separator = /^\d{1,2}([/.-])\d/.exec(text)?.[1];
  if (separator && !(monthFirst && separator !== ".") && date <= 12) [month, date] = [date, month];
  const year = start.isCertain("year") && !loose ? start.get("year") : null;
  const kind = /^\d{4}-/.test(text) ? "iso" : separator && year === null ? "slash" : "written";
  return { reading: written(kind, today, { year, month, date }), text: says };
};

/**
 * "26-11-27" begins with its year in some places; "2026-13-01" has no such month, so chrono swaps it; "2027 12 5" and
 * "may, 6" are rarely dates.
 */
const isDoubtful = (text: string): boolean =>
  /^\d{1,2}-\d{1,2}-\d{2}$|^\d{4}\D(?:1[3-9]|[2-9]\d)\D|^\d{4} \d|^[a-z]+ ?,/.test(text);

const readingOf = (
  context: ParsingContext,
  result: ParsingResult,
  text: string,
  monthFirst: boolean,
): { reading: Reading | null; text: string } => {
  const { start } = result;
  const today = todayOf(context);
  const nothing = { reading: null, text };
  const [year, month, date] = [start.get("year"), start.get("month"), start.get("day")];
  const day = dayOf(year ?? 0, month ?? 0, date ?? 0);
  // "1-3 dec", "5-6pm" are two; "in 3 days" and the like is in `span-forms.ts`.
  if (result.end || start.tags().has("result/relativeDate") || isDoubtful(text)) return nothing;
  const adverb = ADVERBS[text];
  if (adverb) {
    const reading = dateOn("adverb", day);
    return { reading: reading && { ...reading, ...adverb }, text };
  }
  if (start.tags().has("parser/ISOFormatParser") && start.isCertain("hour")) {
    const said = dateOn("iso", start.isValidDate() ? day : null);
    const minutes = (start.get("hour") ?? 0) * 60 + (start.get("minute") ?? 0);
    const instant = start.isCertain("timezoneOffset") ? start.date() : undefined;
    return { reading: said && { ...said, minutes, ...(instant && { instant }) }, text };
  }
  if (start.isCertain("day") && start.isCertain("month")) {
    // "now", "last night"
    if (start.isCertain("hour") || text.startsWith("last")) return nothing;
    return calendarDate(result, text, today, monthFirst);
  }
  if (start.isCertain("weekday") && day !== null && !start.isCertain("hour")) {
    return { reading: weekday(result, text, day, today), text };
  }
  const isTime = start.isCertain("hour") && !start.isCertain("day") && /^\d/.test(text);
  return isTime ? { reading: clockTime(result, text), text } : nothing;
};

export const corrections = (monthFirst: boolean): Refiner => ({
  refine: (context, results) =>
    results.filter((result) => {
      if (result.start instanceof Said) return true;
      // chrono takes some prepositions along.
      const lead = /^[\s,(]*(?:(?:on|at|from|in)\b\s*)?/.exec(result.text)?.[0].length ?? 0;
      const core = result.text.slice(lead).replace(/[\s,)]+$/, "");
      const { reading, text } = readingOf(context, result, core, monthFirst);
      if (!reading) return false;
      result.index += lead;
      result.text = text;
      result.start = new Said(context, reading);
      return true;
    }),
});
