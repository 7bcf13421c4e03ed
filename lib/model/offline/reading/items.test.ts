import { describe, expect, test } from "vitest";
import { splitItems } from "./items";
import { textOf, tokenise } from "../words/tokens";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
const items = (text: string) => splitItems(tokenise(text), AT).map(textOf);

describe("things to add", () => {
  test.each([
    ["milk, eggs and bread", ["milk", "eggs", "bread"]],
    ["buy milk and call mom", ["buy milk", "call mom"]],
    ["wash the car, then clean the gutters", ["wash the car", "clean the gutters"]],
  ])("several: %s", (text, expected) => {
    expect(items(text)).toEqual(expected);
  });

  test.each([
    "salt and pepper",
    "the research and development report",
    "call Jo and Mark about the trip",
    "go to the store and buy milk",
    "“milk, eggs and bread”",
  ])("one: %s", (text) => {
    expect(items(text)).toEqual([text]);
  });
});
