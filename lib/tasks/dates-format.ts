/**
 * Due dates in words, and where they stand against today; for the page, receipts and the assistant alike.
 * Browser-safe: Intl only.
 */
import { parseIso, partsOf, isoOf, wallClock } from "./dates/calendar";

export type DateAt = {
  now: Date;
  /** The person's IANA zone. */
  timeZone: string;
};

/** `due_on` is `YYYY-MM-DD`, `due_time` `HH:MM`, as in the task. */
export type DueFields = { due_on: string | null; due_time: string | null };

export type DueGroup = "overdue" | "today" | "upcoming" | "none";

const DAY_MS = 86_400_000;

/** Today's date in the person's zone, `YYYY-MM-DD`. */
export const today = ({ now, timeZone }: DateAt): string =>
  isoOf(wallClock(now, timeZone).today) ?? "";

/** Days from one `YYYY-MM-DD` to another, negative when it lies before. */
export const dayDifference = (from: string, to: string): number =>
  (parseIso(to) ?? Number.NaN) - (parseIso(from) ?? Number.NaN);

const formats = new Map<string, Intl.DateTimeFormat>();

const format = (
  day: number,
  locale: string,
  options: Intl.DateTimeFormatOptions & { weekday: "long" | "short" },
): string => {
  const key = `${locale} ${options.weekday} ${options.year ?? ""}`;
  const known = formats.get(key);
  // The day is a UTC midnight only here, to be shown as the same day again.
  const made = known ?? new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  if (!known) formats.set(key, made);
  return made.format(day * DAY_MS).replace(/^(\p{L}+\.?), /u, "$1 ");
};

const withTime = (words: string, time: string | null): string =>
  time === null ? words : `${words}, ${time}`;

const relative = (difference: number): string | null => {
  switch (difference) {
    case -1:
      return "Yesterday";
    case 0:
      return "Today";
    case 1:
      return "Tomorrow";
    default:
      return null;
  }
};

/** "Friday 27 November, 18:00"; with the year when it isn't this one. Empty without a date. */
export const formatDueLong = (due: DueFields, at: DateAt, locale = "en-GB"): string => {
  const day = due.due_on === null ? null : parseIso(due.due_on);
  if (day === null) return "";
  const year = partsOf(day).year !== partsOf(wallClock(at.now, at.timeZone).today).year;
  const words = format(day, locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    ...(year ? { year: "numeric" } : {}),
  });
  return withTime(words, due.due_time);
};

/** "Today", "Tomorrow, 18:00", "Yesterday", "Fri 27 Nov"; with the year when it isn't this one. */
export const formatDueShort = (due: DueFields, at: DateAt, locale = "en-GB"): string => {
  const day = due.due_on === null ? null : parseIso(due.due_on);
  if (day === null) return "";
  const now = wallClock(at.now, at.timeZone).today;
  const year = partsOf(day).year !== partsOf(now).year;
  const words =
    relative(day - now) ??
    format(day, locale, {
      weekday: "short",
      day: "numeric",
      month: "short",
      ...(year ? { year: "numeric" } : {}),
    });
  return withTime(words, due.due_time);
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
