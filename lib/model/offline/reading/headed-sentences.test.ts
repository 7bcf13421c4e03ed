import { expect, test } from "vitest";
import { withLines, withoutAllAdded } from "./headed-sentences";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };

test.each([
  [
    "add these please. feed the hens. ring Doreen.",
    "add these please:\n- feed the hens\n- ring Doreen",
  ],
  [
    "put these down: feed the hens. a new kettle",
    "put these down:\n- feed the hens\n- a new kettle",
  ],
])("%s", (said, lines) => {
  expect(withLines(said, at)).toBe(lines);
});

test.each([
  "add these: milk, eggs. bread",
  "add these. feed the hens",
  "add these. feed the hens. what's on my list?",
  "delete these. the hens. the bread",
  "add the report. feed the hens.",
])("%s stays as it is", (said) => {
  expect(withLines(said, at)).toBe(said);
});

test.each([
  ["artist parking map — add them all", "artist parking map"],
  ["email sue, please add both to my list", "email sue"],
  ["email them all", "email them all"],
])("%s", (said, rest) => {
  expect(withoutAllAdded(said)).toBe(rest);
});
