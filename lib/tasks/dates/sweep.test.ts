/**
 * Phrases × zones × days around the ends of months and years, leap days and changes of the clocks. What is expected
 * is counted day by day on a calendar of this file's own, which shares nothing with the code under test.
 */
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { resolveDue } from "../dates";

type Date3 = readonly [year: number, month: number, date: number];

const LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isLeap = (year: number) => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
const lengthOf = (year: number, month: number) =>
  month === 2 && isLeap(year) ? 29 : (LENGTHS[month - 1] ?? 0);

const next = ([year, month, date]: Date3): Date3 => {
  if (date < lengthOf(year, month)) return [year, month, date + 1];
  return month < 12 ? [year, month + 1, 1] : [year + 1, 1, 1];
};

/** Zeller's congruence, from Saturday: 0 to Friday: 6. */
const zeller = ([year, month, date]: Date3): number => {
  const y = month < 3 ? year - 1 : year;
  const m = month < 3 ? month + 12 : month;
  const century = Math.floor(y / 100);
  const inCentury = y % 100;
  return (
    (date +
      Math.floor((13 * (m + 1)) / 5) +
      inCentury +
      Math.floor(inCentury / 4) +
      Math.floor(century / 4) +
      5 * century) %
    7
  );
};

const WEEKDAYS = ["saturday", "sunday", "monday", "tuesday", "wednesday", "thursday", "friday"];
const MONTHS = [
  ...["january", "february", "march", "april", "may", "june"],
  ...["july", "august", "september", "october", "november", "december"],
];
const weekdayOf = (day: Date3) => WEEKDAYS[zeller(day)] ?? "";

const pad = (value: number) => String(value).padStart(2, "0");
const iso = ([year, month, date]: Date3) => `${year}-${pad(month)}-${pad(date)}`;

const until = (from: Date3, fits: (day: Date3) => boolean): Date3 => {
  let day = from;
  for (let steps = 0; !fits(day) && steps < 4000; steps++) day = next(day);
  return day;
};
const forward = (from: Date3, days: number): Date3 => {
  let day = from;
  for (let step = 0; step < days; step++) day = next(day);
  return day;
};

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "Pacific/Auckland",
  "America/Los_Angeles",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kolkata",
  "America/St_Johns",
  "Pacific/Kiritimati",
  "Etc/GMT+12",
];

/** Instants around which something turns: months, years, leap days, clocks. */
const TURNS = [
  "2026-01-01T00:00:00Z",
  "2026-01-31T23:30:00Z",
  "2026-02-28T12:00:00Z",
  "2026-03-08T09:59:00Z",
  "2026-03-08T10:00:00Z",
  "2026-03-29T00:59:00Z",
  "2026-03-29T01:00:00Z",
  "2026-04-04T13:59:00Z",
  "2026-04-04T15:30:00Z",
  "2026-04-30T22:00:00Z",
  "2026-09-26T13:59:00Z",
  "2026-09-26T14:00:00Z",
  "2026-10-03T15:29:00Z",
  "2026-10-25T00:30:00Z",
  "2026-10-25T01:00:00Z",
  "2026-11-01T08:30:00Z",
  "2026-11-01T09:30:00Z",
  "2026-11-30T11:00:00Z",
  "2026-12-31T09:59:00Z",
  "2026-12-31T10:00:00Z",
  "2026-12-31T23:59:00Z",
  "2027-12-31T12:00:00Z",
  "2028-02-28T11:30:00Z",
  "2028-02-29T00:00:00Z",
  "2028-02-29T23:59:00Z",
  "2028-03-01T00:30:00Z",
  "2100-02-28T12:00:00Z",
];

/** What a clock on the wall shows, by another road than the code's own. */
const wallAt = (instant: Date, timeZone: string): { today: Date3; time: string } => {
  const [date = "", time = ""] = instant.toLocaleString("sv-SE", { timeZone }).split(" ");
  const [year = 0, month = 0, day = 0] = date.split("-").map(Number);
  return { today: [year, month, day], time: time.slice(0, 5) };
};

/** Every phrase of the sweep with what it must mean on this day, at this time. */
function* expectations(today: Date3, time: string): Generator<[words: string, due: string]> {
  const tomorrow = next(today);
  yield ["today", iso(today)];
  yield ["tomorrow", iso(tomorrow)];
  yield ["tmrw at 5", `${iso(tomorrow)} 17:00`];
  yield ["the day after tomorrow", iso(next(tomorrow))];
  for (const days of [0, 1, 2, 6, 7, 27, 28, 29, 30, 31, 59, 60, 365, 366]) {
    yield [`in ${days} days`, iso(forward(today, days))];
  }
  for (const weeks of [1, 2, 5, 52]) yield [`in ${weeks} weeks`, iso(forward(today, 7 * weeks))];

  const nextMonday = until(tomorrow, (day) => weekdayOf(day) === "monday");
  yield ["next week", iso(nextMonday)];
  for (const weekday of WEEKDAYS) {
    const named = (day: Date3) => weekdayOf(day) === weekday;
    const coming = until(tomorrow, named);
    yield [weekday, iso(coming)];
    yield [weekday.slice(0, 3), iso(coming)];
    yield [`this ${weekday}`, iso(until(today, named))];
    yield [`next ${weekday}`, iso(until(nextMonday, named))];
    yield [`a week from ${weekday}`, iso(forward(coming, 7))];
    const later = named(today) && time < "18:30";
    yield [`${weekday} 18:30`, `${iso(later ? today : coming)} 18:30`];
  }
  const isWeekend = (day: Date3) => zeller(day) < 2;
  yield ["this weekend", iso(until(today, isWeekend))];

  const endsMonth = (day: Date3) => next(day)[2] === 1;
  const lastOfMonth = until(today, endsMonth);
  yield ["end of the month", iso(lastOfMonth)];
  yield ["next month", iso(next(lastOfMonth))];
  yield ["end of next month", iso(until(next(lastOfMonth), endsMonth))];
  yield ["end of the year", `${today[0]}-12-31`];
  yield ["next year", `${today[0] + 1}-01-01`];
  for (const date of [1, 2, 15, 28, 29, 30, 31]) {
    yield [
      `the ${date}${["", "st", "nd"][date] ?? (date === 31 ? "st" : "th")}`,
      iso(until(today, (day) => day[2] === date)),
    ];
  }
  for (const [index, month] of MONTHS.entries()) {
    for (const date of [1, lengthOf(2028, index + 1)]) {
      const day = until(today, ([, m, d]) => m === index + 1 && d === date);
      yield [`${date} ${month}`, iso(day)];
      yield [`${month.slice(0, 3)} ${date}`, iso(day)];
      yield [`${weekdayOf(day)} ${date} ${month}`, iso(day)];
      yield [`${date} ${month} ${day[0]}, 07:05`, `${iso(day)} 07:05`];
    }
  }
  for (const [words, at] of [
    ["noon", "12:00"],
    ["5pm", "17:00"],
    ["at 6", "18:00"],
    ["at 7", "07:00"],
    ["2:30am", "02:30"],
    ["00:15", "00:15"],
    ["23:59", "23:59"],
  ] as const) {
    yield [words, `${iso(time < at ? today : tomorrow)} ${at}`];
    yield [`tomorrow ${words}`, `${iso(tomorrow)} ${at}`];
  }
}

const said = (due: { due_on: string; due_time: string | null } | null): string =>
  due ? [due.due_on, due.due_time].filter((part) => part !== null).join(" ") : "-";

describe.each([
  ["UTC", 0, ZONES],
  ["Pacific/Auckland", -780, ZONES.slice(0, 4)],
  ["America/Los_Angeles", 480, ZONES.slice(0, 4)],
] as const)("on a server in %s", (serverZone, offset, zones) => {
  const own = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = serverZone;
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
  });
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  test.each(zones)("for a person in %s", (timeZone) => {
    const wrong: string[] = [];
    let checked = 0;
    for (const turn of TURNS) {
      const now = new Date(turn);
      const { today, time } = wallAt(now, timeZone);
      for (const [words, expected] of expectations(today, time)) {
        checked++;
        const due = said(resolveDue(words, { now, timeZone }));
        if (due !== expected) wrong.push(`${turn} "${words}": ${due}, not ${expected}`);
      }
    }
    expect(wrong).toEqual([]);
    expect(checked).toBeGreaterThan(4000);
  });
});
