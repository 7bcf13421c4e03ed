/**
 * Following a person's events, live, whichever instance the changes were made on.
 */
import { and, asc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { userEvents, users } from "@/db/schema";
import type { Context } from "@/lib/context";
import type { NumberedUserEvent } from "./schema";
import { Watch } from "./watch";

const LOOK_MS = 300;

/** How long an event can be replayed after `Last-Event-ID`. */
export const EVENT_RETENTION_MS = 24 * 60 * 60 * 1000;
const PAGE = 200;

/** How many events each person has had; somebody who is gone will have no more. */
const people = new Watch("people", LOOK_MS, async (db, ids) => {
  const counts = await db
    .select({ id: users.id, last: users.lastEvent })
    .from(users)
    .where(inArray(users.id, ids));
  const last = new Map(ids.map((id) => [id, 0]));
  for (const count of counts) last.set(count.id, count.last);
  return last;
});

const eventsAfter = (db: Database, userId: string, after: number): Promise<NumberedUserEvent[]> =>
  db
    .select({ id: userEvents.number, event: userEvents.event })
    .from(userEvents)
    .where(and(eq(userEvents.userId, userId), gt(userEvents.number, after)))
    .orderBy(asc(userEvents.number))
    .limit(PAGE);

const lastEvent = async (ctx: Context): Promise<number> => {
  const [row] = await ctx.db
    .select({ last: users.lastEvent })
    .from(users)
    .where(eq(users.id, ctx.userId));
  return row?.last ?? 0;
};

// Routes and `instrumentation.ts` get different copies of this module.
const globals = globalThis as typeof globalThis & { errandEventListeners?: number };

/** How many streams of this process follow somebody's events. */
export const listenerCount = (): number => globals.errandEventListeners ?? 0;

const countListeners = (by: 1 | -1): void => {
  globals.errandEventListeners = listenerCount() + by;
};

/**
 * The person's events from now on, or after event `after`, until `signal` is aborted. A number that lies in the
 * future, as after a restored backup, counts as now.
 */
export async function* listen(
  ctx: Context,
  after: number | null,
  signal: AbortSignal,
): AsyncGenerator<NumberedUserEvent, void> {
  const last = await lastEvent(ctx);
  let seen = Math.min(after ?? last, last);
  countListeners(1);
  try {
    while (!signal.aborted) {
      const events = await eventsAfter(ctx.db, ctx.userId, seen);
      for (const event of events) {
        yield event;
        seen = event.id;
      }
      if (events.length < PAGE) await people.beyond(ctx.db, ctx.userId, seen, signal);
    }
  } finally {
    countListeners(-1);
  }
}

/** Removes events that are too old to be replayed. */
export const forgetOldEvents = async (db: Database, now: Date): Promise<void> => {
  await db
    .delete(userEvents)
    .where(lt(userEvents.createdAt, new Date(now.getTime() - EVENT_RETENTION_MS)));
};
