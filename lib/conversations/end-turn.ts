/**
 * What a turn writes on its way, and how it ends or waits. A turn is closed exactly once, by whoever gets there first.
 * Called by `agent/`.
 */
import { and, desc, eq, isNull } from "drizzle-orm";
import { conversations, messages, turns } from "@/db/schema";
import type { TurnEvent } from "@/lib/agent/events";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { changing } from "@/lib/events/record";
import { turnChanged } from "./changed";
import { rebuiltEvents, startedEvent } from "./rebuild-events";
import type { Answer, HeldApproval, MessagePart, Problem, TurnStatus } from "./schema";
import { theConversation } from "./service";
import { eventsInsert, insertEvents, lastNumber, numbered, type TurnFrame } from "./turn-events";
import { leaseFrom, thisRun } from "./turn-leases";
import { getTurn, getTurnParts, type TurnRow } from "./turns";

/** The message, and the events that are not stored yet, the one that tells of the end or the wait being the last. */
type Said = { content: string; parts: MessagePart[]; frames: readonly TurnFrame[] };

export type TurnOutcome = Said & {
  status: Extract<TurnStatus, "completed" | "failed" | "cancelled" | "interrupted">;
  answer: Answer | null;
  error: Problem | null;
  usage: { promptTokens: number; cachedTokens: number; completionTokens: number };
  costUsd: number | null;
  firstTokenMs: number | null;
  durationMs: number;
  /** Which assistant answered. */
  model: string;
};

/**
 * Closes a turn that is running or, as `from` says, waiting; false when it was not, and then nothing is written.
 * Usage and duration are added to those of an earlier run.
 */
export const endTurn = (
  ctx: Context,
  turn: TurnRow,
  outcome: TurnOutcome,
  from: "running" | "awaiting_approval" = "running",
): Promise<boolean> =>
  changing(ctx, async (ctx) => {
    const { status, answer, error } = outcome;
    const closed = await ctx.db
      .update(turns)
      .set({ status, answer, error, approval: null, ...spentSoFar(turn, outcome) })
      .where(and(eq(turns.id, turn.id), eq(turns.status, from), eq(turns.run, turn.run)))
      .returning({ id: turns.id });
    if (closed.length === 0) return false;
    const { content, parts, frames } = outcome;
    const message = ctx.db
      .$with("message")
      .as(ctx.db.update(messages).set({ content, parts }).where(eq(messages.id, turn.messageId)));
    const events =
      frames.length > 0 ? [ctx.db.$with("events").as(eventsInsert(ctx.db, turn.id, frames))] : [];
    await ctx.db
      .with(message, ...events)
      .update(conversations)
      .set({ updatedAt: ctx.now })
      .where(theConversation(ctx, turn.conversationId));
    await turnChanged(ctx, turn, status);
    return true;
  });

/** What a run of a turn used, on top of what its row says. */
type Spent = Pick<TurnOutcome, "model" | "usage" | "costUsd" | "firstTokenMs" | "durationMs">;

const spentSoFar = (turn: TurnRow, { model, usage, costUsd, firstTokenMs, durationMs }: Spent) => ({
  model,
  promptTokens: turn.promptTokens + usage.promptTokens,
  cachedTokens: turn.cachedTokens + usage.cachedTokens,
  completionTokens: turn.completionTokens + usage.completionTokens,
  costUsd: costUsd === null ? turn.costUsd : (turn.costUsd ?? 0) + costUsd,
  firstTokenMs: turn.firstTokenMs ?? firstTokenMs,
  durationMs: (turn.durationMs ?? 0) + durationMs,
});

/** Lets a running turn wait for a yes; false when it was closed already, or somebody wants it stopped. */
export const holdTurn = (
  ctx: Context,
  turn: TurnRow,
  held: Spent & Said & { approval: HeldApproval; answer: Answer },
): Promise<boolean> =>
  changing(ctx, async (ctx) => {
    const { approval, answer } = held;
    const waits = await ctx.db
      .update(turns)
      .set({ status: "awaiting_approval", approval, answer, ...spentSoFar(turn, held) })
      .where(and(thisRun(turn), isNull(turns.cancelRequestedAt)))
      .returning({ id: turns.id });
    if (waits.length === 0) return false;
    const { content, parts, frames } = held;
    await ctx.db.update(messages).set({ content, parts }).where(eq(messages.id, turn.messageId));
    await insertEvents(ctx.db, turn.id, frames);
    await turnChanged(ctx, turn, "awaiting_approval");
    return true;
  });

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
