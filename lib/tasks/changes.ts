/**
 * The ledger: one row for each change of a task, written in the transaction that makes it.
 * Called by the task verbs only, so that no change goes without its row.
 */
import { taskChanges } from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import type { Change, Task } from "./schema";

type Row = typeof taskChanges.$inferSelect;

const toChange = (row: Row): Change => ({
  id: row.id,
  task_id: row.taskNumber,
  kind: row.kind,
  before: row.before,
  after: row.after,
  actor: { kind: row.actorKind, name: row.actorName },
  turn_id: row.turnId,
  undone: row.undone,
  created_at: row.createdAt.toISOString(),
});

/** Writes the row for one change; `before` is null for a new task, `after` for a deleted one. */
export const recordChange = async (
  ctx: Context,
  change: { kind: Change["kind"]; before: Task | null; after: Task | null },
): Promise<Change> => {
  const taskNumber = (change.after ?? change.before)?.id;
  if (taskNumber === undefined)
    throw new Error("A change has a task before it, after it, or both.");
  const row: Row = {
    id: newId(),
    userId: ctx.userId,
    taskNumber,
    kind: change.kind,
    before: change.before,
    after: change.after,
    actorKind: ctx.actor.kind,
    actorName: ctx.actor.name,
    turnId: ctx.turnId,
    undone: false,
    createdAt: ctx.now,
  };
  await ctx.db.insert(taskChanges).values(row);
  return toChange(row);
};
