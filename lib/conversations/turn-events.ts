/**
 * The events of turns as they are stored: numbered, and to the byte as the wire carries them, before anybody sees
 * them. What is stored once never changes, so that a stream can be cut anywhere and resumed on any instance.
 *
 * Only the run that holds its turn may write: `appendEvents` leaves out what an older run still says. Who takes a
 * turn from a run that may be alive locks the turn's row `for update` first.
 */
import { and, asc, eq, gt, inArray, lt, max, notExists, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Database } from "@/db/client";
import { turnEvents, turns } from "@/db/schema";
import type { TurnEvent } from "@/lib/agent/events";
import { type Frame, frameOf } from "@/lib/agent/sse";
import { ONCE } from "@/lib/events/record";
import { isDead } from "./turn-leases";

/** An event of a turn, ready for the wire. */
export type TurnFrame = Frame<TurnEvent["type"]>;

/** Frames that are read at once. */
export const FRAMES_PER_PAGE = 500;

/** How long the events of a finished turn can be replayed. */
export const TURN_EVENT_RETENTION_MS = 24 * 60 * 60 * 1000;

/** Numbers `events` from `first` on. */
export const numbered = (events: readonly TurnEvent[], first: number): TurnFrame[] =>
  events.map((event, index) => frameOf({ id: first + index, event }));

/**
 * The query, on its own or in a `with`, that stores a turn's frames, if `cause` gives a row. Those that are there stay
 * as they are.
 */
export const eventsInsert = (
  turnId: string,
  frames: readonly TurnFrame[],
  cause: string,
): SQL => sql`
  insert into ${turnEvents} (turn_id, number, type, data, created_at)
  select ${turnId}::uuid, said.id, said.type, said.data, ${new Date().toISOString()}::timestamptz
  from ${sql.raw(cause)}, json_to_recordset(${JSON.stringify(frames)}::json) as said (id int, type text, data text)
  on conflict do nothing`;

/** Stores frames in the transaction of what they tell of. */
export const insertEvents = async (
  db: Database,
  turnId: string,
  frames: readonly TurnFrame[],
): Promise<void> => {
  if (frames.length > 0) await db.execute(eventsInsert(turnId, frames, ONCE));
};

/** What one run of a turn has to say next. */
export type Batch = { turnId: string; run: number; frames: readonly TurnFrame[] };

const heldTurns = z.object({
  rows: z.array(z.object({ turn_id: z.uuid(), cancelled: z.boolean() })),
});

/**
 * Stores what the runs of many turns have to say, in one statement; gives those that still hold their turn, and
 * whether somebody wants them stopped. What the others said is not stored. The same batch may be stored again, when
 * it is not known whether the first time arrived.
 */
export const appendEvents = async (
  db: Database,
  batches: readonly Batch[],
): Promise<ReadonlyMap<string, { cancelled: boolean }>> => {
  const rows = batches.flatMap(({ turnId, run, frames }) =>
    frames.map(({ id, type, data }) => ({ turn_id: turnId, run, number: id, type, data })),
  );
  const createdAt = new Date().toISOString();
  const stored = await db.execute(sql`
    with held as (
      select said.*, ${turns.cancelRequestedAt} is not null as cancelled
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as said (turn_id uuid, run int, number int, type text, data text)
      join ${turns} on ${turns.id} = said.turn_id and ${turns.run} = said.run and ${turns.status} = 'running'
      order by said.turn_id, said.number
      for key share of ${turns}
    ), stored as (
      insert into ${turnEvents} (turn_id, number, type, data, created_at)
      select turn_id, number, type, data, ${createdAt}::timestamptz from held
      on conflict do nothing
    )
    select distinct turn_id, cancelled from held
  `);
  return new Map(
    heldTurns.parse(stored).rows.map(({ turn_id, cancelled }) => [turn_id, { cancelled }]),
  );
};

/** The frames after number `after`, at most a page of them. */
export const eventsAfter = async (
  db: Database,
  turnId: string,
  after: number,
): Promise<TurnFrame[]> =>
  db
    .select({ id: turnEvents.number, type: turnEvents.type, data: turnEvents.data })
    .from(turnEvents)
    .where(and(eq(turnEvents.turnId, turnId), gt(turnEvents.number, after)))
    .orderBy(asc(turnEvents.number))
    .limit(FRAMES_PER_PAGE);

/** All frames of a turn. */
export const allEvents = async (db: Database, turnId: string): Promise<TurnFrame[]> => {
  const all: TurnFrame[] = [];
  for (;;) {
    const page = await eventsAfter(db, turnId, all.at(-1)?.id ?? 0);
    all.push(...page);
    if (page.length < FRAMES_PER_PAGE) return all;
  }
};

/** The number of the turn's last event; 0 where none is stored, or none any more. */
export const lastNumber = async (db: Database, turnId: string): Promise<number> => {
  const [row] = await db
    .select({ last: max(turnEvents.number) })
    .from(turnEvents)
    .where(eq(turnEvents.turnId, turnId));
  return row?.last ?? 0;
};

/**
 * The number of each turn's last event, for those who wait for the next. A turn whose process has died is at infinity,
 * so that somebody looks at it; one that is gone is missing.
 */
export const lastNumbers = async (
  db: Database,
  turnIds: string[],
): Promise<ReadonlyMap<string, number>> => {
  const rows = await db
    .select({
      id: turns.id,
      status: turns.status,
      leaseExpiresAt: turns.leaseExpiresAt,
      last: max(turnEvents.number),
    })
    .from(turns)
    .leftJoin(turnEvents, eq(turnEvents.turnId, turns.id))
    .where(inArray(turns.id, turnIds))
    .groupBy(turns.id);
  return new Map(rows.map((row) => [row.id, isDead(row) ? Infinity : (row.last ?? 0)]));
};

/** Removes the events of finished turns that told their last one more than a day ago: all of a turn's, or none. */
export const forgetOldTurnEvents = async (db: Database, now: Date): Promise<void> => {
  const cutoff = new Date(now.getTime() - TURN_EVENT_RETENTION_MS);
  const later = alias(turnEvents, "later");
  await db.delete(turnEvents).where(
    and(
      lt(turnEvents.createdAt, cutoff),
      notExists(
        db
          .select({ one: sql`1` })
          .from(later)
          .where(
            and(
              eq(later.turnId, turnEvents.turnId),
              sql`${later.createdAt} >= ${cutoff.toISOString()}`,
            ),
          ),
      ),
      notExists(
        db
          .select({ one: sql`1` })
          .from(turns)
          .where(
            and(
              eq(turns.id, turnEvents.turnId),
              sql`${turns.status} in ('running', 'awaiting_approval')`,
            ),
          ),
      ),
    ),
  );
};
