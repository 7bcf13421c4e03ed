import { expect, test } from "vitest";
import { withoutOrdinals } from "./ordinals";

test.each([
  ["add two items: first, call Ann; second, pay Bob.", "add two items: call Ann; pay Bob"],
  ["Firstly call Ann, secondly pay Bob and lastly rest", "call Ann; pay Bob; rest"],
  ["two things: a) call Ann b) pay Bob", "two things: call Ann; pay Bob"],
])("counts in words: %s", (line, plain) => {
  expect(withoutOrdinals(line)).toBe(plain);
});

test.each([
  "call Ann first, then Bob",
  "buy first aid kit, second hand bike",
  "finish the second chapter, first draft",
  "first, call Ann",
])("counts nothing: %s", (line) => {
  expect(withoutOrdinals(line)).toBe(line);
});
