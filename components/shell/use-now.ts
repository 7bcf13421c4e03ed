"use client";
/** The time, to the minute, for what changes with the day. */
import { useEffect, useState } from "react";

const MINUTE_MS = 60_000;

/** `renderedAt` until the page has come alive, so that server and browser render the same; then the clock. */
export const useNow = (renderedAt: string): Date => {
  const [now, setNow] = useState(() => new Date(renderedAt));
  useEffect(() => {
    const timer = setInterval(() => setNow(new Date()), MINUTE_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
};
