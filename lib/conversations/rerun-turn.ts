/**
 * Taking up a turn that was there before: one that waited and is decided, or one that ended badly and is tried again.
 * Called by `agent/turn.ts`.
 */
import { desc, eq } from "drizzle-orm";
import { messages, turns } from "@/db/schema";
import type { TurnEvent } from "@/lib/agent/events";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { changing } from "@/lib/events/record";
import { turnChanged } from "./changed";
import { rebuiltEvents, startedEvent } from "./rebuild-events";
import type { HeldApproval, TurnStatus } from "./schema";
import { insertEvents, lastNumber, numbered, type TurnFrame } from "./turn-events";
import { leaseFrom } from "./turn-leases";
import { getTurn, getTurnParts, type TurnRow } from "./turns";

/** A run of a turn that was there before: it goes on from event `next`, after those that it begins with. */
export type NextRun = { turn: TurnRow; next: number; told: TurnFrame[] };

/** The number that the turn's next event gets. Events that are not kept any more are written anew, from 1. */
const nextNumber = async (ctx: Context, turn: TurnRow): Promise<number> => {
  const last = await lastNumber(ctx.db, turn.id);
  if (last > 0) return last + 1;
  const rebuilt = rebuiltEvents(turn, await getTurnParts(ctx, turn));
  await insertEvents(ctx.db, turn.id, rebuilt);
  return rebuilt.length + 1;
};

/** Sets a turn running again, which then says `events` first. Only inside `changing`. */
const runAgain = async (
  ctx: Context,
  turn: TurnRow,
  events: readonly TurnEvent[],
): Promise<NextRun> => {
  const next = await nextNumber(ctx, turn);
  const running = {
    status: "running" as const,
    approval: null,
    answer: null,
    error: null,
    cancelRequestedAt: null,
    leaseExpiresAt: leaseFrom(ctx.now),
    run: turn.run + 1,
  };
  await ctx.db.update(turns).set(running).where(eq(turns.id, turn.id));
  const told = numbered(events, next);
  await insertEvents(ctx.db, turn.id, told);
  await turnChanged(ctx, turn, "running");
  return { turn: { ...turn, ...running }, next, told };
};

/** Takes a waiting turn up again, once; throws `no_approval_pending` when it waits for nothing. */
export const takeUpTurn = (
  ctx: Context,
  id: string,
  approvalId?: string,
): Promise<NextRun & { approval: HeldApproval }> =>
  changing(ctx, async (ctx) => {
    const turn = await getTurn(ctx, id);
    const another = approvalId !== undefined && turn.approval?.id !== approvalId;
    if (turn.status !== "awaiting_approval" || !turn.approval || another) {
      throw new AppError("no_approval_pending", "Nothing waits for approval here any more.");
    }
    return { ...(await runAgain(ctx, turn, [])), approval: turn.approval };
  });

const RETRYABLE: readonly TurnStatus[] = ["failed", "cancelled", "interrupted"];

/** The conversation's last turn, if it can be tried again; else throws `not_retryable`. */
export const checkRetryable = async (ctx: Context, id: string): Promise<TurnRow> => {
  const turn = await getTurn(ctx, id);
  const [last] = await ctx.db
    .select({ turnId: messages.turnId })
    .from(messages)
    .where(eq(messages.conversationId, turn.conversationId))
    .orderBy(desc(messages.position))
    .limit(1);
  if (!RETRYABLE.includes(turn.status) || last?.turnId !== turn.id) {
    throw new AppError(
      "not_retryable",
      "Only the last message can be tried again, when its answer failed or was stopped.",
    );
  }
  return turn;
};

/**
 * Takes the conversation's last turn up again, once, with `model` to answer; throws `not_retryable` when it is another
 * or ended well.
 */
export const retakeTurn = (ctx: Context, id: string, model: string): Promise<NextRun> =>
  changing(ctx, async (ctx) => {
    const turn = await checkRetryable(ctx, id);
    const changed: TurnEvent[] = model === turn.model ? [] : [{ type: "assistant.changed", model }];
    return runAgain(ctx, turn, [startedEvent(turn), ...changed]);
  });
