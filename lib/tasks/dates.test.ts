import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { resolveDue } from "./dates";
import { DUE_CASES } from "./dates/due-cases.fixture";

/** The server's own zone, which must not matter; its offset in January proves that it was set. */
const SERVER_ZONES = [
  ["UTC", 0],
  ["Pacific/Auckland", -780],
  ["America/Los_Angeles", 480],
] as const;

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

  describe.each(DUE_CASES)("$wall", ({ now, timeZone, cases }) => {
    test.each(cases)("%s => %s", (words, expected) => {
      expect(said(resolveDue(words, { now: new Date(now), timeZone }))).toBe(expected);
    });
  });
});
