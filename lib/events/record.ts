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

/** Tells the person's pages, once the transaction is committed, all in one statement. Only inside `changing`. */
export const recordEvents = async (ctx: Context, events: readonly UserEvent[]): Promise<void> => {
  const createdAt = new Date().toISOString();
  // An account that was deleted meanwhile has no pages to tell: then there is no counter.
  await ctx.db.execute(sql`
    with counter as (
      update ${users} set last_event = last_event + ${events.length}
      where ${users.id} = ${ctx.userId}
      returning last_event
    )
    insert into ${userEvents} (user_id, number, event, created_at)
    select ${ctx.userId}::uuid, counter.last_event - ${events.length} + told.place, told.event, ${createdAt}::timestamptz
    from counter, json_array_elements(${JSON.stringify(events)}::json) with ordinality as told (event, place)
  `);
};

export const recordEvent = (ctx: Context, event: UserEvent): Promise<void> =>
  recordEvents(ctx, [event]);
