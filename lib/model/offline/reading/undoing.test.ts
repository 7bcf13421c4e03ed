import { expect, test } from "vitest";
import { tokenise } from "../words/tokens";
import { isUndoing } from "./undoing";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

test.each([
  "hmm no undo",
  "no no, revert",
  "no undo that",
  "nope put it back",
  "er no go back",
  "oh dear, please undo what you have just done",
  "wait, take back what you just did",
])("takes the last change back: %s", (message) => {
  expect(isUndoing(tokenise(message), AT)).toBe(true);
});

test.each(["no, undo the shoelaces knot", "no milk", "oh no", "wait for the plumber", "stop"])(
  "takes nothing back: %s",
  (message) => {
    expect(isUndoing(tokenise(message), AT)).toBe(false);
  },
);
