import fc from "fast-check";
import { expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { begunTurn } from "@/test/begun-turn";
import { makeUser, onEachDatabase } from "@/test/database";
import { listChanges } from "./changes";
import { listTasks } from "./list";
import type { Task } from "./schema";
import { addTask, completeTask, deleteTask, reopenTask, updateTask } from "./service";
import {
  redoChange,
  redoTurn,
  undoChange,
  undoLastOwnChange,
  undoLastTurn,
  undoTurn,
} from "./undo";

/** The same person, acting within a turn. */
const inTurn = async (ctx: Context): Promise<Context & { turnId: string }> => {
  const turn = await begunTurn(ctx, "something");
  return { ...ctx, actor: { kind: "agent", name: "scripted" }, turnId: turn.id };
};

/** All tasks as a person sees them: when they were last touched aside. */
const state = async (ctx: Context): Promise<Omit<Task, "updated_at" | "completed_at">[]> =>
  (await listTasks(ctx, { limit: 100 })).tasks.map(
    ({ updated_at: _updated, completed_at: _completed, ...task }) => task,
  );

onEachDatabase("undo", (database) => {
  it("takes back an addition, a change, a completion and a deletion", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, {
      title: "Stays",
      due_on: "2026-12-01",
      due_time: "10:00",
      priority: "high",
    });
    const before = await state(ctx);
    for (const change of [
      () => addTask(ctx, { title: "Another" }),
      () => updateTask(ctx, 1, { title: "Other", due_on: null }),
      () => completeTask(ctx, 1),
      () => deleteTask(ctx, 1),
    ]) {
      const made = (await change()).change;
      expect(await state(ctx)).not.toEqual(before);
      const [undo] = await undoChange(ctx, made?.id ?? "");
      expect(undo).toMatchObject({ undoes: made?.id, undone: false });
      expect(await state(ctx)).toEqual(before);
    }
  });

  it("brings a deleted task back with its number, dates, note and history", async () => {
    const ctx = await makeUser(database());
    const { task } = await addTask(ctx, {
      title: "Dentist",
      description: "Dr. Wu",
      due_on: "2026-12-01",
    });
    const { change } = await deleteTask(ctx, 1);
    const [restored] = await undoChange(ctx, change?.id ?? "");
    expect(restored).toMatchObject({ kind: "restored", task_id: 1, before: null });
    const { tasks } = await listTasks(ctx, { limit: 10 });
    expect(tasks).toEqual([{ ...task, updated_at: expect.any(String) }]);
    const history = await listChanges(ctx, { taskId: 1, limit: 10 });
    expect(history.changes.map(({ kind, undone }) => [kind, undone])).toEqual([
      ["restored", false],
      ["deleted", true],
      ["created", false],
    ]);
    expect((await addTask(ctx, { title: "Next" })).task.id).toBe(2);
  });

  it("takes back all of a turn, newest first, several changes of one task included", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, { title: "First" });
    const before = await state(ctx);
    const turn = await inTurn(ctx);
    await addTask(turn, { title: "Second" });
    await updateTask(turn, 1, { title: "First, renamed" });
    await completeTask(turn, 1);
    await deleteTask(turn, 1);
    await updateTask(turn, 2, { priority: "low" });
    expect(await undoTurn(ctx, turn.turnId)).toHaveLength(5);
    expect(await state(ctx)).toEqual(before);
    await expect(undoTurn(ctx, turn.turnId)).rejects.toMatchObject({ code: "undo_conflict" });
  });

  it("takes back nothing when one of a turn's tasks has changed since, and says which", async () => {
    const ctx = await makeUser(database());
    const turn = await inTurn(ctx);
    await addTask(turn, { title: "Milk" });
    await addTask(turn, { title: "Eggs" });
    await updateTask(ctx, 1, { title: "Oat milk" });
    const before = await state(ctx);
    await expect(undoTurn(ctx, turn.turnId)).rejects.toMatchObject({
      code: "undo_conflict",
      message: expect.stringMatching(/Task 1, “Oat milk”, has changed since/),
    });
    expect(await state(ctx)).toEqual(before);
  });

  it("can be undone, and then done again", async () => {
    const ctx = await makeUser(database());
    const { change } = await addTask(ctx, { title: "Milk" });
    const made = await state(ctx);
    const [undo] = await undoChange(ctx, change?.id ?? "");
    expect(await state(ctx)).toEqual([]);
    const [redo] = await undoChange(ctx, undo?.id ?? "");
    expect(redo).toMatchObject({ kind: "restored" });
    expect(await state(ctx)).toEqual(made);
    const { changes } = await listChanges(ctx, { taskId: 1, limit: 10 });
    expect(changes.map(({ undone }) => undone)).toEqual([false, true, false]);
    const [third] = await undoChange(ctx, redo?.id ?? "");
    expect(await state(ctx)).toEqual([]);
    expect(third).toMatchObject({ kind: "deleted", undoes: redo?.id });
    const chain = await listChanges(ctx, { taskId: 1, limit: 10 });
    expect(chain.changes.map(({ undone }) => undone)).toEqual([false, true, false, true]);
  });

  it("of one change is taken back by redoing it, however long the chain has become", async () => {
    const ctx = await makeUser(database());
    const { change } = await addTask(ctx, { title: "Milk" });
    const id = change?.id ?? "";
    const made = await state(ctx);
    await expect(redoChange(ctx, id)).rejects.toMatchObject({ code: "undo_conflict" });
    const [undo] = await undoChange(ctx, id);
    const [redo] = await redoChange(ctx, id);
    expect(redo).toMatchObject({ kind: "restored", undoes: undo?.id });
    expect(await state(ctx)).toEqual(made);
    // From the history: the redo itself is taken back, and the first change is redone after that.
    const [again] = await undoChange(ctx, redo?.id ?? "");
    expect(await state(ctx)).toEqual([]);
    expect(await redoChange(ctx, id)).toMatchObject([{ undoes: again?.id }]);
    expect(await state(ctx)).toEqual(made);
    const { changes } = await listChanges(ctx, { taskId: 1, limit: 10 });
    expect(changes.map(({ undone }) => undone)).toEqual([false, true, false, true, false]);
    const eve = await makeUser(database());
    await expect(redoChange(eve, id)).rejects.toMatchObject({ code: "not_found" });
  });

  it("of a whole turn is redone as a whole, what was undone before it included", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, { title: "First" });
    const turn = await inTurn(ctx);
    await addTask(turn, { title: "Second" });
    const { change } = await updateTask(turn, 1, { title: "First, renamed" });
    await completeTask(turn, 1);
    await deleteTask(turn, 2);
    const made = await state(ctx);
    await expect(redoTurn(ctx, turn.turnId)).rejects.toMatchObject({ code: "undo_conflict" });
    await undoTurn(ctx, turn.turnId);
    const before = await state(ctx);
    expect(await redoTurn(ctx, turn.turnId)).toHaveLength(4);
    expect(await state(ctx)).toEqual(made);
    await undoTurn(ctx, turn.turnId);
    expect(await state(ctx)).toEqual(before);
    await redoChange(ctx, change?.id ?? "");
    expect(await redoTurn(ctx, turn.turnId)).toHaveLength(3);
    expect(await state(ctx)).toEqual(made);
  });

  it("is redone for none of a turn's tasks when one has changed since", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, { title: "First" });
    const turn = await inTurn(ctx);
    await addTask(turn, { title: "Second" });
    await updateTask(turn, 1, { title: "First, renamed" });
    await undoTurn(ctx, turn.turnId);
    await updateTask(ctx, 1, { title: "Mine" });
    const before = await state(ctx);
    await expect(redoTurn(ctx, turn.turnId)).rejects.toMatchObject({
      code: "undo_conflict",
      message: expect.stringMatching(/Task 1, “Mine”, has changed since/),
    });
    expect(await state(ctx)).toEqual(before);
  });

  it("happens once when it is asked for several times at once", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, { title: "Milk" });
    const { change } = await deleteTask(ctx, 1);
    const results = await Promise.allSettled(
      Array.from({ length: 5 }, () => undoChange(ctx, change?.id ?? "")),
    );
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    for (const result of results) {
      if (result.status === "rejected")
        expect(result.reason).toMatchObject({ code: "undo_conflict" });
    }
    expect(await state(ctx)).toHaveLength(1);
  });

  it("of the last turn goes further back each time, and takes itself back at the end", async () => {
    const ctx = await makeUser(database());
    expect(await undoLastTurn(await inTurn(ctx))).toBeNull();
    await addTask(ctx, { title: "By hand" });
    await addTask(await inTurn(ctx), { title: "Milk" });
    await addTask(await inTurn(ctx), { title: "Eggs" });
    const titles = async () => (await state(ctx)).map(({ title }) => title);
    await undoLastTurn(await inTurn(ctx));
    expect(await titles()).toEqual(["By hand", "Milk"]);
    await undoLastTurn(await inTurn(ctx));
    expect(await titles()).toEqual(["By hand"]);
    await undoLastTurn(await inTurn(ctx));
    expect(await titles()).toEqual(["By hand", "Milk"]);
  });

  it("of one's own last change goes further back each time, and takes itself back at the end", async () => {
    const ctx = await makeUser(database());
    const phone: Context = { ...ctx, actor: { kind: "token", name: "Phone" } };
    const editor: Context = { ...ctx, actor: { kind: "token", name: "Editor" } };
    const titles = async () => (await state(ctx)).map(({ title }) => title);
    expect(await undoLastOwnChange(phone)).toBeNull();
    await addTask(phone, { title: "Milk" });
    await addTask(phone, { title: "Eggs" });
    await addTask(editor, { title: "Another client's" });
    await addTask({ ...phone, turnId: (await inTurn(ctx)).turnId }, { title: "In a turn" });
    await addTask(ctx, { title: "By hand" });
    const others = ["Another client's", "In a turn", "By hand"];
    expect(await undoLastOwnChange(phone)).toMatchObject([{ kind: "deleted", task_id: 2 }]);
    expect(await titles()).toEqual(["Milk", ...others]);
    await undoLastOwnChange(phone);
    expect(await titles()).toEqual(others);
    await undoLastOwnChange(phone);
    expect(await titles()).toEqual(["Milk", ...others]);
    await updateTask(ctx, 1, { title: "Oat milk" });
    await expect(undoLastOwnChange(phone)).rejects.toMatchObject({ code: "undo_conflict" });
  });

  it("is for one's own changes only", async () => {
    const ada = await makeUser(database());
    const eve = await makeUser(database());
    const turn = await inTurn(ada);
    const { change } = await addTask(turn, { title: "Hers" });
    await expect(undoChange(eve, change?.id ?? "")).rejects.toMatchObject({ code: "not_found" });
    await expect(undoTurn(eve, turn.turnId)).rejects.toMatchObject({ code: "undo_conflict" });
    expect(await undoLastTurn(eve)).toBeNull();
    expect((await listChanges(eve, { limit: 10 })).count).toBe(0);
    expect(await state(ada)).toHaveLength(1);
  });

  it("of everything, newest first, leads back to the beginning, whatever was done", async () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("add" as const), title: fc.string({ minLength: 1 }) }),
      fc.record({
        kind: fc.constantFrom("complete" as const, "reopen" as const, "delete" as const),
        task: fc.integer({ min: 1, max: 6 }),
      }),
      fc.record({
        kind: fc.constant("update" as const),
        task: fc.integer({ min: 1, max: 6 }),
        due_on: fc.constantFrom(null, "2026-12-01", "2027-01-31"),
        priority: fc.constantFrom("none" as const, "high" as const),
      }),
    );
    const play = (ctx: Context, action: typeof step extends fc.Arbitrary<infer S> ? S : never) => {
      switch (action.kind) {
        case "add":
          return addTask(ctx, { title: action.title });
        case "complete":
          return completeTask(ctx, action.task);
        case "reopen":
          return reopenTask(ctx, action.task);
        case "delete":
          return deleteTask(ctx, action.task);
        case "update":
          return updateTask(ctx, action.task, { due_on: action.due_on, priority: action.priority });
      }
    };
    await fc.assert(
      fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
        const ctx = await makeUser(database());
        await addTask(ctx, { title: "There before" });
        const before = await state(ctx);
        const made: string[] = [];
        for (const action of steps) {
          // A blank title or a task that isn't there changes nothing.
          const changed = await play(ctx, action).catch(() => null);
          if (changed?.change) made.push(changed.change.id);
        }
        for (const id of made.reverse()) await undoChange(ctx, id);
        expect(await state(ctx)).toEqual(before);
      }),
      { numRuns: 25 },
    );
  });
});
