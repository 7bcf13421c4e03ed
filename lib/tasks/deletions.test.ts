import { expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { makeUser, onEachDatabase } from "@/test/database";
import { DELETED_DAYS, listDeletions } from "./deletions";
import { listTasks } from "./list";
import { addTask, deleteTask } from "./service";
import { undoChange } from "./undo";

const NOW = new Date("2026-11-20T09:30:00.000Z");

const daysLater = (ctx: Context, days: number): Context => ({
  ...ctx,
  now: new Date(NOW.getTime() + days * 86_400_000),
});

const listed = async (ctx: Context): Promise<(string | undefined)[]> =>
  (await listDeletions(ctx, { limit: 100 })).changes.map(({ before }) => before?.title);

onEachDatabase("deleted tasks", (database) => {
  const person = () => makeUser(database(), { now: NOW });

  it("are found with who deleted them and when, the latest first", async () => {
    const ctx = await person();
    for (const title of ["Milk", "Eggs", "Bread"]) await addTask(ctx, { title });
    await deleteTask(ctx, 2);
    const phone: Context = { ...daysLater(ctx, 1), actor: { kind: "token", name: "Phone" } };
    await deleteTask(phone, 1);
    const { changes, count, next_cursor } = await listDeletions(ctx, { limit: 10 });
    expect([count, next_cursor]).toEqual([2, null]);
    expect(changes).toMatchObject([
      {
        kind: "deleted",
        before: { id: 1, title: "Milk" },
        actor: { kind: "token", name: "Phone" },
        created_at: phone.now.toISOString(),
      },
      { kind: "deleted", before: { id: 2, title: "Eggs" }, actor: { kind: "user" } },
    ]);
  });

  it("come back by undoing what took them away, and are not listed any more", async () => {
    const ctx = await person();
    const { task } = await addTask(ctx, { title: "Dentist", due_on: "2026-12-01" });
    await deleteTask(ctx, 1);
    const [deletion] = (await listDeletions(ctx, { limit: 10 })).changes;
    await undoChange(ctx, deletion?.id ?? "");
    expect((await listTasks(ctx, { limit: 10 })).tasks).toEqual([
      { ...task, updated_at: expect.any(String) },
    ]);
    expect(await listed(ctx)).toEqual([]);
  });

  it("are listed once, by the last deletion, however often they came and went", async () => {
    const ctx = await person();
    await addTask(ctx, { title: "Milk" });
    const { change } = await deleteTask(ctx, 1);
    const [restored] = await undoChange(ctx, change?.id ?? "");
    const [again] = await undoChange(ctx, restored?.id ?? "");
    const { changes } = await listDeletions(ctx, { limit: 10 });
    expect(changes.map(({ id }) => id)).toEqual([again?.id]);
    await undoChange(ctx, again?.id ?? "");
    expect(await listed(ctx)).toEqual([]);
  });

  it("count an addition that was taken back", async () => {
    const ctx = await person();
    const { change } = await addTask(ctx, { title: "Milk" });
    await undoChange(ctx, change?.id ?? "");
    expect(await listed(ctx)).toEqual(["Milk"]);
  });

  it(`are listed for ${DELETED_DAYS} days, and never to anybody else`, async () => {
    const ctx = await person();
    await addTask(ctx, { title: "Milk" });
    await deleteTask(ctx, 1);
    expect(await listed(daysLater(ctx, DELETED_DAYS))).toEqual(["Milk"]);
    expect(await listed({ ...daysLater(ctx, DELETED_DAYS + 0.001) })).toEqual([]);
    expect(await listed(await person())).toEqual([]);
  });

  it("are paged, each once", async () => {
    const ctx = await person();
    for (let id = 1; id <= 5; id += 1) {
      await addTask(ctx, { title: `Task ${id}` });
      await deleteTask(ctx, id);
    }
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await listDeletions(ctx, { limit: 2, cursor });
      seen.push(...page.changes.map(({ task_id }) => task_id));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([5, 4, 3, 2, 1]);
    await expect(listDeletions(ctx, { limit: 2, cursor: "made-up" })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });
});
