import { describe, expect, it } from "vitest";
import type { Change, Task } from "@/lib/tasks/schema";
import { canUndo, whenWords } from "./task-history";

const NOW = new Date("2026-11-20T09:30:00.000Z");

const task = (fields: Partial<Task> = {}): Task => ({
  id: 4,
  title: "Buy milk",
  description: "",
  completed: false,
  status: "pending",
  due_on: null,
  due_time: null,
  priority: "none",
  recurrence: null,
  created_at: NOW.toISOString(),
  updated_at: NOW.toISOString(),
  completed_at: null,
  ...fields,
});

const change = (fields: Partial<Change>): Change => ({
  id: "019a0000-0000-7000-8000-000000000005",
  task_id: 4,
  kind: "updated",
  before: task({ title: "Milk" }),
  after: task(),
  actor: { kind: "user", name: "Ada" },
  turn_id: null,
  undoes: null,
  undone: false,
  created_at: NOW.toISOString(),
  ...fields,
});

describe("canUndo", () => {
  it.each([
    ["the task is as the change left it", change({}), task(), true],
    ["only the time of the change differs", change({}), task({ updated_at: "later" }), true],
    ["it has changed since", change({}), task({ priority: "high" }), false],
    ["it was taken back already", change({ undone: true }), task(), false],
    ["it is what made the task", change({ kind: "created", before: null }), task(), false],
    ["it ended the task", change({ kind: "deleted", after: null }), task(), false],
  ] as const)("when %s", (_when, row, now, expected) => {
    expect(canUndo(row, now)).toBe(expected);
  });
});

describe("whenWords", () => {
  it.each([
    ["2026-11-20T08:05:00.000Z", "09:05"],
    ["2026-11-19T13:00:00.000Z", "Yesterday, 14:00"],
    ["2026-11-13T13:00:00.000Z", "Fri 13 Nov, 14:00"],
  ])("says %s as %s", (at, words) => {
    expect(whenWords(at, NOW, "Europe/Berlin")).toBe(words);
  });
});
