import { expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { listTasks } from "@/lib/tasks/list";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { readCall, runTool } from "./run-tool";

const count = async (ctx: Context): Promise<number> => (await listTasks(ctx, { limit: 50 })).count;

onEmbeddedDatabase("runTool", (database) => {
  it.each([
    ["cut off", "add_task", '{"title":"Buy mi', "invalid_arguments"],
    ["code", "add_task", "globalThis.process.exit(1)", "invalid_arguments"],
    ["not an object", "add_task", '["Buy milk"]', "invalid_arguments"],
    ["a wrong type", "add_task", '{"title":7}', "invalid_arguments"],
    ["an unknown field", "add_task", '{"title":"x","colour":"red"}', "invalid_arguments"],
    ["a missing field", "add_task", "", "invalid_arguments"],
    ["an unknown tool", "drop_table", "{}", "unknown_tool"],
    ["a name of every object", "constructor", "{}", "unknown_tool"],
  ])(
    "answers %s with an error that a model can read, and does nothing",
    async (_what, name, json, error) => {
      const ctx = await makeUser(database());
      const run = await runTool(ctx, readCall(name, json));
      expect(run).toMatchObject({ status: "failed", result: { error }, changes: [] });
      expect(await count(ctx)).toBe(0);
    },
  );

  it("keeps the raw text of arguments that could not be parsed, and the defaults of those that could", () => {
    expect(readCall("add_task", '{"title":').arguments).toBe('{"title":');
    expect(readCall("list_tasks", "").arguments).toEqual({ status: "all" });
  });

  it("writes the receipt in the transaction of the effect: both or neither", async () => {
    const ctx = await makeUser(database());
    const call = readCall("add_task", '{"title":"Buy milk"}');
    const failing = runTool(ctx, call, () => Promise.reject(new Error("no receipt")));
    await expect(failing).rejects.toThrow("no receipt");
    expect(await count(ctx)).toBe(0);
    let seen = 0;
    await runTool(ctx, call, async (inner) => {
      seen = await count(inner);
    });
    expect(seen).toBe(1);
  });

  it("writes a receipt for a call that failed, too", async () => {
    const ctx = await makeUser(database());
    const statuses: string[] = [];
    const note = async (_ctx: Context, run: { status: string }) => void statuses.push(run.status);
    await runTool(ctx, readCall("complete_task", '{"task_id":1}'), note);
    await runTool(ctx, readCall("complete_task", "{"), note);
    expect(statuses).toEqual(["failed", "failed"]);
  });
});
