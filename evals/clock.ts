/**
 * The calendar of the evaluation, by Intl alone: it must not share a mistake with the code that it judges.
 */
const format = (now: Date, timeZone: string, options: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat("en-CA", { timeZone, ...options }).format(now);

/** `YYYY-MM-DD` in the zone. */
export const todayIn = (now: Date, timeZone: string): string =>
  format(now, timeZone, { year: "numeric", month: "2-digit", day: "2-digit" });

/** 0–23 in the zone. */
export const hourIn = (now: Date, timeZone: string): number =>
  Number(format(now, timeZone, { hour: "2-digit", hourCycle: "h23" }));

export const addMinutes = (date: Date, minutes: number): Date =>
  new Date(date.getTime() + minutes * 60_000);
