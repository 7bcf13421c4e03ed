import { expect, test } from "vitest";
import type { ChangeResult } from "../history";
import { type Line, told } from "./report";

const done = (task_id: number, title: string, more: Partial<ChangeResult> = {}): ChangeResult => ({
  task_id,
  title,
  ...more,
});

const added = (task: ChangeResult, repeat?: string): Line => ({ deed: "added", repeat, task });

const moved = (task: ChangeResult): Line => ({
  deed: "updated",
  before: {
    ...task,
    status: "pending",
    due_on: undefined,
    due_time: undefined,
    due: undefined,
  } as never,
  fields: { due: "monday" },
  task,
});

test("several of a kind are one sentence", () => {
  expect(told([added(done(1, "Milk")), added(done(2, "Eggs")), added(done(3, "Bread"))])).toBe(
    "Added #1 Milk, #2 Eggs and #3 Bread.",
  );
  const due = { due: "Monday 23 November" };
  expect(told([moved(done(1, "Rent", due)), moved(done(2, "Dentist", due))])).toBe(
    "#1 Rent and #2 Dentist are now due Monday 23 November.",
  );
});

test("what they share is said once, what they don't beside each", () => {
  const due = { due: "Monday 23 November" };
  expect(told([added(done(1, "Milk", due)), added(done(2, "Eggs", due))])).toBe(
    "Added #1 Milk and #2 Eggs, both due Monday 23 November.",
  );
  expect(told([added(done(1, "Milk", due)), added(done(2, "Eggs", { priority: "high" }))])).toBe(
    "Added #1 Milk (due Monday 23 November) and #2 Eggs (high priority).",
  );
});

test("kinds follow each other in the order of the message", () => {
  const lines: Line[] = [
    added(done(4, "Stamps")),
    { deed: "completed", task: done(2, "Call mom", { already: true }) },
    { text: "There is no task 9." },
  ];
  expect(told(lines)).toBe("Added #4 Stamps. #2 Call mom was done already. There is no task 9.");
});

test("a repetition is owned up to once", () => {
  expect(told([added(done(1, "Bins"), "every monday")])).toBe(
    "Added #1 Bins. I can't repeat tasks yet (“every monday”), so it is there once.",
  );
});
