import { describe, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { listTasks } from "@/lib/tasks/list";
import { addTask, completeTask } from "@/lib/tasks/service";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { readCall, runTool, type ToolRun } from "./run-tool";
import { LIST_LIMIT, TASK_TOOLS } from "./task-tools";
import { inputJsonSchema } from "./tool";

/** Friday 20 November 2026, morning in Berlin. */
const NOW = new Date("2026-11-20T09:00:00Z");

const call = (ctx: Context, name: string, args: unknown): Promise<ToolRun> =>
  runTool(ctx, readCall(name, JSON.stringify(args)));

const titles = async (ctx: Context): Promise<string[]> =>
  (await listTasks(ctx, { limit: 100 })).tasks.map((task) => task.title);

describe("the registry", () => {
  it("holds the tools of the contract", () => {
    expect(TASK_TOOLS.map((tool) => tool.name)).toEqual([
      "add_task",
      "list_tasks",
      "complete_task",
      "update_task",
      "delete_task",
      "undo",
    ]);
  });

  it.each(TASK_TOOLS)("$name tells a model all it needs", (tool) => {
    expect(tool.name).toMatch(/^[a-z]+(_[a-z]+)*$/);
    expect(tool.title).not.toBe("");
    expect(tool.description.length).toBeGreaterThan(40);
    expect(tool.annotations.readOnly && tool.annotations.destructive).toBe(false);
    const schema = inputJsonSchema(tool) as {
      type: string;
      additionalProperties: boolean;
      properties: Record<string, { description?: string }>;
    };
    expect(schema.type).toBe("object");
    expect(schema.additionalProperties).toBe(false);
    for (const property of Object.values(schema.properties)) {
      expect(property.description).toBeTruthy();
    }
    expect(Object.keys(schema.properties)).not.toContain("user_id");
  });
});

onEmbeddedDatabase("task tools", (database) => {
  const person = () => makeUser(database(), { timeZone: "Europe/Berlin", now: NOW });

  it("adds a task, with the date in words resolved in the person's zone and said back", async () => {
    const ctx = await person();
    const run = await call(ctx, "add_task", { title: "Call mom", due: "tomorrow at 6pm" });
    expect(run).toMatchObject({
      status: "completed",
      arguments: { title: "Call mom", due: "tomorrow at 6pm" },
      result: {
        task_id: 1,
        status: "created",
        title: "Call mom",
        due_on: "2026-11-21",
        due_time: "18:00",
        due: expect.stringContaining("Saturday"),
      },
    });
    expect(run.changes).toMatchObject([{ kind: "created", task_id: 1, before: null }]);
  });

  it("adds nothing when the date is none, and says so to the model", async () => {
    const ctx = await person();
    const run = await call(ctx, "add_task", { title: "Call mom", due: "when pigs fly" });
    expect(run).toMatchObject({
      status: "failed",
      result: { error: "invalid_arguments" },
      changes: [],
    });
    expect(await titles(ctx)).toEqual([]);
  });

  it("takes a number as a number or a string, and gives it as a number", async () => {
    const ctx = await person();
    await addTask(ctx, { title: "One" });
    await addTask(ctx, { title: "Two" });
    for (const task_id of [1, "1", "#1"]) {
      expect((await call(ctx, "complete_task", { task_id })).result).toMatchObject({ task_id: 1 });
    }
  });

  it("changes none of two tasks that a title fits, and names them", async () => {
    const ctx = await person();
    await addTask(ctx, { title: "Write report", due_on: "2026-12-01" });
    await addTask(ctx, { title: "Print report" });
    for (const name of ["complete_task", "delete_task", "update_task"]) {
      const run = await call(ctx, name, {
        task_title: "report",
        ...(name === "update_task" ? { priority: "high" } : {}),
      });
      expect(run).toMatchObject({
        status: "failed",
        result: {
          error: "ambiguous",
          candidates: [
            { task_id: 1, title: "Write report", due_on: "2026-12-01", due_time: null },
            { task_id: 2, title: "Print report", due_on: null, due_time: null },
          ],
        },
        changes: [],
      });
    }
    expect((await listTasks(ctx, { limit: 10, status: "completed" })).tasks).toEqual([]);
  });

  it("refuses a number and a title that name different tasks", async () => {
    const ctx = await person();
    await addTask(ctx, { title: "Water the plants" });
    await addTask(ctx, { title: "Pay rent" });
    const run = await call(ctx, "delete_task", { task_id: 1, task_title: "Pay rent" });
    expect(run).toMatchObject({ status: "failed", result: { error: "invalid_arguments" } });
    expect(await titles(ctx)).toHaveLength(2);
  });

  it("completes the open one of an open and a done task of the same name", async () => {
    const ctx = await person();
    await addTask(ctx, { title: "Buy milk" });
    await completeTask(ctx, 1);
    await addTask(ctx, { title: "Buy milk" });
    const run = await call(ctx, "complete_task", { task_title: "buy milk" });
    expect(run.result).toEqual({
      task_id: 2,
      status: "completed",
      title: "Buy milk",
      already: false,
    });
  });

  it("updates what is given and tells what changed", async () => {
    const ctx = await person();
    await addTask(ctx, { title: "Dentist", due_on: "2026-11-23", due_time: "10:00" });
    const moved = await call(ctx, "update_task", { task_title: "dentist", due: "thursday" });
    expect(moved.result).toMatchObject({
      status: "updated",
      due_on: "2026-11-26",
      due_time: null,
      changed: ["due_on", "due_time"],
    });
    const cleared = await call(ctx, "update_task", { task_id: 1, due: null, completed: true });
    expect(cleared.result).toMatchObject({ due_on: null, completed: true });
    expect((await call(ctx, "update_task", { task_id: 1 })).result).toMatchObject({
      error: "invalid_arguments",
    });
  });

  it("lists compactly, soonest due first, and counts what it leaves out", async () => {
    const ctx = await person();
    for (let index = 0; index < LIST_LIMIT; index++) await addTask(ctx, { title: `Task ${index}` });
    await addTask(ctx, { title: "Due", due_on: "2026-11-25", description: "n".repeat(500) });
    const { result } = await call(ctx, "list_tasks", {});
    expect(result).toMatchObject({ count: LIST_LIMIT, more: 1 });
    const [first, second] = (result as { tasks: unknown[] }).tasks;
    expect(first).toEqual({
      task_id: 51,
      title: "Due",
      status: "pending",
      due_on: "2026-11-25",
      due: expect.stringContaining("Wednesday"),
      description: "n".repeat(200),
    });
    expect(second).toEqual({ task_id: 1, title: "Task 0", status: "pending" });
  });

  it("tells a task that isn't there from every failure of its own", async () => {
    const ctx = await person();
    expect((await call(ctx, "complete_task", { task_id: 7 })).result).toMatchObject({
      error: "not_found",
    });
    expect((await call(ctx, "delete_task", { task_title: "dentist" })).result).toMatchObject({
      error: "not_found",
    });
  });

  it("acts for the caller alone, whatever the arguments say", async () => {
    const ada = await person();
    const eve = await person();
    await addTask(ada, { title: "Hers" });
    const run = await call(eve, "delete_task", { task_id: 1, user_id: ada.userId });
    expect(run).toMatchObject({ status: "failed", result: { error: "invalid_arguments" } });
    expect(await titles(ada)).toEqual(["Hers"]);
  });
});
