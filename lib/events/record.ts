/**
 * Writing a person's events, in the transaction of the change that they tell of. Called by the verbs on tasks,
 * conversations and turns.
 */
import { eq, sql } from "drizzle-orm";
import { userEvents, users } from "@/db/schema";
import { type Context, withTransaction } from "@/lib/context";
import type { UserEvent } from "./schema";

/**
 * A transaction that changes something of the person's and tells of it. It takes the person's row first: their
 * changes come one after another, so their events are numbered in the order of their commits, and two of them can
 * never wait for each other.
 */
export const changing = <T>(ctx: Context, work: (ctx: Context) => Promise<T>): Promise<T> =>
  withTransaction(ctx, async (ctx) => {
    await ctx.db.select({ id: users.id }).from(users).where(eq(users.id, ctx.userId)).for("update");
    return work(ctx);
  });

/** Tells the person's pages, once the transaction is committed. Only inside `changing`. */
export const recordEvent = async (ctx: Context, event: UserEvent): Promise<void> => {
  const [counter] = await ctx.db
    .update(users)
    .set({ lastEvent: sql`${users.lastEvent} + 1` })
    .where(eq(users.id, ctx.userId))
    .returning({ number: users.lastEvent });
  // An account that was deleted meanwhile has no pages to tell.
  if (!counter) return;
  await ctx.db
    .insert(userEvents)
    .values({ userId: ctx.userId, number: counter.number, event, createdAt: new Date() });
};
