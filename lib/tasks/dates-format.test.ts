import { describe, expect, test } from "vitest";
import {
  dayDifference,
  dueGroup,
  formatDueLong,
  formatDueShort,
  isOverdue,
  today,
} from "./dates-format";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
const on = (due_on: string, due_time: string | null = null) => ({ due_on, due_time });

describe("today", () => {
  test.each([
    ["2026-11-20T10:00:00Z", "Europe/Berlin", "2026-11-20"],
    ["2026-11-20T22:59:59Z", "Europe/Berlin", "2026-11-20"],
    ["2026-11-20T23:00:00Z", "Europe/Berlin", "2026-11-21"],
    ["2026-11-20T10:59:59Z", "Pacific/Auckland", "2026-11-20"],
    ["2026-11-20T11:00:00Z", "Pacific/Auckland", "2026-11-21"],
    ["2026-11-20T07:59:59Z", "America/Los_Angeles", "2026-11-19"],
    ["2026-11-20T08:00:00Z", "America/Los_Angeles", "2026-11-20"],
    ["2026-12-31T10:00:00Z", "Pacific/Kiritimati", "2027-01-01"],
    ["2026-11-20T00:00:00Z", "UTC", "2026-11-20"],
  ])("%s in %s", (now, timeZone, expected) => {
    expect(today({ now: new Date(now), timeZone })).toBe(expected);
  });

  test("an unknown zone is an error, not a guess", () => {
    expect(() => today({ now: AT.now, timeZone: "Mars/Olympus" })).toThrow(RangeError);
  });
});

test.each([
  ["2026-11-20", "2026-11-20", 0],
  ["2026-11-20", "2026-11-21", 1],
  ["2026-11-20", "2026-11-19", -1],
  ["2026-02-28", "2026-03-01", 1],
  ["2028-02-28", "2028-03-01", 2],
  ["2026-12-31", "2027-01-01", 1],
  ["2026-03-28", "2026-03-30", 2],
  ["2026-01-01", "2027-01-01", 365],
])("from %s to %s it is %i days", (from, to, days) => {
  expect(dayDifference(from, to)).toBe(days);
});

describe("formatDueLong", () => {
  test.each([
    [on("2026-11-20"), "Friday 20 November"],
    [on("2026-11-27", "18:00"), "Friday 27 November, 18:00"],
    [on("2026-11-27", "09:05"), "Friday 27 November, 09:05"],
    [on("2026-12-01", "00:00"), "Tuesday 1 December, 00:00"],
    [on("2027-01-01"), "Friday 1 January 2027"],
    [on("2025-12-31", "23:59"), "Wednesday 31 December 2025, 23:59"],
    [{ due_on: null, due_time: null }, ""],
  ])("%j is %j", (due, expected) => {
    expect(formatDueLong(due, AT)).toBe(expected);
  });

  test.each([
    ["en-US", "Friday, November 27, 6:00 PM"],
    ["de-DE", "Freitag, 27. November, 18:00"],
    ["fr-FR", "vendredi 27 novembre, 18:00"],
  ])("in %s it is %s", (locale, expected) => {
    const words = formatDueLong(on("2026-11-27", "18:00"), AT, locale);
    expect(words.replace(/\s/g, " ")).toBe(expected);
  });
});

describe("formatDueShort", () => {
  test.each([
    [on("2026-11-20"), "Today"],
    [on("2026-11-20", "18:00"), "Today, 18:00"],
    [on("2026-11-21"), "Tomorrow"],
    [on("2026-11-21", "18:00"), "Tomorrow, 18:00"],
    [on("2026-11-19"), "Yesterday"],
    [on("2026-11-22"), "Sun 22 Nov"],
    [on("2026-11-27"), "Fri 27 Nov"],
    [on("2026-11-27", "07:30"), "Fri 27 Nov, 07:30"],
    [on("2026-11-18"), "Wed 18 Nov"],
    [on("2027-01-04"), "Mon 4 Jan 2027"],
    [on("2025-11-20"), "Thu 20 Nov 2025"],
    [{ due_on: null, due_time: null }, ""],
  ])("%j is %j", (due, expected) => {
    expect(formatDueShort(due, AT)).toBe(expected);
  });

  test.each([
    ["en-US", on("2026-11-21", "18:00"), "Tomorrow, 6:00 PM"],
    ["en-US", on("2026-11-27"), "Fri, Nov 27"],
    ["de-DE", on("2026-11-21"), "Morgen"],
    ["de-DE", on("2026-11-27"), "Fr., 27. Nov."],
  ])("in %s %j is %j", (locale, due, expected) => {
    expect(formatDueShort(due, AT, locale).replace(/\s/g, " ")).toBe(expected);
  });

  test("today is the person's, not the server's", () => {
    const now = new Date("2026-11-20T11:30:00Z");
    expect(formatDueShort(on("2026-11-21"), { now, timeZone: "Pacific/Auckland" })).toBe("Today");
    expect(formatDueShort(on("2026-11-21"), { now, timeZone: "UTC" })).toBe("Tomorrow");
  });
});

describe("overdue and groups", () => {
  const task = (due_on: string | null, completed = false) => ({ due_on, completed });

  test.each([
    [task("2026-11-19"), true, "overdue"],
    [task("2026-11-20"), false, "today"],
    [task("2026-11-21"), false, "upcoming"],
    [task(null), false, "none"],
    [task("2026-11-19", true), false, "today"],
    [task("2027-11-19", true), false, "upcoming"],
    [task(null, true), false, "none"],
  ] as const)("%j: overdue %s, in %s", (value, overdue, group) => {
    expect(isOverdue(value, AT)).toBe(overdue);
    expect(dueGroup(value, AT)).toBe(group);
  });

  test("becomes overdue at the person's midnight", () => {
    const zone = "America/Los_Angeles";
    const before = { now: new Date("2026-11-21T07:59:59Z"), timeZone: zone };
    const after = { now: new Date("2026-11-21T08:00:00Z"), timeZone: zone };
    expect(isOverdue(task("2026-11-20"), before)).toBe(false);
    expect(isOverdue(task("2026-11-20"), after)).toBe(true);
  });
});
