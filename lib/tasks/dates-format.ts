/**
 * Due dates in words, and where they stand against today; for the page, receipts and the assistant alike.
 * Browser-safe: Intl only.
 */
import { isoOf, parseIso, partsOf, wallClock, type Day } from "./dates/calendar";

type DateAt = {
  now: Date;
  /** The person's IANA zone. */
  timeZone: string;
  /** By whose clock times of day are written, "18:00" or "6:00 PM"; that of the words where it is not given. */
  timeLocale?: string;
};

/** `due_on` is `YYYY-MM-DD`, `due_time` `HH:MM`, as in the task. */
type DueFields = { due_on: string | null; due_time: string | null };

type DueGroup = "overdue" | "today" | "upcoming" | "none";

const DAY_MS = 86_400_000;

/** Today's date in the person's zone, `YYYY-MM-DD`. */
export const today = ({ now, timeZone }: DateAt): string =>
  isoOf(wallClock(now, timeZone).today) ?? "";

/** Days from one `YYYY-MM-DD` to another, negative when it lies before. */
export const dayDifference = (from: string, to: string): number =>
  (parseIso(to) ?? Number.NaN) - (parseIso(from) ?? Number.NaN);

const formats = new Map<string, Intl.DateTimeFormat>();

/** Shows a day or a time that is given as if it were in UTC, so that it comes out as it went in. */
const show = (at: number, locale: string, options: Intl.DateTimeFormatOptions): string => {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known =
    formats.get(key) ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  formats.set(key, known);
  return known.format(at);
};

const showDay = (day: Day, today: Day, locale: string, length: "long" | "short"): string => {
  const words = show(day * DAY_MS, locale, {
    weekday: length,
    day: "numeric",
    month: length,
    ...(partsOf(day).year === partsOf(today).year ? {} : { year: "numeric" }),
  });
  // British English puts a comma after a short weekday only: "Fri, 27 Nov". We don't.
  return locale.startsWith("en") ? words.replace(/^(\p{L}+), (?=\d)/u, "$1 ") : words;
};

/** A time of day, `HH:MM`, by the clock of a locale. */
export const formatTime = (time: string, locale: string): string => {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return show((hours * 60 + minutes) * 60_000, locale, { timeStyle: "short" });
};

const withTime = (words: string, time: string | null, locale: string): string =>
  time === null ? words : `${words}, ${formatTime(time, locale)}`;

/** "Yesterday", "Today", "Tomorrow", or null for other days. */
const relative = (days: number, locale: string): string | null => {
  if (Math.abs(days) > 1) return null;
  const word = new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(days, "day");
  return word.charAt(0).toLocaleUpperCase(locale) + word.slice(1);
};

/** "Friday 27 November, 18:00"; with the year when it isn't this one. Empty without a date. */
export const formatDueLong = (due: DueFields, at: DateAt, locale = "en-GB"): string => {
  const day = due.due_on === null ? null : parseIso(due.due_on);
  if (day === null) return "";
  const now = wallClock(at.now, at.timeZone).today;
  return withTime(showDay(day, now, locale, "long"), due.due_time, at.timeLocale ?? locale);
};

/** "Today", "Tomorrow, 18:00", "Yesterday", "Fri 27 Nov"; with the year when it isn't this one. */
export const formatDueShort = (due: DueFields, at: DateAt, locale = "en-GB"): string => {
  const day = due.due_on === null ? null : parseIso(due.due_on);
  if (day === null) return "";
  const now = wallClock(at.now, at.timeZone).today;
  const words = relative(day - now, locale) ?? showDay(day, now, locale, "short");
  return withTime(words, due.due_time, at.timeLocale ?? locale);
};

/** Pending and due before today; a time that passed earlier today is still today's (contract: `due=overdue`). */
export const isOverdue = (
  task: { completed: boolean; due_on: string | null },
  at: DateAt,
): boolean => !task.completed && task.due_on !== null && task.due_on < today(at);

/** Where a task belongs in the list. A completed one that was due before today counts as today's: it isn't late. */
export const dueGroup = (
  task: { completed: boolean; due_on: string | null },
  at: DateAt,
): DueGroup => {
  if (task.due_on === null) return "none";
  if (isOverdue(task, at)) return "overdue";
  return task.due_on <= today(at) ? "today" : "upcoming";
};
