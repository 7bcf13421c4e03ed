import { describe, expect, test } from "vitest";
import { isSoAlready, updateOf } from "./update";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };
const task = (title: string) => ({
  task_id: 1,
  title,
  status: "pending" as const,
  due_on: undefined,
  due_time: undefined,
  due: undefined,
});

describe("a word said for another", () => {
  test.each([
    ["Print 6A maps", "6B", "Print 6B maps"],
    ["Call tom", "Tim", "Call Tim"],
    ["Buy milk", "oat milk", "Buy oat milk"],
    ["Book table for 4", "5", "Book table for 5"],
    ["Email Priya the budget", "the forecast", "Email Priya the forecast"],
    ["Buy milk", "call the bank", "Call the bank"],
  ])("%s, I meant %s", (before, title, after) => {
    expect(updateOf(task(before), { title, keepsVerb: true }, at)).toEqual({
      task_id: 1,
      title: after,
    });
  });

  test("of a long title it stays open which word is wrong", () => {
    expect(
      updateOf(task("Send the slides to Noor"), { title: "Bea", keepsVerb: true }, at),
    ).toBeNull();
  });
});

describe("one thing for another", () => {
  test.each([
    ["Buy cat food", "cat food", "dog food", "Buy dog food"],
    ["Buy milk and also eggs", "milk", "oat milk", "Buy oat milk and also eggs"],
    ["Go to the gym", "gym", "go swimming", "Go swimming"],
    ["Gym", "gym", "swimming", "Swimming"],
    ["Book dentist appointment", "dentist", "doctor appointment", "Book doctor appointment"],
    ["Sort photos", "sort photos", "sort slides", "Sort slides"],
  ])("%s: %s for %s", (before, swaps, title, after) => {
    expect(updateOf(task(before), { title, swaps }, at)).toMatchObject({ title: after });
  });
});

describe("isSoAlready", () => {
  const due = { ...task("Buy milk"), due_on: "2026-03-13", priority: "high" as const };

  test.each([
    [{ due: "friday" }, true],
    [{ due: "friday", priority: "high" as const }, true],
    [{ due: "monday" }, false],
    [{ due: null }, false],
    [{ priority: "none" as const }, false],
    [{ shift: { count: 1, unit: "day" as const } }, false],
    [{ title: "Buy milk" }, false],
  ])("%j", (fields, expected) => {
    expect(isSoAlready(due, fields, at)).toBe(expected);
  });
});
