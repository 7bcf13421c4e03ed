/** The day of an instant, in words, where the person is. */
import { formatDueShort, today } from "@/lib/tasks/dates-format";

export const dayOf = (instant: string, timeZone: string, now: Date): string => {
  const day = today({ now: new Date(instant), timeZone });
  return formatDueShort({ due_on: day, due_time: null }, { now, timeZone });
};
