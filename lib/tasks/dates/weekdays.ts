/** Days by their weekday: "Friday", "next Tuesday", "Friday 27 November", "the first Monday of December". */
import { dayOf, firstOfMonth, lastOfMonth, mondayOf, partsOf, type Day } from "./calendar";
import { isNext, monthWord, ordinalWord, weekdayWord } from "./lexicon";
import { nextAnniversary, nextMonthday, readOrdinal, readWrittenForm } from "./month-dates";
import { after, pastThe, wordAt, type DateReading, type Sentence } from "./reading";

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
  return { which: "", end: at };
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
export const readWeekday = (sentence: Sentence, from: number): DateReading | null => {
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
  const afterNext = after(sentence, end, "after", "next");
  if (afterNext !== null) {
    return { end: afterNext, kind: "weekday", day: monday + 14 + weekday - 1 };
  }
  // "the Friday" is said of one that was spoken of before.
  if (wordAt(sentence, from) === "the") return null;
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
  const { today } = sentence.clock;
  const at = after(sentence, from, ",") ?? from;
  const fits = (day: Day | null): day is Day => day !== null && partsOf(day).weekday === weekday;

  const dateAt = pastThe(sentence, at);
  const written = readWrittenForm(sentence, dateAt);
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
  // "Friday the 4th of next month" is that one or none.
  const bound = wordAt(sentence, ordinal.end - 1) === "month";
  const day = bound
    ? [ordinal.day].find(fits)
    : nextMonthday(today, partsOf(ordinal.day).date, fits);
  return day === undefined || day === null ? null : { end: ordinal.end, kind: "ordinal", day };
};

/** "the first Monday of December", "last Friday of the month". */
export const readNthWeekday = (sentence: Sentence, from: number): DateReading | null => {
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
  const soonest = (months: Day[], end: number): DateReading | null => {
    const days = months.map(inMonth).filter((day) => day !== null && day >= today);
    const day = days[0];
    return day === undefined || day === null ? null : { end, kind: "period", day };
  };
  const which = wordAt(sentence, at + 3);
  const named = monthWord(which);
  if (named !== undefined) {
    const months = [0, 1].map((ahead) => dayOf(partsOf(today).year + ahead, named, 1));
    return soonest(
      months.filter((month) => month !== null),
      at + 4,
    );
  }
  if (wordAt(sentence, at + 4) !== "month") return null;
  if (isNext(which)) return soonest([firstOfMonth(today, 1)], at + 5);
  if (which !== "the" && which !== "this") return null;
  return soonest([firstOfMonth(today, 0), firstOfMonth(today, 1)], at + 5);
};
