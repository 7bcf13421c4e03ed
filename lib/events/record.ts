/**
 * Writing a person's events, in the transaction of the change that they tell of. Called by the verbs on tasks,
 * conversations and turns; a turn's beginning and end are one statement each, made of the queries here.
 */
import { eq, type SQL, sql } from "drizzle-orm";
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

/** The `with` query `person`, which does in one statement what `changing` does first: takes the person's row. */
export const personTaken = (ctx: Context): SQL =>
  sql`person as (select id from ${users} where id = ${ctx.userId}::uuid for update)`;

/** For a query that needs no other: gives one row. */
export const ONCE = "(select 1) as once";

/** The `with` queries that tell the person's pages of `events`: of none where the query `cause` gave no row. */
export const pagesTold = (ctx: Context, events: readonly UserEvent[], cause: string): SQL => sql`
  counter as (
    update ${users} set last_event = last_event + ${events.length}
    from ${sql.raw(cause)} where ${users.id} = ${ctx.userId}::uuid
    returning last_event
  ), told as (
    insert into ${userEvents} (user_id, number, event, created_at)
    select ${ctx.userId}::uuid, counter.last_event - ${events.length} + told.place, told.event, ${new Date().toISOString()}::timestamptz
    from counter, json_array_elements(${JSON.stringify(events)}::json) with ordinality as told (event, place)
  )`;

/** Tells the person's pages, once the transaction is committed, all in one statement. Only inside `changing`. */
export const recordEvents = async (ctx: Context, events: readonly UserEvent[]): Promise<void> => {
  // An account that was deleted meanwhile has no pages to tell: then there is no counter.
  await ctx.db.execute(sql`with ${pagesTold(ctx, events, ONCE)} select 1`);
};

export const recordEvent = (ctx: Context, event: UserEvent): Promise<void> =>
  recordEvents(ctx, [event]);
