import { describe, expect, test } from "vitest";
import { readPointer, readTarget, referenceOf } from "./targets";
import { tokenise } from "../words/tokens";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
const target = (text: string) => readTarget(tokenise(text), AT);

describe("what a phrase points at", () => {
  test.each([
    ["task 2", { kind: "numbers", numbers: [2] }],
    ["#3, 5 and 7-9", { kind: "numbers", numbers: [3, 5, 7, 8, 9] }],
    ["number three", { kind: "numbers", numbers: [3] }],
    ["the second one", { kind: "places", places: [2] }],
    ["the last two", { kind: "places", places: [-2, -1] }],
    ["it", { kind: "pronoun", many: false }],
    ["those two", { kind: "pronoun", many: true, count: 2 }],
    ["the one I just added", { kind: "newest" }],
    ["the other one", { kind: "other", many: false }],
    ["all done tasks", { kind: "filter", filter: { status: "completed" } }],
    ["my overdue tasks", { kind: "filter", filter: { due: "overdue" } }],
    ["everything except the gym", { kind: "filter", except: { kind: "title", whole: "gym" } }],
    ["the task about the dentist", { kind: "title", whole: "dentist" }],
    ["“task 2”", { kind: "title", whole: "task 2" }],
  ])("%s", (text, expected) => {
    expect(target(text)).toMatchObject(expected);
  });

  test("a title with a joint can be two", () => {
    expect(target("salt and pepper")).toMatchObject({
      whole: "salt and pepper",
      parts: [
        { kind: "title", whole: "salt" },
        { kind: "title", whole: "pepper" },
      ],
    });
  });
});

test("a pointer says nothing of the task itself", () => {
  expect(readPointer(tokenise("the third"))).toEqual({ kind: "places", places: [3] });
  expect(readPointer(tokenise("my overdue tasks"))).toBeUndefined();
  expect(readPointer(tokenise("“3”"))).toBeUndefined();
});

test.each([
  ["the task about the dentist", "dentist"],
  ["my milk thing", "milk"],
  ["Anna's", "Anna"],
])("%s is told by %s", (text, telling) => {
  expect(referenceOf(text)).toBe(telling);
});
