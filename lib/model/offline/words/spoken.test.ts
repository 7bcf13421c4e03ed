import { expect, test } from "vitest";
import { wantingPlainly } from "./wanting";

const AT = { now: new Date("2026-11-27T09:00:00Z"), timeZone: "Europe/Berlin" };

test.each([
  ["qué... i mean what do i have due today", "what do i have due today"],
  ["uh delete, I mean complete call mom", "complete call mom"],
  ["show me the lot", "list all my tasks"],
  ["i have a lot to do", "what do I have to do"],
  ["that's really important, high priority please", "make it high priority"],
  ["it's urgent now, top of the pile", "make it high priority"],
  ["this one really matters", "make it high priority"],
  ["por favor mark the rent as done", "mark the rent as done"],
  ["mark the rent as done, merci", "mark the rent as done"],
])("%s", (said, plain) => {
  expect(wantingPlainly(said, AT)).toBe(plain);
});

test.each([
  "that's important",
  "buy milk i mean bread",
  "what matters most?",
  "list the tools",
  "i have a lot to do: buy milk",
])("“%s” stays", (said) => {
  expect(wantingPlainly(said, AT)).toBe(said);
});
