/**
 * Following a person's events, live, whichever instance the changes were made on: one query for all listeners of this
 * process looks several times a second whether anybody's count has moved. Nothing runs while nobody listens.
 */
import { and, asc, eq, gt, inArray, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { userEvents, users } from "@/db/schema";
import type { Context } from "@/lib/context";
import { errorLines, log } from "@/lib/log";
import type { NumberedUserEvent } from "./schema";

const LOOK_MS = 300;

/** How long an event can be replayed after `Last-Event-ID`. */
export const EVENT_RETENTION_MS = 24 * 60 * 60 * 1000;
const PAGE = 200;

type Listener = { userId: string; seen: number; wake: () => void };

type Listening = { listeners: Set<Listener>; timer?: NodeJS.Timeout };

const globals = globalThis as typeof globalThis & {
  errandListening?: Map<Database, Listening>;
};

const listeningTo = (db: Database): Listening => {
  const all = (globals.errandListening ??= new Map<Database, Listening>());
  const existing = all.get(db);
  if (existing) return existing;
  const listening: Listening = { listeners: new Set() };
  all.set(db, listening);
  return listening;
};

const lookLater = (db: Database, listening: Listening): void => {
  listening.timer ??= setTimeout(() => void look(db, listening), LOOK_MS).unref();
};

const look = async (db: Database, listening: Listening): Promise<void> => {
  delete listening.timer;
  const ids = [...new Set([...listening.listeners].map((listener) => listener.userId))];
  if (ids.length === 0) {
    globals.errandListening?.delete(db);
    return;
  }
  try {
    const counts = await db
      .select({ id: users.id, last: users.lastEvent })
      .from(users)
      .where(inArray(users.id, ids));
    const last = new Map(counts.map((count) => [count.id, count.last]));
    for (const listener of listening.listeners) {
      if ((last.get(listener.userId) ?? 0) > listener.seen) listener.wake();
    }
  } catch (error) {
    // The next look tries again; the listeners' streams stay open meanwhile.
    log().warn(errorLines(error), "looking for events failed");
  }
  lookLater(db, listening);
};

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
  const listener: Listener = {
    userId: ctx.userId,
    seen: Math.min(after ?? last, last),
    wake: () => undefined,
  };
  const listening = listeningTo(ctx.db);
  listening.listeners.add(listener);
  lookLater(ctx.db, listening);
  const stop = () => listener.wake();
  signal.addEventListener("abort", stop);
  try {
    while (!signal.aborted) {
      const events = await eventsAfter(ctx.db, ctx.userId, listener.seen);
      for (const event of events) {
        yield event;
        listener.seen = event.id;
      }
      if (events.length === PAGE || signal.aborted) continue;
      await new Promise<void>((resolve) => {
        listener.wake = resolve;
      });
    }
  } finally {
    signal.removeEventListener("abort", stop);
    listening.listeners.delete(listener);
  }
}

/** Removes events that are too old to be replayed. */
export const forgetOldEvents = async (db: Database, now: Date): Promise<void> => {
  await db
    .delete(userEvents)
    .where(lt(userEvents.createdAt, new Date(now.getTime() - EVENT_RETENTION_MS)));
};
