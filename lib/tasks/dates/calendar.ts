/**
 * The calendar as plain numbers: a `Day` counts from 1 January 1970, without a zone.
 * All date arithmetic happens here, so that no zone, and no change of the clocks, can move a date.
 * Pure and browser-safe; used by the date grammar and by `dates-format.ts`.
 */

/** Days since 1970-01-01; negative before it. */
export type Day = number;

type DayParts = {
  year: number;
  /** 1–12. */
  month: number;
  /** 1–31. */
  date: number;
  /** ISO: Monday is 1, Sunday 7. */
  weekday: number;
};

/** What the clock on a person's wall shows. */
export type WallClock = {
  today: Day;
  /** Minutes since the day began by that clock, 0–1439. */
  minutes: number;
};

const DAY_MS = 86_400_000;
const FIRST_YEAR = 1000;
const LAST_YEAR = 9999;

/** The day, or null where the calendar has none (31 November) or the year isn't of four digits. */
export const dayOf = (year: number, month: number, date: number): Day | null => {
  if (year < FIRST_YEAR || year > LAST_YEAR) return null;
  const day = Date.UTC(year, month - 1, date) / DAY_MS;
  const parts = partsOf(day);
  return parts.month === month && parts.date === date ? day : null;
};

export const partsOf = (day: Day): DayParts => {
  const at = new Date(day * DAY_MS);
  return {
    year: at.getUTCFullYear(),
    month: at.getUTCMonth() + 1,
    date: at.getUTCDate(),
    weekday: at.getUTCDay() || 7,
  };
};

/** `YYYY-MM-DD`, or null outside the years 1000 to 9999. */
export const isoOf = (day: Day): string | null => {
  const at = new Date(day * DAY_MS);
  const year = at.getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR ? at.toISOString().slice(0, 10) : null;
};

/** The day that `YYYY-MM-DD` names, or null. */
export const parseIso = (iso: string): Day | null => {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return match ? dayOf(Number(match[1]), Number(match[2]), Number(match[3])) : null;
};

/** `HH:MM` for minutes since midnight. */
export const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${String(minutes % 60).padStart(2, "0")}`;

/** The Monday of the day's week. */
export const mondayOf = (day: Day): Day => day - partsOf(day).weekday + 1;

/** The first day of the month that lies `months` after the day's own. */
export const firstOfMonth = (day: Day, months: number): Day => {
  const { year, month } = partsOf(day);
  return Date.UTC(year, month - 1 + months, 1) / DAY_MS;
};

export const lastOfMonth = (day: Day, months: number): Day => firstOfMonth(day, months + 1) - 1;

/** The same date `months` later; the last of the month where that one is shorter (31 January + 1 = 28 February). */
export const addMonths = (day: Day, months: number): Day =>
  Math.min(firstOfMonth(day, months) + partsOf(day).date - 1, lastOfMonth(day, months));

const clocks = new Map<string, Intl.DateTimeFormat>();

const clockIn = (timeZone: string): Intl.DateTimeFormat => {
  const known = clocks.get(timeZone);
  if (known) return known;
  const clock = new Intl.DateTimeFormat("en-US", {
    timeZone,
    calendar: "gregory",
    numberingSystem: "latn",
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
  });
  // Spellings of zone names differ in case: the cache must not grow with them.
  if (clocks.size > 500) clocks.clear();
  clocks.set(timeZone, clock);
  return clock;
};

/** What the clock was last read as: a sentence is read in many ways at the one instant of its turn. */
let latest: { instant: number; timeZone: string; clock: WallClock } | undefined;

/** The wall clock in an IANA zone at an instant. Throws a RangeError when the zone is unknown. */
export const wallClock = (instant: Date, timeZone: string): WallClock => {
  if (latest?.instant !== instant.getTime() || latest.timeZone !== timeZone)
    latest = { instant: instant.getTime(), timeZone, clock: readClock(instant, timeZone) };
  return latest.clock;
};

const readClock = (instant: Date, timeZone: string): WallClock => {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {};
  for (const { type, value } of clockIn(timeZone).formatToParts(instant)) {
    parts[type] = Number(value);
  }
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0 } = parts;
  return { today: Date.UTC(year, month - 1, day) / DAY_MS, minutes: hour * 60 + minute };
};
