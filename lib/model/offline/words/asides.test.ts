import { expect, test } from "vitest";
import { isComment, isStatement } from "./asides";
import { tokenise } from "./tokens";

test.each([
  "today was awful",
  "my boss yelled at me",
  "Finance already answered",
  "I preferred it as it was",
  "Yours, Margaret",
])("“%s” tells", (text) => {
  expect(isStatement(tokenise(text))).toBe(true);
});

test.each(["buy milk", "call the bank tomorrow", "mark 2 done", "dentist", "the passport one"])(
  "“%s” doesn't",
  (text) => {
    expect(isStatement(tokenise(text))).toBe(false);
  },
);

test("a comment goes with what stands before it", () => {
  expect(isComment(tokenise("as it happens"))).toBe(true);
  expect(isComment(tokenise("eggs"))).toBe(false);
});
