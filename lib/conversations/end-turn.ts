/**
 * What a turn writes on its way, and how it ends or waits. A turn is closed exactly once, by whoever gets there first.
 * Called by `agent/`.
 */
import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, messages, toolCalls, turns } from "@/db/schema";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { changing } from "@/lib/events/record";
import { newId } from "@/lib/ids";
import type { Answer, HeldApproval, MessagePart, Problem, TurnStatus } from "./schema";
import { theConversation } from "./service";
import { leaseFrom } from "./turn-leases";
import { getTurn, turnChanged, type TurnRow } from "./turns";

/** Keeps what the assistant has said and done so far, in case the process dies. */
export const saveProgress = async (
  db: Database,
  turn: TurnRow,
  message: { content: string; parts: MessagePart[] },
): Promise<void> => {
  await db.update(messages).set(message).where(eq(messages.id, turn.messageId));
};

export type TurnOutcome = {
  status: Extract<TurnStatus, "completed" | "failed" | "cancelled">;
  content: string;
  parts: MessagePart[];
  answer: Answer | null;
  error: Problem | null;
  usage: { promptTokens: number; cachedTokens: number; completionTokens: number };
  costUsd: number | null;
  firstTokenMs: number | null;
  durationMs: number;
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
    const { status, content, parts, answer, error } = outcome;
    const closed = await ctx.db
      .update(turns)
      .set({ status, answer, error, approval: null, ...spentSoFar(turn, outcome) })
      .where(and(eq(turns.id, turn.id), eq(turns.status, from)))
      .returning({ id: turns.id });
    if (closed.length === 0) return false;
    await saveProgress(ctx.db, turn, { content, parts });
    await ctx.db
      .update(conversations)
      .set({ updatedAt: ctx.now })
      .where(theConversation(ctx, turn.conversationId));
    await turnChanged(ctx, turn, status);
    return true;
  });

/** What a run of a turn used, on top of what its row says. */
type Spent = Pick<TurnOutcome, "usage" | "costUsd" | "firstTokenMs" | "durationMs">;

const spentSoFar = (turn: TurnRow, { usage, costUsd, firstTokenMs, durationMs }: Spent) => ({
  promptTokens: turn.promptTokens + usage.promptTokens,
  cachedTokens: turn.cachedTokens + usage.cachedTokens,
  completionTokens: turn.completionTokens + usage.completionTokens,
  costUsd: costUsd === null ? turn.costUsd : (turn.costUsd ?? 0) + costUsd,
  firstTokenMs: turn.firstTokenMs ?? firstTokenMs,
  durationMs: (turn.durationMs ?? 0) + durationMs,
});

/** Lets a running turn wait for a yes; false when it was closed already. */
export const holdTurn = (
  ctx: Context,
  turn: TurnRow,
  held: Spent & {
    approval: HeldApproval;
    answer: Answer;
    content: string;
    parts: MessagePart[];
  },
): Promise<boolean> =>
  changing(ctx, async (ctx) => {
    const { approval, answer, content, parts } = held;
    const waits = await ctx.db
      .update(turns)
      .set({ status: "awaiting_approval", approval, answer, ...spentSoFar(turn, held) })
      .where(and(eq(turns.id, turn.id), eq(turns.status, "running")))
      .returning({ id: turns.id });
    if (waits.length === 0) return false;
    await saveProgress(ctx.db, turn, { content, parts });
    await turnChanged(ctx, turn, "awaiting_approval");
    return true;
  });

/** Takes a waiting turn up again, once; throws `no_approval_pending` when it waits for nothing. */
export const takeUpTurn = (
  ctx: Context,
  id: string,
): Promise<{ turn: TurnRow; approval: HeldApproval }> =>
  changing(ctx, async (ctx) => {
    const before = await getTurn(ctx, id);
    if (before.status !== "awaiting_approval" || !before.approval) {
      throw new AppError("no_approval_pending", "Nothing waits for approval here any more.");
    }
    const running = {
      status: "running" as const,
      approval: null,
      answer: null,
      leaseExpiresAt: leaseFrom(ctx.now),
    };
    await ctx.db.update(turns).set(running).where(eq(turns.id, id));
    await turnChanged(ctx, before, "running");
    return { turn: { ...before, ...running }, approval: before.approval };
  });

/** The receipt of a tool call, in the transaction of its effect. */
export const writeToolCall = async (
  ctx: Context,
  call: Pick<
    typeof toolCalls.$inferInsert,
    "turnId" | "ordinal" | "tool" | "arguments" | "argumentsHash" | "status" | "result"
  >,
): Promise<void> => {
  await ctx.db
    .insert(toolCalls)
    .values({ ...call, id: newId(), userId: ctx.userId, createdAt: new Date() });
};
