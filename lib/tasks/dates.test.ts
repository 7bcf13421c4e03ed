import { describe, expect, test } from "vitest";
import { findDue, resolveDue } from "./dates";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

const said = (due: { due_on: string; due_time: string | null } | null): string | null =>
  due && [due.due_on, due.due_time].filter((part) => part !== null).join(" ");

describe("resolveDue", () => {
  test.each([
    ["tomorrow", "2026-11-21"],
    ["by friday noon", "2026-11-20 12:00"],
    ["friday", "2026-11-27"],
    ["in 3 days", "2026-11-23"],
    ["2026-12-01T18:30", "2026-12-01 18:30"],
    ["every friday", null],
    ["may", null],
  ])("%s", (words, expected) => {
    expect(said(resolveDue(words, AT))).toBe(expected);
  });
});

describe("findDue", () => {
  test.each([
    ["call the bank tomorrow", "tomorrow", "2026-11-21"],
    ["submit the expense report by friday noon", "by friday noon", "2026-11-20 12:00"],
    ["tomorrow at 5 call mom", "tomorrow at 5", "2026-11-21 17:00"],
  ])("%s", (text, words, expected) => {
    const found = findDue(text, AT);
    expect(found?.words).toBe(words);
    expect(text.slice(found?.start, found?.end)).toBe(words);
    expect(said(found?.due ?? null)).toBe(expected);
  });
});
