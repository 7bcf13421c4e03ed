"use client";
/** When something was said, in the reader's own way of writing it; seen on hover and focus of its message. */
import { useSyncExternalStore } from "react";

const nothing = () => () => undefined;

/** Today just the time; before, the day as well. */
const timeOf = (at: Date, now: Date, timeZone: string): string => {
  const day = (date: Date) => date.toLocaleDateString("en-CA", { timeZone });
  const isToday = day(at) === day(now);
  const time = at.toLocaleTimeString(undefined, { timeZone, timeStyle: "short" });
  if (isToday) return time;
  const words = { weekday: "short", day: "numeric", month: "short" } as const;
  return `${at.toLocaleDateString(undefined, { timeZone, ...words })}, ${time}`;
};

export const MessageTime = ({ at, timeZone }: { at: string; timeZone: string }) => {
  // The server does not know the reader's locale, so the words are made in the browser.
  const words = useSyncExternalStore(
    nothing,
    () => timeOf(new Date(at), new Date(), timeZone),
    () => "",
  );
  return (
    <time
      dateTime={at}
      className="text-12 text-ink-soft tabular-nums opacity-0 transition-opacity group-focus-within/message:opacity-100 group-hover/message:opacity-100 pointer-coarse:opacity-100"
    >
      {words}
    </time>
  );
};
