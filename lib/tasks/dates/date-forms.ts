/** The ways to name a day: every form tries to read one at a word, the longest reading wins. */
import {
  dayOf,
  firstOfMonth,
  lastOfMonth,
  mondayOf,
  partsOf,
  wallClock,
  type Day,
} from "./calendar";
import { dayWord, isNext, monthWord, ordinalWord, weekdayWord } from "./lexicon";
import { readWrittenDate, type WrittenDate } from "./notation";
import { readPeriod } from "./periods";
import { after, longest, pastThe, wordAt, type DateReading, type Sentence } from "./reading";
import { readDistance } from "./spans";

/** The next day from `today` on (today too) that has this month and date; 29 February waits for a leap year. */
const nextAnniversary = (today: Day, month: number, date: number): Day | null => {
  const { year } = partsOf(today);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = dayOf(year + ahead, month, date);
    if (day !== null && day >= today) return day;
  }
  return null;
};

/** The next day from `from` on whose date in the month is `date`: "the 31st" skips the months that have none. */
const nextMonthday = (from: Day, date: number, fits: (day: Day) => boolean): Day | null => {
  for (let ahead = 0; ahead <= 24; ahead++) {
    const { year, month } = partsOf(firstOfMonth(from, ahead));
    const day = dayOf(year, month, date);
    if (day !== null && day >= from && fits(day)) return day;
  }
  return null;
};

/** today · tomorrow · tonight · the day after tomorrow */
const readDayWord = (sentence: Sentence, from: number): DateReading | null => {
  const { today } = sentence.clock;
  const later =
    after(sentence, from, "later", "today") ?? after(sentence, from, "later", "tonight");
  const word = wordAt(sentence, later === null ? from : from + 1);
  if (word === "tonight" || word === "tonite" || word === "2nite" || word === "2night") {
    return { end: later ?? from + 1, kind: "adverb", day: today, part: "night" };
  }
  if (later !== null) return { end: later, kind: "adverb", day: today };
  const offset = dayWord(word);
  if (offset !== undefined) {
    return { end: from + 1, kind: offset < 0 ? "past" : "adverb", day: today + offset };
  }
  const at = pastThe(sentence, from);
  const step = wordAt(sentence, at + 1);
  const base = wordAt(sentence, at) === "day" ? dayWord(wordAt(sentence, at + 2)) : undefined;
  if (base === 1 && step === "after") return { end: at + 3, kind: "adverb", day: today + 2 };
  if (base === -1 && step === "before") return { end: at + 3, kind: "past", day: today - 2 };
  return null;
};

/** "this", "next", "coming" and "last" before a weekday, and the index after them. */
const readModifier = (sentence: Sentence, from: number): { which: string; end: number } => {
  const at = pastThe(sentence, from);
  const word = wordAt(sentence, at);
  if (word === "coming" || word === "upcoming") return { which: "coming", end: at + 1 };
  if (word === "this") {
    const coming = after(sentence, at, "this", "coming");
    return coming === null ? { which: "this", end: at + 1 } : { which: "coming", end: coming };
  }
  if (isNext(word)) return { which: "next", end: at + 1 };
  if (word === "last") return { which: "last", end: at + 1 };
  return { which: "", end: from };
};

/** The index after "next week" or "of next week", and how many weeks ahead that is. */
const readWeek = (sentence: Sentence, from: number): { weeks: number; end: number } | null => {
  const at = wordAt(sentence, from) === "of" ? from + 1 : from;
  if (wordAt(sentence, at + 1) !== "week") return null;
  const word = wordAt(sentence, at);
  if (isNext(word)) return { weeks: 1, end: at + 2 };
  return word === "this" ? { weeks: 0, end: at + 2 } : null;
};

/**
 * A weekday alone is the next one, never today (as in Things: "a single weekday name will always denote the next",
 * https://culturedcode.com/things/blog/2007/12/natural-language-input-for-due-dates, and in Todoist), unless a time
 * said with it is still ahead today. "This Friday" may be today; "next Friday" is the Friday of next week, weeks
 * beginning on Monday (ISO 8601).
 */
const readWeekday = (sentence: Sentence, from: number): DateReading | null => {
  const { today } = sentence.clock;
  const monday = mondayOf(today);

  // "next week on Friday", "next week Friday"
  const before = readWeek(sentence, from);
  if (before && wordAt(sentence, from) !== "of") {
    const at = after(sentence, before.end, "on") ?? before.end;
    const weekday = weekdayWord(wordAt(sentence, at));
    return weekday === undefined
      ? null
      : { end: at + 1, kind: "weekday", day: monday + 7 * before.weeks + weekday - 1 };
  }

  const { which, end: at } = readModifier(sentence, from);
  const weekday = weekdayWord(wordAt(sentence, at));
  if (weekday === undefined) return null;
  const end = at + 1;
  const ahead = (weekday - partsOf(today).weekday + 7) % 7;
  switch (which) {
    case "this":
      return { end, kind: "weekday", day: today + ahead };
    case "coming":
      return { end, kind: "weekday", day: today + (ahead || 7) };
    case "next":
      return { end, kind: "weekday", day: monday + 7 + weekday - 1 };
    case "last":
      return { end, kind: "past", day: today + ahead - 7 };
  }

  const week = readWeek(sentence, end);
  if (week) return { end: week.end, kind: "weekday", day: monday + 7 * week.weeks + weekday - 1 };
  // "Friday week", the Friday after the next one
  const british = after(sentence, end, "week");
  if (british !== null) return { end: british, kind: "weekday", day: today + (ahead || 7) + 7 };

  return (
    readDatedWeekday(sentence, end, weekday) ?? {
      end,
      kind: "weekday",
      day: today + (ahead || 7),
      todayIfLater: ahead === 0,
    }
  );
};

/**
 * "Friday 27 November", "Fri the 13th": the date must fall on that weekday. Without a year it is the next such date
 * from today, or this year's when only that one fits: "Monday 2 November" said later in that same November.
 */
const readDatedWeekday = (
  sentence: Sentence,
  from: number,
  weekday: number,
): DateReading | null => {
  const { today, monthFirst } = sentence.clock;
  const at = after(sentence, from, ",") ?? from;
  const fits = (day: Day | null): day is Day => day !== null && partsOf(day).weekday === weekday;

  const dateAt = pastThe(sentence, at);
  const written = mayBeWritten(sentence, dateAt)
    ? readWrittenDate(sentence.text, sentence.words, dateAt, monthFirst)
    : null;
  if (written) {
    const { month, date, end } = written;
    const days =
      written.year === null
        ? [nextAnniversary(today, month, date), dayOf(partsOf(today).year, month, date)]
        : [dayOf(written.year, month, date)];
    const day = days.find(fits);
    // A weekday that contradicts its date is a slip that nobody can resolve for the person.
    return day === undefined ? null : { end, kind: "written", day };
  }
  const ordinal = readOrdinal(sentence, at);
  if (!ordinal) return null;
  const day = nextMonthday(today, partsOf(ordinal.day).date, fits);
  return day === null ? null : { end: ordinal.end, kind: "ordinal", day };
};

/** "the 15th", "15th of next month", "the first". */
const readOrdinal = (sentence: Sentence, from: number): DateReading | null => {
  const { today } = sentence.clock;
  const at = pastThe(sentence, from);
  const word = wordAt(sentence, at);
  const date = ordinalWord(word);
  if (date === undefined || date < 1 || date > 31) return null;
  // "first" alone says too little; "the first" and "1st" are days.
  if (at === from && !/^\d/.test(word)) return null;
  const month = after(sentence, at + 1, "of") ?? at + 1;
  if (isNext(wordAt(sentence, month)) && wordAt(sentence, month + 1) === "month") {
    const { year, month: number } = partsOf(firstOfMonth(today, 1));
    const day = dayOf(year, number, date);
    return day === null ? null : { end: month + 2, kind: "ordinal", day };
  }
  const thisMonth =
    after(sentence, month, "this", "month") ?? after(sentence, month, "the", "month");
  const day = nextMonthday(today, date, () => true);
  return day === null ? null : { end: thisMonth ?? at + 1, kind: "ordinal", day };
};

/** "the first Monday of December", "last Friday of the month". */
const readNthWeekday = (sentence: Sentence, from: number): DateReading | null => {
  const { today } = sentence.clock;
  const at = pastThe(sentence, from);
  const last = wordAt(sentence, at) === "last";
  const nth = last ? 5 : ordinalWord(wordAt(sentence, at));
  const weekday = weekdayWord(wordAt(sentence, at + 1));
  const link = wordAt(sentence, at + 2);
  if (nth === undefined || nth > 5 || weekday === undefined) return null;
  if (link !== "of" && link !== "in") return null;

  const inMonth = (first: Day): Day | null => {
    const start = first + ((weekday - partsOf(first).weekday + 7) % 7);
    const end = lastOfMonth(first, 0);
    if (last) return start + 7 * Math.floor((end - start) / 7);
    const day = start + 7 * (nth - 1);
    return day <= end ? day : null;
  };
  const which = wordAt(sentence, at + 3);
  const named = monthWord(which);
  if (named !== undefined) {
    for (let year = partsOf(today).year, tries = 0; tries < 2; tries++) {
      const first = dayOf(year + tries, named, 1);
      const day = first === null ? null : inMonth(first);
      if (day !== null && day >= today) return { end: at + 4, kind: "period", day };
    }
    return null;
  }
  if (wordAt(sentence, at + 4) !== "month") return null;
  const end = at + 5;
  if (isNext(which)) {
    const day = inMonth(firstOfMonth(today, 1));
    return day === null ? null : { end, kind: "period", day };
  }
  if (which !== "the" && which !== "this") return null;
  const days = [inMonth(firstOfMonth(today, 0)), inMonth(firstOfMonth(today, 1))];
  const day = days.find((candidate) => candidate !== null && candidate >= today);
  return day === undefined || day === null ? null : { end, kind: "period", day };
};

/** Whether it is worth asking chrono: digits with a separator, or a number next to the name of a month. */
const mayBeWritten = (sentence: Sentence, at: number): boolean => {
  const word = wordAt(sentence, at);
  if (/^\d+(?:st|nd|rd|th)?[-/.\u2013][\da-z]/.test(word)) return true;
  const [head = "", tail] = word.split(/[-/]/);
  if (monthWord(head) !== undefined)
    return tail !== undefined || /^\d|^[a-z]+$/.test(wordAt(sentence, at + 1));
  if (!/^\d/.test(word) && ordinalWord(word) === undefined) return false;
  const month = wordAt(sentence, at + 1) === "of" ? at + 2 : at + 1;
  return /^\d{1,2}[a-z]{3,9}$/.test(word) || monthWord(wordAt(sentence, month)) !== undefined;
};

/** "December the 1st", which chrono doesn't know. */
const readMonthThe = (sentence: Sentence, from: number): WrittenDate | null => {
  const month = monthWord(wordAt(sentence, from));
  const at = after(sentence, from + 1, "the");
  const date = at === null ? undefined : ordinalWord(wordAt(sentence, at));
  return month === undefined || at === null || date === undefined
    ? null
    : { end: at + 1, year: null, month, date };
};

/** "1 Dec", "December 1st 2027", "12/5", "2026-12-01"; without a year, the next one from today. */
const readWritten = (sentence: Sentence, from: number): DateReading | null => {
  const { today, monthFirst } = sentence.clock;
  const at = pastThe(sentence, from);
  if (!mayBeWritten(sentence, at)) return null;
  const written =
    readWrittenDate(sentence.text, sentence.words, at, monthFirst) ?? readMonthThe(sentence, at);
  if (!written) return null;
  const { year, month, date, end } = written;
  const day = year === null ? nextAnniversary(today, month, date) : dayOf(year, month, date);
  if (day === null) return null;
  const word = wordAt(sentence, at);
  const kind = /^\d{4}-/.test(word)
    ? "iso"
    : year === null && /^\d+[/.-]\d/.test(word)
      ? "slash"
      : "written";
  return { end, kind, day };
};

const STAMP =
  /^(\d{4})-(\d{2})-(\d{2})t([01]\d|2[0-3]):([0-5]\d)(?::\d{2}(?:\.\d{1,9})?)?(z|[+-]\d{2}:?\d{2})?$/;

/** "2026-12-01T18:30"; with an offset it is an instant, and becomes what the person's clock shows then. */
const readStamp = (sentence: Sentence, from: number): DateReading | null => {
  const match = STAMP.exec(wordAt(sentence, from));
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) return null;
  const end = from + 1;
  const minutes = Number(match[4]) * 60 + Number(match[5]);
  const offset = match[6];
  if (offset === undefined) return { end, kind: "iso", day, minutes };
  const sign = offset.startsWith("-") ? -1 : 1;
  const shift =
    offset === "z" ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)));
  const instant = new Date((day * 1440 + minutes - shift) * 60_000);
  const at = wallClock(instant, sentence.clock.timeZone);
  return { end, kind: "iso", day: at.today, minutes: at.minutes };
};

const HOLIDAYS: readonly (readonly [name: string, month: number, date: number])[] = [
  ["christmas", 12, 25],
  ["xmas", 12, 25],
  ["christmas day", 12, 25],
  ["xmas day", 12, 25],
  ["christmas eve", 12, 24],
  ["xmas eve", 12, 24],
  ["boxing day", 12, 26],
  ["new year's eve", 12, 31],
  ["new years eve", 12, 31],
  ["new year's day", 1, 1],
  ["new years day", 1, 1],
  ["valentine's day", 2, 14],
  ["valentines day", 2, 14],
  ["halloween", 10, 31],
];

/** Holidays that have the same date everywhere. */
const readHoliday = (sentence: Sentence, from: number): DateReading | null =>
  longest(
    HOLIDAYS.map(([name, month, date]) => {
      const end = after(sentence, from, ...name.split(" "));
      const day = end === null ? null : nextAnniversary(sentence.clock.today, month, date);
      return end === null || day === null ? null : { end, kind: "holiday", day };
    }),
  );

/** A date without what it may be counted from. */
const readPlainDate = (sentence: Sentence, from: number): DateReading | null =>
  longest([
    readDayWord(sentence, from),
    readWeekday(sentence, from),
    readPeriod(sentence, from),
    readOrdinal(sentence, from),
    readNthWeekday(sentence, from),
    readWritten(sentence, from),
    readStamp(sentence, from),
    readHoliday(sentence, from),
  ]);

/** The longest date that begins at word `from`, or null. */
export const readDate = (sentence: Sentence, from: number): DateReading | null =>
  longest([readPlainDate(sentence, from), readDistance(sentence, from, readPlainDate)]);
