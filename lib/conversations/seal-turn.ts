/**
 * Closing a turn whose process has died, as interrupted, with what it had said and done. Whoever meets such a turn
 * does it: who reads it, follows it or begins the next one; and a process when it starts.
 */
import { and, eq, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, messages, turns } from "@/db/schema";
import type { TurnEvent } from "@/lib/agent/events";
import {
  applyEvent,
  contentOf,
  EMPTY_TRANSCRIPT,
  sealParts,
  type Transcript,
} from "@/lib/agent/transcript";
import type { Context } from "@/lib/context";
import { problemOf } from "@/lib/errors";
import { changing } from "@/lib/events/record";
import { turnChanged } from "./changed";
import { interruptedError } from "./interrupted";
import { eventsOfPart, rebuiltEvents } from "./rebuild-events";
import type { MessagePart, ToolCallPart } from "./schema";
import { receiptParts } from "./tool-receipts";
import { allEvents, insertEvents, numbered, type TurnFrame } from "./turn-events";

type TurnRow = typeof turns.$inferSelect;

const asTold = (frames: readonly TurnFrame[]): Transcript =>
  frames
    // Our own writing, read back.
    .map(({ data }) => JSON.parse(data) as TurnEvent)
    .reduce(applyEvent, EMPTY_TRANSCRIPT);

/** What was done, by its receipts, and not told any more. */
const untold = (parts: readonly MessagePart[], receipts: readonly ToolCallPart[]): TurnEvent[] =>
  receipts.flatMap((receipt) => {
    const told = parts.find(
      (part) => part.type === "tool_call" && part.call_id === receipt.call_id,
    );
    if (!told) return eventsOfPart(receipt);
    return told.type === "tool_call" && told.status === "running"
      ? eventsOfPart(receipt).slice(1)
      : [];
  });

/** The events that close the turn, and the message as they leave it. */
const closing = async (
  db: Database,
  turn: TurnRow,
): Promise<{ frames: TurnFrame[]; parts: MessagePart[] }> => {
  const frames = await allEvents(db, turn.id);
  const last = frames.at(-1)?.id;
  if (last === undefined) {
    const [message] = await db.select().from(messages).where(eq(messages.id, turn.messageId));
    const parts = sealParts(message?.parts ?? []);
    return { frames: rebuiltEvents({ ...turn, status: "interrupted" }, parts), parts };
  }
  const told = asTold(frames);
  const receipts = await receiptParts(db, turn.id);
  const events: TurnEvent[] = [
    ...untold(told.parts, receipts.parts),
    { type: "turn.failed", error: problemOf(interruptedError(turn)), retryable: true },
  ];
  return { frames: numbered(events, last + 1), parts: events.reduce(applyEvent, told).parts };
};

const seal = (db: Database, { id, userId, timeZone }: TurnRow, deadBy: Date): Promise<boolean> => {
  const actor = { kind: "agent" as const, name: "Errand" };
  const caller: Context = { userId, actor, turnId: id, db, timeZone, now: new Date() };
  return changing(caller, async (ctx) => {
    // Locked as a whole: what a run that was only slow still says waits here, and then finds the turn closed.
    const [turn] = await ctx.db
      .select()
      .from(turns)
      .where(and(eq(turns.id, id), eq(turns.status, "running"), lt(turns.leaseExpiresAt, deadBy)))
      .for("update");
    if (!turn) return false;
    const { frames, parts } = await closing(ctx.db, turn);
    await insertEvents(ctx.db, id, frames);
    const error = problemOf(interruptedError(turn));
    await ctx.db
      .update(turns)
      .set({ status: "interrupted", answer: null, approval: null, error })
      .where(eq(turns.id, id));
    await ctx.db
      .update(messages)
      .set({ parts, content: contentOf(parts) })
      .where(eq(messages.id, turn.messageId));
    await ctx.db
      .update(conversations)
      .set({ updatedAt: ctx.now })
      .where(eq(conversations.id, turn.conversationId));
    await turnChanged(ctx, turn, "interrupted");
    return true;
  });
};

/** Closes a turn that `isDead`, unless it came to life or was closed meanwhile. */
export const sealTurn = (db: Database, turn: TurnRow): Promise<boolean> =>
  seal(db, turn, new Date());

/** After every lease. */
const FAR_FUTURE = new Date("9999-01-01T00:00:00Z");

/**
 * Closes the turns whose process has died: those past their lease or, with `all`, every running one (the embedded
 * database has one process, so at its start none can be alive). Gives their number.
 */
export const sealInterrupted = async (
  db: Database,
  { now, all }: { now: Date; all: boolean },
): Promise<number> => {
  const deadBy = all ? FAR_FUTURE : now;
  const dead = await db
    .select()
    .from(turns)
    .where(and(eq(turns.status, "running"), lt(turns.leaseExpiresAt, deadBy)));
  let sealed = 0;
  for (const turn of dead) if (await seal(db, turn, deadBy)) sealed += 1;
  return sealed;
};
