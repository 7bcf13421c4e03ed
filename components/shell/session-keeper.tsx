"use client";
/**
 * Quiet chores of an open page: tells the server the browser's time zone when it knows none yet, and asks for the
 * session once a day, so that somebody who keeps using Errand is never signed out.
 */
import { useRouter } from "next/navigation";
import { useEffect, useRef } from "react";
import { api } from "@/components/api";

const CHECKED_KEY = "errand.session-checked";
const DAY_MS = 24 * 60 * 60 * 1000;

const touchSession = () => {
  const now = Date.now();
  if (now - Number(localStorage.getItem(CHECKED_KEY)) < DAY_MS) return;
  localStorage.setItem(CHECKED_KEY, String(now));
  // Nobody waits for it; a failure shows itself at the next thing the person does.
  void fetch("/api/auth/session").catch(() => localStorage.removeItem(CHECKED_KEY));
};

export const SessionKeeper = ({ timeZoneKnown }: { timeZoneKnown: boolean }) => {
  const router = useRouter();
  const told = useRef(false);

  useEffect(() => {
    if (timeZoneKnown || told.current) return;
    told.current = true;
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    api("/api/me", { method: "PATCH", body: { time_zone: timeZone } }).then(
      () => router.refresh(),
      // Until a visit on which it works, days are those of the default zone.
      () => undefined,
    );
  }, [timeZoneKnown, router]);

  useEffect(() => {
    touchSession();
    document.addEventListener("visibilitychange", touchSession);
    return () => document.removeEventListener("visibilitychange", touchSession);
  }, []);

  return null;
};
