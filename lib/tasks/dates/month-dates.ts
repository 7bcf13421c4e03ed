/** Days by their place in a month or a year: "the 15th", "1 Dec", "12/5", "2026-12-01", "Christmas". */
import { dayOf, firstOfMonth, partsOf, type Day } from "./calendar";
import { isNext, monthWord, ordinalWord } from "./lexicon";
import type { WrittenDate } from "./notation";
import { after, longest, pastThe, wordAt, type DateReading, type Sentence } from "./reading";

/** The next day from `today` on (today too) that has this month and date; 29 February waits for a leap year. */
export const nextAnniversary = (today: Day, month: number, date: number): Day | null => {
  const { year } = partsOf(today);
  for (let ahead = 0; ahead <= 8; ahead++) {
    const day = dayOf(year + ahead, month, date);
    if (day !== null && day >= today) return day;
  }
  return null;
};

/** The next day from `from` on whose date in the month is `date`: "the 31st" skips the months that have none. */
export const nextMonthday = (from: Day, date: number, fits: (day: Day) => boolean): Day | null => {
  for (let ahead = 0; ahead <= 24; ahead++) {
    const { year, month } = partsOf(firstOfMonth(from, ahead));
    const day = dayOf(year, month, date);
    if (day !== null && day >= from && fits(day)) return day;
  }
  return null;
};

/** "the 15th", "15th of next month", "the first". */
export const readOrdinal = (sentence: Sentence, from: number): DateReading | null => {
  const { today } = sentence.clock;
  const at = pastThe(sentence, from);
  const word = wordAt(sentence, at);
  const date = ordinalWord(word);
  if (date === undefined || date < 1 || date > 31) return null;
  // "first" alone says too little; "the first" and "1st" are days.
  if (at === from && !/^\d/.test(word)) return null;
  const monthAt = after(sentence, at + 1, "of") ?? at + 1;
  const which = wordAt(sentence, monthAt);
  if (wordAt(sentence, monthAt + 1) === "month" && (isNext(which) || which === "this")) {
    const { year, month } = partsOf(firstOfMonth(today, isNext(which) ? 1 : 0));
    const day = dayOf(year, month, date);
    return day === null ? null : { end: monthAt + 2, kind: "ordinal", day };
  }
  const day = nextMonthday(today, date, () => true);
  const end = after(sentence, monthAt, "the", "month") ?? at + 1;
  return day === null ? null : { end, kind: "ordinal", day };
};

/** Whether it is worth asking chrono: digits with a separator, or a number next to the name of a month. */
const mayBeWritten = (sentence: Sentence, at: number): boolean => {
  const word = wordAt(sentence, at);
  if (/^\d+(?:st|nd|rd|th)?[-/.\u2013][\da-z]/.test(word)) return true;
  const [head = "", tail] = word.split(/[-/]/);
  if (monthWord(head) !== undefined)
    return tail !== undefined || /^\d|^[a-z-]+$/.test(wordAt(sentence, at + 1));
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

/** A written date as said, which may lack its year. */
export const readWrittenForm = (sentence: Sentence, from: number): WrittenDate | null =>
  mayBeWritten(sentence, from)
    ? (sentence.notation.dateAt(from) ?? readMonthThe(sentence, from))
    : null;

/** "1 Dec", "December 1st 2027", "12/5", "2026-12-01"; without a year, the next one from today. */
export const readWritten = (sentence: Sentence, from: number): DateReading | null => {
  const { today } = sentence.clock;
  const at = pastThe(sentence, from);
  const written = readWrittenForm(sentence, at);
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
export const readHoliday = (sentence: Sentence, from: number): DateReading | null =>
  longest(
    HOLIDAYS.map(([name, month, date]) => {
      const end = after(sentence, from, ...name.split(" "));
      const day = end === null ? null : nextAnniversary(sentence.clock.today, month, date);
      return end === null || day === null ? null : { end, kind: "holiday", day };
    }),
  );
