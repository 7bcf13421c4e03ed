import { describe, expect, it } from "vitest";
import type { Change } from "@/lib/tasks/schema";
import { canUndo, whenWords } from "./task-history";
import { sampleTask } from "@/test/sample-task";

const NOW = new Date("2026-11-20T09:30:00.000Z");

const change = (fields: Partial<Change>): Change => ({
  id: "019a0000-0000-7000-8000-000000000005",
  task_id: 4,
  kind: "updated",
  before: sampleTask({ title: "Milk" }),
  after: sampleTask(),
  actor: { kind: "user", name: "Ada" },
  turn_id: null,
  undoes: null,
  undone: false,
  created_at: NOW.toISOString(),
  ...fields,
});

describe("canUndo", () => {
  it.each([
    ["the task is as the change left it", change({}), sampleTask(), true],
    ["only the time of the change differs", change({}), sampleTask({ updated_at: "later" }), true],
    ["it has changed since", change({}), sampleTask({ priority: "high" }), false],
    ["it was taken back already", change({ undone: true }), sampleTask(), false],
    ["it is what made the task", change({ kind: "created", before: null }), sampleTask(), false],
    ["it ended the task", change({ kind: "deleted", after: null }), sampleTask(), false],
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
    expect(whenWords(at, NOW, "Europe/Berlin", "en-GB")).toBe(words);
  });
});
