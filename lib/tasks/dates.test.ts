import { readFileSync } from "node:fs";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { resolveDue } from "./dates";

/** The server's own zone, which must not matter; its offset in January proves that it was set. */
const SERVER_ZONES = [
  ["UTC", 0],
  ["Pacific/Auckland", -780],
  ["America/Los_Angeles", 480],
] as const;

/** The groups of `due-cases.txt`: where somebody stands, and what words mean there. */
const GROUPS = readFileSync(new URL("./dates/due-cases.txt", import.meta.url), "utf8")
  .split(/^# /m)
  .slice(1)
  .map((group) => {
    const [head = "", ...lines] = group.trim().split("\n");
    const [, now = "", timeZone = "", wall = ""] = /^(\S+) (\S+) \| (.*)$/.exec(head) ?? [];
    const cases = lines.map((line) => line.split("=>").map((part) => part.trim()));
    return { now, timeZone, wall, cases };
  });

const said = (due: { due_on: string; due_time: string | null } | null): string =>
  due ? [due.due_on, due.due_time].filter((part) => part !== null).join(" ") : "-";

describe.each(SERVER_ZONES)("on a server in %s", (serverZone, offset) => {
  const own = process.env.TZ;
  beforeEach(() => {
    process.env.TZ = serverZone;
    expect(new Date(2026, 0, 1).getTimezoneOffset()).toBe(offset);
  });
  afterEach(() => {
    if (own === undefined) delete process.env.TZ;
    else process.env.TZ = own;
  });

  describe.each(GROUPS)("$wall", ({ now, timeZone, cases }) => {
    test.each(cases)("%s => %s", (words = "", expected = "") => {
      expect(said(resolveDue(words, { now: new Date(now), timeZone }))).toBe(expected);
    });
  });
});

test("the table is whole", () => {
  expect(GROUPS.length).toBeGreaterThanOrEqual(16);
  expect(GROUPS.flatMap(({ cases }) => cases).length).toBeGreaterThan(600);
});
