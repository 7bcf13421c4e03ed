/**
 * The verbs on tasks: every change of a task goes through here and writes its ledger row in the same transaction.
 * Each verb parses its input, sees only the caller's rows, and throws `not_found` for anybody else's.
 */
import { and, eq, type SQL, sql } from "drizzle-orm";
import type { z } from "zod";
import { tasks, users } from "@/db/schema";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { changing } from "@/lib/events/record";
import { recordChange } from "./changes";
import { type Change, newTask, NUMBER_MAX, type Task, type TaskPatch, taskPatch } from "./schema";

export type TaskRow = typeof tasks.$inferSelect;

/** A verb's result: the task as it is now, and the ledger row; null when nothing had to change. */
export type Changed = { task: Task; change: Change | null };

export const toTask = (row: TaskRow): Task => ({
  id: row.number,
  title: row.title,
  description: row.description,
  completed: row.completedAt !== null,
  status: row.completedAt === null ? "pending" : "completed",
  due_on: row.dueOn,
  due_time: row.dueTime,
  priority: row.priority,
  recurrence: row.recurrence,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
  completed_at: row.completedAt?.toISOString() ?? null,
});

/** A task as its row; the other way of `toTask`. */
export const toRow = (ctx: Context, task: Task): TaskRow => ({
  userId: ctx.userId,
  number: task.id,
  title: task.title,
  description: task.description,
  dueOn: task.due_on,
  dueTime: task.due_time,
  priority: task.priority,
  recurrence: task.recurrence,
  createdAt: new Date(task.created_at),
  updatedAt: new Date(task.updated_at),
  completedAt: task.completed_at === null ? null : new Date(task.completed_at),
});

/** The condition for the person's task of that number. */
export const theTask = (ctx: Context, number: number): SQL | undefined =>
  and(eq(tasks.userId, ctx.userId), eq(tasks.number, number));

const findRow = async (
  ctx: Context,
  number: number,
  lock: boolean,
): Promise<TaskRow | undefined> => {
  const query = ctx.db.select().from(tasks).where(theTask(ctx, number)).limit(1);
  const rows = number > NUMBER_MAX ? [] : await (lock ? query.for("update") : query);
  return rows[0];
};

const readRow = async (ctx: Context, number: number, lock: boolean): Promise<TaskRow> => {
  const row = await findRow(ctx, number, lock);
  if (!row) throw new AppError("not_found", `There is no task ${number}.`);
  return row;
};

/** The task, or null. */
export const findTask = async (ctx: Context, number: number): Promise<Task | null> => {
  const row = await findRow(ctx, number, false);
  return row ? toTask(row) : null;
};

/** The task, or `not_found`. */
export const getTask = async (ctx: Context, number: number): Promise<Task> =>
  toTask(await readRow(ctx, number, false));

/** Adds a task under the person's next number. */
export const addTask = (ctx: Context, input: z.input<typeof newTask>): Promise<Changed> =>
  changing(ctx, async (ctx) => {
    const fields = newTask.parse(input);
    // The row lock on the user makes numbers unique and without gaps, however many ask at once.
    const [counter] = await ctx.db
      .update(users)
      .set({ nextTaskNumber: sql`${users.nextTaskNumber} + 1` })
      .where(eq(users.id, ctx.userId))
      .returning({ next: users.nextTaskNumber });
    if (!counter) throw new AppError("unauthenticated", "This account no longer exists.");
    const row: TaskRow = {
      userId: ctx.userId,
      number: counter.next - 1,
      title: fields.title,
      description: fields.description ?? "",
      dueOn: fields.due_on ?? null,
      dueTime: fields.due_time ?? null,
      priority: fields.priority ?? "none",
      recurrence: null,
      createdAt: ctx.now,
      updatedAt: ctx.now,
      completedAt: null,
    };
    await ctx.db.insert(tasks).values(row);
    const task = toTask(row);
    return {
      task,
      change: await recordChange(ctx, { kind: "created", before: null, after: task }),
    };
  });

const patched = (ctx: Context, row: TaskRow, patch: TaskPatch): TaskRow => {
  const dueOn = patch.due_on === undefined ? row.dueOn : patch.due_on;
  const dueTime = patch.due_time === undefined ? row.dueTime : patch.due_time;
  if (patch.due_time && dueOn === null) {
    throw new AppError("invalid_request", "A time needs a date.", {
      fields: [{ path: "due_time", message: "A time needs a date (due_on)." }],
    });
  }
  return {
    ...row,
    title: patch.title ?? row.title,
    description: patch.description ?? row.description,
    dueOn,
    dueTime: dueOn === null ? null : dueTime,
    priority: patch.priority ?? row.priority,
    completedAt:
      patch.completed === undefined
        ? row.completedAt
        : patch.completed
          ? (row.completedAt ?? ctx.now)
          : null,
  };
};

/** The fields that a person can change, and by which two states of a task are compared. */
export const CHANGEABLE = [
  "title",
  "description",
  "due_on",
  "due_time",
  "priority",
  "recurrence",
  "completed",
] as const;

/** The fields in which two states of a task differ. */
export const changedFields = (before: Task, after: Task): (typeof CHANGEABLE)[number][] =>
  CHANGEABLE.filter((field) => before[field] !== after[field]);

/** What a change from one state to another is called. */
export const kindOf = (before: Task, after: Task): Change["kind"] => {
  const fields = changedFields(before, after);
  if (fields.length !== 1 || fields[0] !== "completed") return "updated";
  return after.completed ? "completed" : "reopened";
};

/** Changes the fields that are given. Where they are so already, nothing is written and `change` is null. */
export const updateTask = (
  ctx: Context,
  number: number,
  input: z.input<typeof taskPatch>,
): Promise<Changed> =>
  changing(ctx, async (ctx) => {
    const patch = taskPatch.parse(input);
    const row = await readRow(ctx, number, true);
    const before = toTask(row);
    const next = { ...patched(ctx, row, patch), updatedAt: ctx.now };
    const after = toTask(next);
    if (changedFields(before, after).length === 0) return { task: before, change: null };
    await ctx.db.update(tasks).set(next).where(theTask(ctx, number));
    const change = await recordChange(ctx, { kind: kindOf(before, after), before, after });
    return { task: after, change };
  });

/** Marks a task as done; one that is done already stays as it is. */
export const completeTask = (ctx: Context, number: number): Promise<Changed> =>
  updateTask(ctx, number, { completed: true });

/** Marks a task as not done; one that is open already stays as it is. */
export const reopenTask = (ctx: Context, number: number): Promise<Changed> =>
  updateTask(ctx, number, { completed: false });

/** Deletes a task; its number is never given again, and its last state stays in the ledger. */
export const deleteTask = (ctx: Context, number: number): Promise<Changed> =>
  changing(ctx, async (ctx) => {
    const before = toTask(await readRow(ctx, number, true));
    await ctx.db.delete(tasks).where(theTask(ctx, number));
    const change = await recordChange(ctx, { kind: "deleted", before, after: null });
    return { task: before, change };
  });
