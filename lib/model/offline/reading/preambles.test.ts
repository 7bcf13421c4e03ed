import { expect, test } from "vitest";
import { withoutPreamble } from "./preambles";
import { textOf, tokenise } from "../words/tokens";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

const bare = (line: string): string => textOf(withoutPreamble(tokenise(line), AT));

test.each([
  ["Oh, and I have just heard that it is at one o'clock", "it is due at one o'clock"],
  ["turns out the meeting is at 10", "the meeting is at 10"],
  ["she says it has to be before noon", "it has to be before noon"],
  ["my boss told me that it starts at 10", "it starts at 10"],
  ["forgot to mention, it's at 10", "it is due at 10"],
  ["I am afraid I made a mistake: the dentist is on Thursday", "the dentist is on Thursday"],
  ["sorry, got that wrong, it's sunday", "it is due sunday"],
  ["I mixed it up, it is on Sunday", "it is due on Sunday"],
])("%s", (line, expected) => {
  expect(bare(line)).toBe(expected);
});

test.each([
  "I made a mistake",
  "I have just heard that the bridge is closed",
  "my boss says I should call the bank",
  "that was wrong, undo it",
  "Anna told me a joke",
  "buy milk",
])("stays as it is: %s", (line) => {
  expect(bare(line)).toBe(line);
});
