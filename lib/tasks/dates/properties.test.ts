import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findDue, resolveDue, type Due } from "../dates";
import { dayDifference, formatDueLong, formatDueShort, today } from "../dates-format";
import { isoOf, parseIso, timeOf } from "./calendar";

const ZONES = [
  "UTC",
  "Europe/Berlin",
  "Pacific/Auckland",
  "America/Los_Angeles",
  "Australia/Lord_Howe",
  "Pacific/Apia",
  "Asia/Kathmandu",
];

const at = fc.record({
  now: fc.date({
    min: new Date("2012-01-01T00:00:00Z"),
    max: new Date("2099-12-31T00:00:00Z"),
    noInvalidDate: true,
  }),
  timeZone: fc.constantFrom(...ZONES),
});

const due: fc.Arbitrary<Due> = fc.record({
  due_on: fc
    .integer({ min: parseIso("1970-01-01") ?? 0, max: parseIso("2199-12-31") ?? 0 })
    .map((day) => isoOf(day) ?? ""),
  due_time: fc.option(fc.integer({ min: 0, max: 1439 }).map(timeOf)),
});

const locale = fc.constantFrom("en-GB", "en-US", "en-AU", "en-CA", "en-IE", "en-NZ", "en-IN");

/** Words of dates and of titles, in any order: the sentences that are hardest to read. */
const VOCABULARY =
  "today tomorrow tmrw tonight friday fri Friday next this last week weekend month year monday morning evening night " +
  "noon midnight in on by at @ before for due the a of and or to from 1 2 5 6 12 30 1st 2nd 15th 31st dec december May " +
  "may 2027 2026-12-01 5pm 17:00 6:30 12/5 days weeks hours 3d ago end eom eod half past quarter first second , . ! " +
  "call mom milk Night Lights christmas 'quoted' \"quoted\" every until about day after sat sun o'clock";
const sentence = fc
  .array(fc.constantFrom(...VOCABULARY.split(" ")), { minLength: 1, maxLength: 9 })
  .map((words) => words.join(" "));

const anyText = fc.oneof(
  fc.string({ maxLength: 600 }),
  fc.string({ unit: "binary", maxLength: 200 }),
  sentence,
);

describe("for every date, instant and zone", () => {
  test("the long words mean the same date again", () => {
    fc.assert(
      fc.property(due, at, locale, (value, where, spoken) => {
        expect(resolveDue(formatDueLong(value, where, spoken), where)).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  test("so do the short ones", () => {
    fc.assert(
      fc.property(due, at, locale, (value, where, spoken) => {
        expect(resolveDue(formatDueShort(value, where, spoken), where)).toEqual(value);
      }),
      { numRuns: 2000 },
    );
  });

  test("so does the date as the contract writes it", () => {
    fc.assert(
      fc.property(due, at, (value, where) => {
        expect(resolveDue(value.due_on, where)).toEqual({ ...value, due_time: null });
        const stamp = `${value.due_on}T${value.due_time ?? "00:00"}`;
        expect(resolveDue(stamp, where)).toEqual({ ...value, due_time: value.due_time ?? "00:00" });
      }),
    );
  });

  test("days in words are days in the calendar", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), at, (days, where) => {
        const found = resolveDue(`in ${days} days`, where);
        expect(found?.due_time).toBeNull();
        expect(dayDifference(today(where), found?.due_on ?? "")).toBe(days);
      }),
    );
  });

  test("hours in words are hours on the clock", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2000 }), at, (hours, where) => {
        const found = resolveDue(`in ${hours} hours`, where);
        const later = new Date(where.now.getTime() + hours * 3_600_000);
        const shown = later.toLocaleString("sv-SE", { timeZone: where.timeZone });
        expect(`${found?.due_on} ${found?.due_time}`).toBe(shown.slice(0, 16));
      }),
    );
  });
});

describe("for every text", () => {
  test("a date has the contract's form, or there is none", () => {
    fc.assert(
      fc.property(anyText, at, (text, where) => {
        const found = resolveDue(text, where);
        if (found === null) return;
        expect(parseIso(found.due_on)).not.toBeNull();
        expect(found.due_time ?? "00:00").toMatch(/^([01]\d|2[0-3]):[0-5]\d$/);
      }),
      { numRuns: 3000 },
    );
  });

  test("the words that are cut out mean the date, and the rest is what remains", () => {
    fc.assert(
      fc.property(anyText, at, (text, where) => {
        const found = findDue(text, where);
        if (found === null) return;
        expect(resolveDue(found.words, where)).toEqual(found.due);
        expect(text.includes(text.slice(found.start, found.end))).toBe(true);
        expect(found.words.startsWith(text.slice(found.start, found.end))).toBe(true);
        const letters = (value: string) => value.replace(/[\s,;:.!?–—-]/g, "").length;
        expect(letters(found.words) + letters(found.rest)).toBe(letters(text));
      }),
      { numRuns: 5000 },
    );
  });

  test("what remains has no further date", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("call mom", "buy milk and bread", "pay the rent"),
        due,
        at,
        (title, value, where) => {
          const words = formatDueLong(value, where);
          fc.pre(value.due_on >= today(where));
          const found = findDue(`${title} on ${words}`, where);
          expect(found?.due).toEqual(value);
          expect(found?.rest).toBe(title);
          expect(findDue(found?.rest ?? "", where)).toBeNull();
        },
      ),
    );
  });
});

describe("long input", () => {
  const where = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
  const pieces = [
    "1 ",
    "1 dec ",
    "5:30pm ",
    "in 1 day and ",
    "friday ",
    "a",
    "\"'",
    "12/5 ",
    "1-",
    "at 5 to ",
    " ",
  ];

  test.each(pieces)("%j, 10,000 characters of it, is no date and costs nothing", (piece) => {
    const text = piece.repeat(Math.ceil(10_000 / piece.length));
    const before = performance.now();
    expect(resolveDue(text, where)).toBeNull();
    expect(findDue(text, where)).toBeNull();
    expect(performance.now() - before).toBeLessThan(50);
  });

  test.each(pieces)("%j, as long as a sentence may be, is read in time", (piece) => {
    const text = piece.repeat(Math.floor(500 / piece.length));
    findDue(text, where);
    const before = performance.now();
    findDue(text, where);
    expect(performance.now() - before).toBeLessThan(500);
  });
});
