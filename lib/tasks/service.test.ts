import { asc, eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { taskChanges } from "@/db/schema";
import { withTransaction } from "@/lib/context";
import { makeUser, onEachDatabase } from "@/test/database";
import {
  addTask,
  completeTask,
  deleteTask,
  getTask,
  reopenTask,
  updateTask,
  type Changed,
} from "./service";
import type { Context } from "@/lib/context";

const ledger = (ctx: Context) =>
  ctx.db
    .select()
    .from(taskChanges)
    .where(eq(taskChanges.userId, ctx.userId))
    .orderBy(asc(taskChanges.id));

onEachDatabase("tasks service", (database) => {
  it("adds a task with defaults, trimmed, under the person's next number", async () => {
    const ctx = await makeUser(database());
    const first = await addTask(ctx, { title: "  Buy milk " });
    const second = await addTask(ctx, {
      title: "Pay rent",
      description: "by transfer",
      due_on: "2026-12-01",
      due_time: "09:00",
      priority: "high",
    });
    expect(first.task).toMatchObject({ id: 1, title: "Buy milk", description: "", due_on: null });
    expect(first.task).toMatchObject({ completed: false, status: "pending", priority: "none" });
    expect(second.task).toMatchObject({ id: 2, due_on: "2026-12-01", due_time: "09:00" });
    expect(await getTask(ctx, 2)).toEqual(second.task);
  });

  it("counts numbers for each person and never gives one twice", async () => {
    const ada = await makeUser(database());
    const bob = await makeUser(database());
    await addTask(ada, { title: "One" });
    await deleteTask(ada, 1);
    expect((await addTask(ada, { title: "Two" })).task.id).toBe(2);
    expect((await addTask(bob, { title: "His" })).task.id).toBe(1);
  });

  it("gives different numbers to twenty that are added at once", async () => {
    const ctx = await makeUser(database());
    const added = await Promise.all(
      Array.from({ length: 20 }, (_, index) => addTask(ctx, { title: `Task ${index}` })),
    );
    const numbers = added.map(({ task }) => task.id).sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
  });

  it("writes a ledger row for every change, with before, after, actor and turn", async () => {
    const ctx = await makeUser(database(), { name: "Ada" });
    await addTask(ctx, { title: "Call mom" });
    await updateTask(ctx, 1, { title: "Call mom tonight" });
    await completeTask(ctx, 1);
    await reopenTask(ctx, 1);
    const agent: Context = { ...ctx, actor: { kind: "agent", name: "offline" } };
    await deleteTask(agent, 1);
    const rows = await ledger(ctx);
    expect(rows.map((row) => row.kind)).toEqual([
      "created",
      "updated",
      "completed",
      "reopened",
      "deleted",
    ]);
    expect(rows[0]).toMatchObject({ before: null, after: { title: "Call mom" } });
    expect(rows[1]).toMatchObject({
      before: { title: "Call mom" },
      after: { title: "Call mom tonight" },
      actorKind: "user",
      actorName: "Ada",
      turnId: null,
    });
    expect(rows[4]).toMatchObject({
      before: { id: 1, title: "Call mom tonight", completed: false },
      after: null,
      actorKind: "agent",
      actorName: "offline",
    });
  });

  it("writes nothing where nothing changes", async () => {
    const ctx = await makeUser(database());
    const { task } = await addTask(ctx, { title: "Read" });
    await completeTask(ctx, 1);
    const again = await completeTask(ctx, 1);
    expect(again.change).toBeNull();
    expect((await updateTask(ctx, 1, { title: task.title })).change).toBeNull();
    expect(await ledger(ctx)).toHaveLength(2);
  });

  it("takes the time away with the date, and refuses a time without one", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, { title: "Dentist", due_on: "2026-12-01", due_time: "10:30" });
    const { task } = await updateTask(ctx, 1, { due_on: null });
    expect(task).toMatchObject({ due_on: null, due_time: null });
    await expect(updateTask(ctx, 1, { due_time: "08:00" })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  it("shows nobody another's task", async () => {
    const ada = await makeUser(database());
    const eve = await makeUser(database());
    await addTask(ada, { title: "Secret" });
    const attempts: (() => Promise<unknown>)[] = [
      () => getTask(eve, 1),
      () => updateTask(eve, 1, { title: "Mine" }),
      () => completeTask(eve, 1),
      () => deleteTask(eve, 1),
      () => getTask(eve, 4_000_000_000),
    ];
    for (const attempt of attempts) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
    expect((await getTask(ada, 1)).title).toBe("Secret");
  });

  it.each<[string, (ctx: Context) => Promise<Changed>]>([
    ["add", (ctx) => addTask(ctx, { title: "Another" })],
    ["update", (ctx) => updateTask(ctx, 1, { priority: "low" })],
    ["complete", (ctx) => completeTask(ctx, 1)],
    ["reopen", (ctx) => reopenTask(ctx, 1)],
    ["delete", (ctx) => deleteTask(ctx, 1)],
  ])("runs inside a transaction and is undone with it: %s", async (_verb, verb) => {
    const ctx = await makeUser(database());
    const { task } = await addTask(ctx, { title: "Stays" });
    await expect(
      withTransaction(ctx, async (inner) => {
        await verb(inner);
        throw new Error("undo all");
      }),
    ).rejects.toThrow("undo all");
    expect(await getTask(ctx, 1)).toEqual(task);
    expect(await ledger(ctx)).toHaveLength(1);
  });

  it("refuses titles that are empty, too long in code points, or hold a null character", async () => {
    const ctx = await makeUser(database());
    for (const title of [" ", "x".repeat(201), "a\u0000b"]) {
      await expect(addTask(ctx, { title })).rejects.toThrow();
    }
    const { task } = await addTask(ctx, { title: "🛒".repeat(200) });
    expect([...task.title]).toHaveLength(200);
  });
});
