/**
 * The deleted tasks that can still be found: what a list of them shows is the ledger row that took each away, and
 * undoing that row brings the task back with its number, its dates and its history.
 */
import { and, eq, gte, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { afterCursor, keysOf, type Order, orderOf, pageOf } from "@/db/keyset";
import { taskChanges, tasks } from "@/db/schema";
import type { Context } from "@/lib/context";
import { ownChanges, toChange } from "./changes";
import type { Change } from "./schema";

/** So long a deleted task is among the deleted. */
export const DELETED_DAYS = 30;
const DAY_MS = 86_400_000;

const NEWEST: Order = {
  name: "deletions",
  keys: [{ expression: sql`${taskChanges.id}`, type: "uuid", direction: "desc" }],
};

const later = alias(taskChanges, "later");

/** The change is the last that its task has seen, and the task is gone. */
const isTheEnd = (ctx: Context): SQL | undefined =>
  and(
    notExists(
      ctx.db
        .select({ number: tasks.number })
        .from(tasks)
        .where(and(eq(tasks.userId, taskChanges.userId), eq(tasks.number, taskChanges.taskNumber))),
    ),
    notExists(
      ctx.db
        .select({ id: later.id })
        .from(later)
        .where(
          and(
            eq(later.userId, taskChanges.userId),
            eq(later.taskNumber, taskChanges.taskNumber),
            sql`${later.id} > ${taskChanges.id}`,
          ),
        ),
    ),
  );

/**
 * A page of the changes that took tasks away within the last 30 days, newest first, one for each task that is gone:
 * deleted by whomever, or an addition that was taken back. `before` is the task as it was.
 */
export const listDeletions = async (
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ changes: Change[]; count: number; next_cursor: string | null }> => {
  const since = new Date(ctx.now.getTime() - DELETED_DAYS * DAY_MS);
  const rows = await ctx.db
    .select({ change: taskChanges, keys: keysOf(NEWEST) })
    .from(taskChanges)
    .where(
      ownChanges(
        ctx,
        eq(taskChanges.kind, "deleted"),
        gte(taskChanges.createdAt, since),
        isTheEnd(ctx),
        cursor === undefined ? undefined : afterCursor(NEWEST, cursor),
      ),
    )
    .orderBy(...orderOf(NEWEST))
    .limit(limit + 1);
  const page = pageOf(NEWEST, rows, limit);
  const changes = page.rows.map(({ change }) => toChange(change));
  return { changes, count: changes.length, next_cursor: page.nextCursor };
};
