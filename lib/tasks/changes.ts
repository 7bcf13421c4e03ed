/**
 * The ledger: one row for each change of a task, written in the transaction that makes it.
 * Written by the task verbs only, so that no change goes without its row; read by the history and by `undo.ts`.
 */
import { and, count, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { afterCursor, keysOf, type Order, orderOf, pageOf } from "@/db/keyset";
import { taskChanges, users } from "@/db/schema";
import type { Context } from "@/lib/context";
import { recordEvent } from "@/lib/events/record";
import { newId } from "@/lib/ids";
import { type Change, NUMBER_MAX, type Task } from "./schema";

export type ChangeRow = typeof taskChanges.$inferSelect;

/** A row of the ledger, as every door shows it. */
export const toChange = (row: ChangeRow): Change => ({
  id: row.id,
  task_id: row.taskNumber,
  kind: row.kind,
  before: row.before,
  after: row.after,
  actor: { kind: row.actorKind, name: row.actorName },
  turn_id: row.turnId,
  undoes: row.undoes,
  undone: row.undone,
  created_at: row.createdAt.toISOString(),
});

export type NewChange = {
  kind: Change["kind"];
  /** Null for a task that was not there. */
  before: Task | null;
  /** Null for a task that is gone. */
  after: Task | null;
  /** The id of the change that this one takes back. */
  undoes?: string;
};

/** Writes the row for one change, in the name of the context's actor and turn. */
export const recordChange = async (ctx: Context, change: NewChange): Promise<Change> => {
  const taskNumber = (change.after ?? change.before)?.id;
  if (taskNumber === undefined) {
    throw new Error("A change has a task before it, after it, or both.");
  }
  const row: ChangeRow = {
    id: newId(),
    userId: ctx.userId,
    taskNumber,
    kind: change.kind,
    before: change.before,
    after: change.after,
    actorKind: ctx.actor.kind,
    actorName: ctx.actor.name,
    turnId: ctx.turnId,
    undoes: change.undoes ?? null,
    undone: false,
    createdAt: ctx.now,
  };
  await ctx.db.insert(taskChanges).values(row);
  const written = toChange(row);
  await recordEvent(ctx, { type: "task.changed", ...written });
  return written;
};

const NEWEST: Order = {
  name: "changes",
  keys: [{ expression: sql`${taskChanges.id}`, type: "uuid", direction: "desc" }],
};

/** The condition for the person's own changes. */
export const ownChanges = (ctx: Context, ...conditions: (SQL | undefined)[]): SQL | undefined =>
  and(eq(taskChanges.userId, ctx.userId), ...conditions);

/**
 * How many tasks callers of this kind have deleted since then, undoing aside. Those of one person who ask at once are
 * told one after the other, each when the one before has committed: call it within the transaction that deletes.
 */
export const countOwnDeletions = async (ctx: Context, since: Date): Promise<number> => {
  // Not `for update`, which would wait for whoever writes a row that refers to the person.
  await ctx.db
    .select({ id: users.id })
    .from(users)
    .where(eq(users.id, ctx.userId))
    .for("no key update");
  const [deletions] = await ctx.db
    .select({ count: count() })
    .from(taskChanges)
    .where(
      ownChanges(
        ctx,
        eq(taskChanges.actorKind, ctx.actor.kind),
        eq(taskChanges.kind, "deleted"),
        isNull(taskChanges.undoes),
        gt(taskChanges.createdAt, since),
      ),
    );
  return deletions?.count ?? 0;
};

export type ChangeListOptions = {
  taskId?: number | undefined;
  turnId?: string | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** A page of the ledger, newest first: all of the person's, or one task's or one turn's. */
export const listChanges = async (
  ctx: Context,
  { taskId, turnId, limit, cursor }: ChangeListOptions,
): Promise<{ changes: Change[]; count: number; next_cursor: string | null }> => {
  if (taskId !== undefined && taskId > NUMBER_MAX)
    return { changes: [], count: 0, next_cursor: null };
  const rows = await ctx.db
    .select({ change: taskChanges, keys: keysOf(NEWEST) })
    .from(taskChanges)
    .where(
      ownChanges(
        ctx,
        taskId === undefined ? undefined : eq(taskChanges.taskNumber, taskId),
        turnId === undefined ? undefined : eq(taskChanges.turnId, turnId),
        cursor === undefined ? undefined : afterCursor(NEWEST, cursor),
      ),
    )
    .orderBy(...orderOf(NEWEST))
    .limit(limit + 1);
  const page = pageOf(NEWEST, rows, limit);
  const changes = page.rows.map((row) => toChange(row.change));
  return { changes, count: changes.length, next_cursor: page.nextCursor };
};
