import { expect, test } from "vitest";
import { mended } from "./corrections";
import { textOf, tokenise } from "../words/tokens";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

test.each([
  ["send the deck on Wednesday, no wait, Thursday", "send the deck on Thursday"],
  ["move the call to Tuesday, sorry, I mean Wednesday", "move the call to Wednesday"],
  ["call mom tomorrow at 5, no wait, 6pm", "call mom tomorrow at 6pm"],
  ["make the standup 9:45 instead of 9:30", "make the standup 9:45"],
  ["mark 2, no sorry, 3 done", "mark 3 done"],
  ["make it high, no wait, medium", "make it medium"],
])("%s", (said, meant) => {
  expect(textOf(mended(tokenise(said), AT))).toBe(meant);
});

test.each([
  "buy tea instead of coffee",
  "call mom on Tuesday and dad on Wednesday",
  "move 2 to Friday",
  "no, the other one",
  "that's important, make it high priority",
  "mrs khan can't do today, make it thursday",
])("“%s” takes nothing back", (said) => {
  expect(textOf(mended(tokenise(said), AT))).toBe(said);
});
