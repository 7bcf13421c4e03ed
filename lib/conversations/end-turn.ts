/**
 * What a turn writes on its way, and how it ends or waits. A turn is closed exactly once, by whoever gets there first.
 * Called by `agent/`.
 */
import { and, asc, desc, eq, isNull } from "drizzle-orm";
import type { Database } from "@/db/client";
import { conversations, messages, toolCalls, turns } from "@/db/schema";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { changing } from "@/lib/events/record";
import { newId } from "@/lib/ids";
import { turnChanged } from "./changed";
import {
  type Answer,
  type HeldApproval,
  type MessagePart,
  type Problem,
  toolArguments,
  type TurnStatus,
} from "./schema";
import { theConversation } from "./service";
import { leaseFrom } from "./turn-leases";
import { getTurn, type TurnRow } from "./turns";

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
  /** The number of the event that tells of this. */
  lastEvent: number;
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
    const { status, content, parts, answer, error } = outcome;
    const closed = await ctx.db
      .update(turns)
      .set({ status, answer, error, approval: null, ...spentSoFar(turn, outcome) })
      .where(and(eq(turns.id, turn.id), eq(turns.status, from), eq(turns.run, turn.run)))
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
type Spent = Pick<
  TurnOutcome,
  "model" | "usage" | "costUsd" | "firstTokenMs" | "durationMs" | "lastEvent"
>;

const spentSoFar = (
  turn: TurnRow,
  { model, usage, costUsd, firstTokenMs, durationMs, lastEvent }: Spent,
) => ({
  model,
  lastEvent,
  promptTokens: turn.promptTokens + usage.promptTokens,
  cachedTokens: turn.cachedTokens + usage.cachedTokens,
  completionTokens: turn.completionTokens + usage.completionTokens,
  costUsd: costUsd === null ? turn.costUsd : (turn.costUsd ?? 0) + costUsd,
  firstTokenMs: turn.firstTokenMs ?? firstTokenMs,
  durationMs: (turn.durationMs ?? 0) + durationMs,
});

/** The condition that this run of the turn still goes on. */
const thisRun = (turn: Pick<TurnRow, "id" | "run">) => [
  eq(turns.id, turn.id),
  eq(turns.status, "running" as const),
  eq(turns.run, turn.run),
];

/** Lets a running turn wait for a yes; false when it was closed already, or somebody wants it stopped. */
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
      .where(and(...thisRun(turn), isNull(turns.cancelRequestedAt)))
      .returning({ id: turns.id });
    if (waits.length === 0) return false;
    await saveProgress(ctx.db, turn, { content, parts });
    await turnChanged(ctx, turn, "awaiting_approval");
    return true;
  });

/** Sets a turn running again. Only inside `changing`. */
const runAgain = async (ctx: Context, turn: TurnRow): Promise<TurnRow> => {
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
  await turnChanged(ctx, turn, "running");
  return { ...turn, ...running };
};

/** Takes a waiting turn up again, once; throws `no_approval_pending` when it waits for nothing. */
export const takeUpTurn = (
  ctx: Context,
  id: string,
  approvalId?: string,
): Promise<{ turn: TurnRow; approval: HeldApproval }> =>
  changing(ctx, async (ctx) => {
    const turn = await getTurn(ctx, id);
    const another = approvalId !== undefined && turn.approval?.id !== approvalId;
    if (turn.status !== "awaiting_approval" || !turn.approval || another) {
      throw new AppError("no_approval_pending", "Nothing waits for approval here any more.");
    }
    return { turn: await runAgain(ctx, turn), approval: turn.approval };
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

/** Takes the conversation's last turn up again, once; throws `not_retryable` when it is another or ended well. */
export const retakeTurn = (ctx: Context, id: string): Promise<TurnRow> =>
  changing(ctx, async (ctx) => runAgain(ctx, await checkRetryable(ctx, id)));

/**
 * The receipt of a tool call, in the transaction of its effect. Throws when this run of the turn is over, so that the
 * effect is not kept either.
 */
export const writeToolCall = async (
  ctx: Context,
  turn: Pick<TurnRow, "id" | "run">,
  call: Pick<
    typeof toolCalls.$inferInsert,
    "ordinal" | "callId" | "tool" | "arguments" | "argumentsHash" | "status" | "result" | "changes"
  >,
): Promise<void> => {
  if ((await ctx.db.$count(turns, and(...thisRun(turn)))) === 0) {
    throw new Error("This run of the turn is over.");
  }
  await ctx.db
    .insert(toolCalls)
    .values({ ...call, turnId: turn.id, id: newId(), userId: ctx.userId, createdAt: new Date() });
};

/** The receipts of a turn's calls, in order, as the parts of its message; and the number that the next call gets. */
export const receiptParts = async (
  ctx: Context,
  turn: TurnRow,
): Promise<{ parts: MessagePart[]; nextCall: number }> => {
  const rows = await ctx.db
    .select()
    .from(toolCalls)
    .where(eq(toolCalls.turnId, turn.id))
    .orderBy(asc(toolCalls.ordinal));
  const parts = rows.map((row): MessagePart => ({
    type: "tool_call",
    call_id: row.callId,
    tool: row.tool,
    arguments: toolArguments.parse(row.arguments),
    status: row.status,
    result: row.result,
    changes: row.changes,
  }));
  return { parts, nextCall: (rows.at(-1)?.ordinal ?? -1) + 1 };
};
