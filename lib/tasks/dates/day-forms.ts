/** Days by their weekday or their place in a month, in the forms that chrono-node doesn't read. */
import type { Parser } from "chrono-node";
import { dayOf, firstOfMonth, lastOfMonth, mondayOf, partsOf, type Day } from "./calendar";
import { form } from "./form";
import { MONTH, MONTHS, ORDINAL, ordinal, WEEKDAY, WEEKDAYS } from "./lexicon";
import type { DateKind, DateReading } from "./reading";

export const dateOn = (kind: DateKind, day: Day | null | undefined): DateReading | null =>
  day === null || day === undefined ? null : { slot: "date", kind, day };

const numberOf = (weekday: string | undefined): number => WEEKDAYS.indexOf(weekday ?? "") + 1;

/** The next day after today that is this weekday. */
export const comingWeekday = (today: Day, weekday: number): Day =>
  today + ((weekday - partsOf(today).weekday + 7) % 7 || 7);

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

/**
 * A written date. Without a year it is the next one from today; with a weekday that only this year's has, this year's:
 * "Monday 2 November" said later in that same November.
 */
export const written = (
  kind: DateKind,
  today: Day,
  { year, month, date }: { year: number | null; month: number; date: number },
): DateReading | null => {
  const days =
    year === null
      ? [nextAnniversary(today, month, date), dayOf(partsOf(today).year, month, date)]
      : [dayOf(year, month, date)];
  const reading = dateOn(kind, days[0]);
  const fitting: DateReading["fitting"] = (fits) =>
    days.find((day) => day !== null && fits(day)) ?? null;
  return reading && { ...reading, fitting };
};

const monthday = (date: number, today: Day, month: string | undefined): DateReading | null => {
  if (date < 1 || date > 31) return null;
  if (month === undefined || month === "the") {
    const fitting: DateReading["fitting"] = (fits) => nextMonthday(today, date, fits);
    const reading = dateOn(
      "ordinal",
      fitting(() => true),
    );
    return reading && { ...reading, fitting };
  }
  const first = partsOf(firstOfMonth(today, month === "next" ? 1 : 0));
  const reading = dateOn("ordinal", dayOf(first.year, first.month, date));
  // "Friday the 4th of next month" is that one or none.
  return reading && { ...reading, fitting: (fits) => (fits(reading.day) ? reading.day : null) };
};

/** The nth such weekday of the month that begins at `first`; the fifth of "last" is its last. */
const nthWeekday = (first: Day, nth: number | "last", weekday: number): Day | null => {
  const start = first + ((weekday - partsOf(first).weekday + 7) % 7);
  const end = lastOfMonth(first, 0);
  const day = nth === "last" ? start + 7 * Math.floor((end - start) / 7) : start + 7 * (nth - 1);
  return day <= end ? day : null;
};

const monthsMeant = (today: Day, month: string): (Day | null)[] => {
  if (month === "next month") return [firstOfMonth(today, 1)];
  const named = MONTHS.indexOf(month) + 1;
  return named > 0
    ? [0, 1].map((ahead) => dayOf(partsOf(today).year + ahead, named, 1))
    : [firstOfMonth(today, 0), firstOfMonth(today, 1)];
};

/** Holidays that have the same date everywhere. */
const HOLIDAYS: readonly (readonly [name: string, month: number, date: number])[] = [
  ["(?:christmas|xmas)(?: day)?", 12, 25],
  ["(?:christmas|xmas) eve", 12, 24],
  ["boxing day", 12, 26],
  ["new year'?s eve", 12, 31],
  ["new year'?s day", 1, 1],
  ["valentine'?s day", 2, 14],
  ["halloween", 10, 31],
];

export const DAY_FORMS: readonly Parser[] = [
  form("later (?<day>today|tonight)", ({ day }, today) => {
    const reading = dateOn("adverb", today);
    return reading && day === "tonight" ? { ...reading, part: "night" } : reading;
  }),
  form("(?:the )?day after tomorrow", (_, today) => dateOn("adverb", today + 2)),
  form("(?:the )?day before yesterday", (_, today) => dateOn("past", today - 2)),

  form(`(?:the |this )?(?:coming|upcoming) (?<weekday>${WEEKDAY})`, ({ weekday }, today) =>
    dateOn("weekday", comingWeekday(today, numberOf(weekday))),
  ),
  form(`(?<week>next|this) week,?(?: on)? (?<weekday>${WEEKDAY})`, ({ week, weekday }, today) =>
    dateOn("weekday", mondayOf(today) + (week === "next" ? 7 : 0) + numberOf(weekday) - 1),
  ),
  form(`(?<weekday>${WEEKDAY}) (?:of )?this week`, ({ weekday }, today) =>
    dateOn("weekday", mondayOf(today) + numberOf(weekday) - 1),
  ),
  form(`(?:the )?(?<weekday>${WEEKDAY}) after next`, ({ weekday }, today) =>
    dateOn("weekday", mondayOf(today) + 14 + numberOf(weekday) - 1),
  ),
  // British: the Friday after the next one.
  form(`(?<weekday>${WEEKDAY}) (?<unit>week|fortnight)`, ({ weekday, unit }, today) =>
    dateOn("weekday", comingWeekday(today, numberOf(weekday)) + (unit === "week" ? 7 : 14)),
  ),
  form("(?<day>today|tomorrow) week", ({ day }, today) =>
    dateOn("adverb", today + (day === "today" ? 7 : 8)),
  ),
  form(
    `(?:the )?(?<nth>${ORDINAL}|last) (?<weekday>${WEEKDAY}) (?:of|in) (?:(?:the|this) )?(?<month>${MONTH}|next month|month)`,
    ({ nth = "", weekday, month = "" }, today) => {
      const place = nth === "last" ? nth : ordinal(nth);
      if (place !== "last" && place > 5) return null;
      const days = monthsMeant(today, month).map((first) =>
        first === null ? null : nthWeekday(first, place, numberOf(weekday)),
      );
      return dateOn(
        "period",
        days.find((day) => day !== null && day >= today),
      );
    },
  ),

  form(
    `(?<the>the )?(?<date>${ORDINAL})(?: (?:of )?(?<month>next|this|the) month)?`,
    // "first" alone says too little; "the first" and "1st" are days.
    ({ the, date = "", month }, today) =>
      the || month || /^\d/.test(date) ? monthday(ordinal(date), today, month) : null,
  ),
  form(`(?<month>${MONTH}) the (?<date>${ORDINAL})`, ({ month = "", date = "" }, today) =>
    written("written", today, {
      year: null,
      month: MONTHS.indexOf(month) + 1,
      date: ordinal(date),
    }),
  ),
  ...HOLIDAYS.map(([name, month, date]) =>
    form(name, (_, today) => dateOn("holiday", nextAnniversary(today, month, date))),
  ),
];
