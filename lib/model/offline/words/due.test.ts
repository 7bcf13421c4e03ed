import { expect, test } from "vitest";
import { findDay, isTimeOnly, mergedDue, rangeOf, shifted, wholeDue } from "./due";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
const TASK = { due_on: "2026-12-03", due_time: "15:00" };

test("a date is the whole of its words, or none", () => {
  expect(wholeDue("to thursday", AT)).toBe("thursday");
  expect(wholeDue("thursday with Tom", AT)).toBeNull();
});

test("what isn't said of a date stays as it was", () => {
  expect(isTimeOnly("4pm", AT)).toBe(true);
  expect(isTimeOnly("tomorrow at 4pm", AT)).toBe(false);
  expect(mergedDue("4pm", TASK, AT)).toBe("2026-12-03 16:00");
  expect(mergedDue("tomorrow", TASK, AT)).toBe("2026-11-21 15:00");
  expect(mergedDue("tomorrow at noon", TASK, AT)).toBe("tomorrow at noon");
  expect(mergedDue("tomorrow", {}, AT)).toBe("tomorrow");
});

test("a shift counts from the task's own date, or from today", () => {
  expect(shifted(TASK, { count: 7, unit: "day" }, AT)).toBe("2026-12-10 15:00");
  expect(shifted({}, { count: 2, unit: "day" }, AT)).toBe("2026-11-22");
  expect(shifted(TASK, { count: 600, unit: "minute" }, AT)).toBe("2026-12-04 01:00");
  expect(shifted(TASK, { count: -90, unit: "minute" }, AT)).toBe("2026-12-03 13:30");
  expect(shifted({ due_on: "2026-12-03" }, { count: 60, unit: "minute" }, AT)).toBeNull();
  expect(shifted({ due_on: "2027-01-31" }, { count: 1, unit: "month" }, AT)).toBe("2027-02-28");
});

test.each([
  ["today", "2026-11-20", "2026-11-20"],
  ["this week", "2026-11-20", "2026-11-26"],
  ["next week", "2026-11-23", "2026-11-29"],
  ["this weekend", "2026-11-21", "2026-11-22"],
  ["before monday", null, "2026-11-22"],
  ["after monday", "2026-11-24", null],
])("%s", (words, from, to) => {
  expect(rangeOf(words, AT)).toMatchObject({ from, to });
});

test("words that are no date are no range", () => {
  expect(rangeOf("the", AT)).toBeNull();
  expect(rangeOf("the list", AT)).toBeNull();
});

test("a weekend is no day, not even on its Sunday", () => {
  const sunday = { now: new Date("2026-11-29T10:00:00Z"), timeZone: "Europe/Berlin" };
  expect(findDay("Weekend", AT)).toBeUndefined();
  expect(findDay("Weekend", sunday)).toBeUndefined();
  expect(findDay("Tuesday", sunday)).toBe("2026-12-01");
});
