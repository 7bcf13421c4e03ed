import { describe, expect, it } from "vitest";
import type { ToolCallPart } from "@/lib/conversations/schema";
import type { Change, Task } from "@/lib/tasks/schema";
import { candidatesOf, receiptLines, spokenLine } from "./receipt";
import { sampleTask } from "@/test/sample-task";

const NOW = "2026-11-20T09:30:00.000Z";

const change = (kind: Change["kind"], before: Task | null, after: Task | null): Change => ({
  id: "019a0000-0000-7000-8000-000000000005",
  task_id: 4,
  kind,
  before,
  after,
  actor: { kind: "agent", name: "Offline assistant" },
  turn_id: null,
  undoes: null,
  undone: false,
  created_at: NOW,
});

const call = (fields: Partial<ToolCallPart>): ToolCallPart => ({
  type: "tool_call",
  call_id: "call-1",
  tool: "add_task",
  arguments: { title: "Buy milk" },
  status: "completed",
  result: null,
  changes: [],
  ...fields,
});

const spoken = (fields: Partial<ToolCallPart>): string[] =>
  receiptLines(call(fields)).map(spokenLine);

describe("receiptLines", () => {
  it.each([
    ["add_task", { title: "Buy milk" }, "Adding…, Buy milk"],
    ["complete_task", { task_id: 3 }, "Completing…, number 3"],
    ["complete_task", { task_id: "3" }, "Completing…, number 3"],
    ["update_task", { task_title: "milk", title: "Oat milk" }, "Changing…, milk"],
    ["delete_task", { task_title: "milk" }, "Deleting…, milk"],
    ["list_tasks", { status: "all" }, "Looking at your tasks…"],
    ["hologram", {}, "Working…"],
    ["add_task", '{"title": "Bu', "Adding…"],
  ])("names %s while it runs with %j", (tool, args, words) => {
    expect(spoken({ tool, arguments: args, status: "running" })).toEqual([words]);
  });

  it.each<[Change["kind"], Task | null, Task | null, string]>([
    ["created", null, sampleTask(), "Added, number 4, Buy milk"],
    ["completed", sampleTask(), sampleTask({ completed: true }), "Completed, number 4, Buy milk"],
    ["reopened", sampleTask({ completed: true }), sampleTask(), "Reopened, number 4, Buy milk"],
    ["deleted", sampleTask(), null, "Deleted, number 4, Buy milk"],
    ["restored", null, sampleTask(), "Restored, number 4, Buy milk"],
    [
      "updated",
      sampleTask(),
      sampleTask({ title: "Oat milk" }),
      "Changed, number 4, Oat milk, was “Buy milk”",
    ],
    [
      "updated",
      sampleTask({ due_on: "2026-11-21" }),
      sampleTask(),
      "Changed, number 4, Buy milk, no date any more",
    ],
    [
      "updated",
      sampleTask(),
      sampleTask({ description: "2 l" }),
      "Changed, number 4, Buy milk, note",
    ],
    [
      "updated",
      sampleTask({ description: "2 l" }),
      sampleTask(),
      "Changed, number 4, Buy milk, note removed",
    ],
    [
      "updated",
      sampleTask({ priority: "high" }),
      sampleTask(),
      "Changed, number 4, Buy milk, no priority",
    ],
  ])("tells a %s row", (kind, before, after, words) => {
    expect(spoken({ changes: [change(kind, before, after)] })).toEqual([words]);
  });

  it("shows a date and a priority only where they are new", () => {
    const dated = sampleTask({ due_on: "2026-11-21", priority: "high" });
    expect(receiptLines(call({ changes: [change("created", null, dated)] }))[0]).toMatchObject({
      due: dated,
      priority: "high",
    });
    const renamed = { ...dated, title: "Oat milk" };
    expect(receiptLines(call({ changes: [change("updated", dated, renamed)] }))[0]).toMatchObject({
      due: null,
      priority: null,
    });
    const later = { ...dated, due_time: "18:00" };
    expect(receiptLines(call({ changes: [change("updated", dated, later)] }))[0]).toMatchObject({
      due: later,
      priority: null,
    });
    const doneNow = { ...dated, completed: true };
    expect(receiptLines(call({ changes: [change("completed", dated, doneNow)] }))[0]).toMatchObject(
      {
        due: null,
        priority: null,
      },
    );
  });

  it("does not claim a change where no row was changed", () => {
    const result = { task_id: 4, status: "completed", title: "Buy milk" };
    expect(spoken({ tool: "complete_task", arguments: { task_id: 4 }, result })).toEqual([
      "Nothing to change, number 4, Buy milk",
    ]);
    expect(spoken({ tool: "list_tasks", result: { tasks: [] } })).toEqual(["Looked at your tasks"]);
  });

  it.each([
    ["not_found", "there is no such task"],
    ["ambiguous", "several tasks fit"],
    ["invalid_arguments", "the request was not understood"],
    ["failed", "it did not go through"],
    ["hologram", "it did not go through"],
  ])("says in plain words why a call failed: %s", (error, reason) => {
    expect(
      spoken({
        tool: "delete_task",
        arguments: { task_title: "milk" },
        status: "failed",
        result: { error, message: "For the model." },
      }),
    ).toEqual([`Not deleted, milk, ${reason}`]);
  });

  it("says what was kept because a call was not approved", () => {
    expect(spoken({ tool: "delete_task", arguments: { task_id: 4 }, status: "rejected" })).toEqual([
      "Kept, number 4",
    ]);
  });
});

describe("candidatesOf", () => {
  const candidates = [
    { task_id: 4, title: "Buy milk", due_on: "2026-11-21", due_time: "09:00" },
    { task_id: 7, title: "Milk the cow", due_on: null },
  ];

  it("are the tasks that a title fitted", () => {
    const failed = call({
      status: "failed",
      result: { error: "ambiguous", message: "", candidates },
    });
    expect(candidatesOf(failed)).toEqual([
      { number: 4, title: "Buy milk", dueOn: "2026-11-21", dueTime: "09:00" },
      { number: 7, title: "Milk the cow", dueOn: null, dueTime: null },
    ]);
  });

  it.each([null, "text", {}, { candidates: "milk" }, { candidates: [null, { title: "x" }, 4] }])(
    "are none in %j",
    (result) => {
      expect(candidatesOf(call({ status: "failed", result }))).toEqual([]);
    },
  );
});
