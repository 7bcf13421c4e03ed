/**
 * Taking changes back: one, a whole turn's, or the last. All of it or nothing: a task that has changed since
 * stops everything, and is named. What is written are changes like any other, so an undo can be undone.
 */
import { and, desc, eq, isNotNull, isNull, ne, type SQL } from "drizzle-orm";
import { taskChanges, tasks } from "@/db/schema";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { changing } from "@/lib/events/record";
import { type ChangeRow, ownChanges, recordChange } from "./changes";
import type { Change, Task } from "./schema";
import { changedFields, kindOf, theTask, toRow, toTask } from "./service";

const conflict = (message: string): AppError => new AppError("undo_conflict", message);

/** The task as it is now, locked; null when there is none of that number. */
const currentTask = async (ctx: Context, number: number): Promise<Task | null> => {
  const [row] = await ctx.db.select().from(tasks).where(theTask(ctx, number)).for("update");
  return row ? toTask(row) : null;
};

const isSame = (task: Task | null, other: Task | null): boolean =>
  task === null || other === null ? task === other : changedFields(task, other).length === 0;

/** Puts a task back to `wanted` (null: gone) from `current`. */
const putBack = async (
  ctx: Context,
  number: number,
  current: Task | null,
  wanted: Task | null,
): Promise<{ kind: Change["kind"]; after: Task | null }> => {
  if (wanted === null) {
    await ctx.db.delete(tasks).where(theTask(ctx, number));
    return { kind: "deleted", after: null };
  }
  const after: Task = { ...wanted, updated_at: ctx.now.toISOString() };
  const row = toRow(ctx, after);
  if (current === null) {
    await ctx.db.insert(tasks).values(row);
    return { kind: "restored", after };
  }
  await ctx.db.update(tasks).set(row).where(theTask(ctx, number));
  return { kind: kindOf(current, after), after };
};

const undoRow = async (ctx: Context, row: ChangeRow): Promise<Change> => {
  const current = await currentTask(ctx, row.taskNumber);
  if (row.undone) throw conflict("That was taken back already.");
  if (!isSame(current, row.after)) {
    const title = current?.title ?? row.after?.title ?? row.before?.title ?? "";
    throw conflict(
      `Task ${row.taskNumber}, “${title}”, has changed since, so nothing was taken back.`,
    );
  }
  const { kind, after } = await putBack(ctx, row.taskNumber, current, row.before);
  const change = await recordChange(ctx, { kind, before: current, after, undoes: row.id });
  // Taking an undo back puts the change before it in force again, and so on down to the first.
  let undone = true;
  for (let id: string | null = row.id; id !== null; undone = !undone) {
    const [marked]: { undoes: string | null }[] = await ctx.db
      .update(taskChanges)
      .set({ undone })
      .where(eq(taskChanges.id, id))
      .returning({ undoes: taskChanges.undoes });
    id = marked?.undoes ?? null;
  }
  return change;
};

/** The person's change of that id, or `not_found`. */
const ownChange = async (ctx: Context, id: string): Promise<ChangeRow> => {
  const [row] = await ctx.db
    .select()
    .from(taskChanges)
    .where(ownChanges(ctx, eq(taskChanges.id, id)));
  if (!row) throw new AppError("not_found", "There is no such change.");
  return row;
};

/** Takes one change back; throws `not_found` or `undo_conflict`. */
export const undoChange = (ctx: Context, id: string): Promise<Change[]> =>
  changing(ctx, async (ctx) => [await undoRow(ctx, await ownChange(ctx, id))]);

/** The changes of a turn that are in force, or those that were taken back; newest first. */
const changesOf = (
  ctx: Context,
  turnId: string,
  { undone }: { undone: boolean },
): Promise<ChangeRow[]> =>
  ctx.db
    .select()
    .from(taskChanges)
    .where(ownChanges(ctx, eq(taskChanges.turnId, turnId), eq(taskChanges.undone, undone)))
    .orderBy(desc(taskChanges.id));

/** Takes back all of a turn's changes that are in force, or none; throws `undo_conflict`, also when there is none. */
export const undoTurn = (ctx: Context, turnId: string): Promise<Change[]> =>
  changing(ctx, async (ctx) => {
    const rows = await changesOf(ctx, turnId, { undone: false });
    if (rows.length === 0) {
      throw conflict(
        "There is nothing to take back: it changed nothing, or was taken back already.",
      );
    }
    const changes: Change[] = [];
    for (const row of rows) changes.push(await undoRow(ctx, row));
    return changes;
  });

/** The latest change that took `id` back; with `inForce`, only one that was not taken back in turn. */
const takenBackBy = async (
  ctx: Context,
  id: string,
  inForce: boolean,
): Promise<ChangeRow | undefined> => {
  const [row] = await ctx.db
    .select()
    .from(taskChanges)
    .where(ownChanges(ctx, eq(taskChanges.undoes, id), eq(taskChanges.undone, !inForce)))
    .orderBy(desc(taskChanges.id))
    .limit(1);
  return row;
};

/** Puts a change that was taken back in force again, by taking back the last undo of it. */
const redoRow = async (ctx: Context, row: ChangeRow): Promise<Change> => {
  let undo = await takenBackBy(ctx, row.id, true);
  if (!undo) throw conflict("That is in force already.");
  // Undone, redone, undone again from the history: the last of these undos is the one to take back.
  for (let next: ChangeRow | undefined = undo; next;) {
    undo = next;
    const redo = await takenBackBy(ctx, undo.id, false);
    next = redo && (await takenBackBy(ctx, redo.id, true));
  }
  return undoRow(ctx, undo);
};

/** Puts one change that was taken back in force again; throws `not_found` or `undo_conflict`. */
export const redoChange = (ctx: Context, id: string): Promise<Change[]> =>
  changing(ctx, async (ctx) => [await redoRow(ctx, await ownChange(ctx, id))]);

/** Puts all of a turn's changes that were taken back in force again, or none; throws `undo_conflict`. */
export const redoTurn = (ctx: Context, turnId: string): Promise<Change[]> =>
  changing(ctx, async (ctx) => {
    const rows = await changesOf(ctx, turnId, { undone: true });
    if (rows.length === 0)
      throw conflict("There is nothing to redo: nothing of it was taken back.");
    const changes: Change[] = [];
    // As they were made: the first first.
    for (const row of rows.reverse()) changes.push(await redoRow(ctx, row));
    return changes;
  });

/** The latest change in force that `which` is true of; one that took something back only where no other is left. */
const latestInForce = async (
  ctx: Context,
  which: SQL | undefined,
): Promise<{ id: string; turnId: string | null } | null> => {
  for (const kind of [isNull(taskChanges.undoes), isNotNull(taskChanges.undoes)]) {
    const [latest] = await ctx.db
      .select({ id: taskChanges.id, turnId: taskChanges.turnId })
      .from(taskChanges)
      .where(ownChanges(ctx, eq(taskChanges.undone, false), which, kind))
      .orderBy(desc(taskChanges.id))
      .limit(1);
    if (latest) return latest;
  }
  return null;
};

/**
 * Takes back the last turn that changed something and is in force, the current one aside. Said again, it goes one
 * turn further back; where there is none left, it takes the last undo back. Null when nothing was ever changed.
 */
export const undoLastTurn = async (ctx: Context): Promise<Change[] | null> => {
  const latest = await latestInForce(
    ctx,
    and(
      isNotNull(taskChanges.turnId),
      ctx.turnId === null ? undefined : ne(taskChanges.turnId, ctx.turnId),
    ),
  );
  return latest?.turnId ? undoTurn(ctx, latest.turnId) : null;
};

/**
 * The same for a caller outside of any turn, to whom each call is a turn of its own and changes one task at most:
 * takes back what this caller changed last, and nobody else's doing.
 */
export const undoLastOwnChange = async (ctx: Context): Promise<Change[] | null> => {
  const latest = await latestInForce(
    ctx,
    and(
      isNull(taskChanges.turnId),
      eq(taskChanges.actorKind, ctx.actor.kind),
      eq(taskChanges.actorName, ctx.actor.name),
    ),
  );
  return latest ? undoChange(ctx, latest.id) : null;
};
