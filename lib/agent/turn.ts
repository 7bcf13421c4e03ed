/**
 * Beginning, following and stopping turns. Called by the chat and turn routes.
 *
 * A turn belongs to the server: `startTurn` stores the message and lets the turn run apart from the request that
 * began it; whoever wants its events follows it, and leaving changes nothing.
 */
import { createHash } from "node:crypto";
import type { Context } from "@/lib/context";
import type { Answer } from "@/lib/conversations/schema";
import { beginTurn, findRepeat, type NewTurn, refuseTurn } from "@/lib/conversations/begin-turn";
import { endTurn } from "@/lib/conversations/end-turn";
import { interruptedError } from "@/lib/conversations/interrupted";
import { checkRetryable, retakeTurn, takeUpTurn } from "@/lib/conversations/rerun-turn";
import { receiptParts } from "@/lib/conversations/tool-receipts";
import { lastNumber, numbered, type TurnFrame } from "@/lib/conversations/turn-events";
import { requestCancel } from "@/lib/conversations/turn-leases";
import {
  findActiveTurn,
  getTurn,
  getTurnParts,
  getUserText,
  type TurnRow,
} from "@/lib/conversations/turns";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { configuredModel, standIn as configuredStandIn } from "@/lib/model/choose";
import { type Model, NO_USAGE } from "@/lib/model/model";
import { countAgainst } from "@/lib/rate-limit";
import { type Decision, rejectParts } from "./approval";
import { followTurn, settledTurn } from "./follow-turn";
import { startHeartbeat } from "./heartbeat";
import { LiveTurn, liveTurns } from "./live-turn";
import { refuseWhenStopping } from "./shutdown";
import type { Follow } from "./sse";
import { answerOf, contentOf } from "./transcript";
import { type RunnableTurn, runTurn } from "./turn-run";

/** How long somebody who stops a turn that runs elsewhere waits to hear that it has stopped. */
const CANCEL_PATIENCE_MS = 3000;

export type TurnRequest = {
  message: string;
  /** Null begins a conversation. */
  conversationId: string | null;
  /** The zone of this message, if it isn't the person's usual one. */
  timeZone: string | undefined;
  /** Null where the client sent none. */
  idempotencyKey: string | null;
  /** For the log and a failed turn's problem. */
  requestId: string;
};

export type StartedTurn = {
  turn: TurnRow;
  /** The number of the last event before this: its events come after it. */
  after: number;
  /** Settles when the turn has its outcome, whatever that is; never rejects. Settled for a turn that ran before. */
  done: Promise<void>;
};

const countTurn = (ctx: Context): Promise<void> =>
  countAgainst(
    ctx.db,
    { name: "turns", perMinute: env().RATE_LIMIT_TURNS_PER_MINUTE, subject: ctx.userId },
    "That was a lot in one minute. Wait a moment, then send it again.",
  );

const limitTurns = async (ctx: Context, conversationId: string | null): Promise<void> => {
  try {
    await countTurn(ctx);
  } catch (limited) {
    // What else is wrong with the request is told first.
    if (conversationId !== null) await refuseTurn(ctx, conversationId);
    throw limited;
  }
};

/**
 * Stores the message and begins its turn; `chosen` answers it, or else the configured model and its stand-in. The same
 * request under the same key gives the turn that it began before. Throws `not_found`, `turn_in_progress`,
 * `idempotency_conflict` and `rate_limited`, and then nothing was stored.
 */
export const startTurn = async (
  caller: Context,
  request: TurnRequest,
  chosen?: { model: Model; standIn: Model | null },
): Promise<StartedTurn> => {
  const { message, conversationId, timeZone, idempotencyKey, requestId } = request;
  const ctx = { ...caller, timeZone: timeZone ?? caller.timeZone };
  const { model, standIn } = chosen ?? {
    model: await configuredModel(),
    standIn: await configuredStandIn(),
  };
  const newTurn: NewTurn = {
    conversationId,
    message,
    idempotencyKey,
    requestHash: createHash("sha256")
      .update(JSON.stringify([message, conversationId, timeZone ?? null]))
      .digest("base64url"),
    model: model.name,
  };
  const before = await findRepeat(ctx, newTurn);
  if (before) return repeated(before);
  refuseWhenStopping();
  await limitTurns(ctx, conversationId);
  let begun = await beginTurn(ctx, newTurn);
  while ("waiting" in begun) {
    // Whoever says something else instead of deciding wants nothing deleted.
    await closeWaiting(ctx, begun.waiting);
    begun = await beginTurn(ctx, newTurn);
  }
  if ("repeat" in begun) return repeated(begun.repeat);
  const { turn, told, isFirst } = begun;
  return runApart(ctx, { turn, message, requestId, standIn, isFirst }, model, { next: 1, told });
};

const repeated = (turn: TurnRow): StartedTurn => ({ turn, after: 0, done: Promise.resolve() });

/** Runs the turn apart from its request; it can be followed as soon as this returns. */
const runApart = (
  ctx: Context,
  task: RunnableTurn,
  model: Model,
  { next, told }: { next: number; told: readonly TurnFrame[] },
): StartedTurn => {
  const { turn } = task;
  const live = new LiveTurn(turn.id, turn.run, ctx.db, next, told);
  liveTurns().set(live.id, live);
  startHeartbeat(ctx.db);
  const done = runTurn(ctx, task, model, live).finally(() => {
    if (liveTurns().get(live.id) === live) liveTurns().delete(live.id);
  });
  return { turn, after: next - 1, done };
};

/** Closes a waiting turn without its calls; false when it does not wait any more. */
const closeWaiting = async (ctx: Context, turn: TurnRow): Promise<boolean> => {
  const parts = rejectParts(await getTurnParts(ctx, turn), turn.approval);
  const { id: turnId, conversationId, messageId } = turn;
  const answer = answerOf({ turnId, conversationId, messageId }, "cancelled", parts);
  const next = (await lastNumber(ctx.db, turnId)) + 1;
  return endTurn(
    ctx,
    turn,
    {
      status: "cancelled",
      content: contentOf(parts),
      parts,
      frames: numbered([{ type: "turn.cancelled", ...answer }], next),
      answer,
      error: null,
      usage: NO_USAGE,
      costUsd: null,
      firstTokenMs: null,
      durationMs: 0,
      model: turn.model,
    },
    "awaiting_approval",
  );
};

/**
 * Decides about the calls that a turn waits with, and lets it go on: `approve` runs exactly those, `reject` none, and
 * the model answers either way. With `approvalId`, only what was shown under that id is decided. Throws `not_found` and
 * `no_approval_pending`.
 */
export const decideTurn = async (
  caller: Context,
  id: string,
  decision: Decision,
  requestId: string,
  { model: chosen, approvalId }: { model?: Model; approvalId?: string | undefined } = {},
): Promise<StartedTurn> => {
  refuseWhenStopping();
  const model = chosen ?? (await configuredModel());
  const { turn, approval, ...run } = await takeUpTurn(caller, id, approvalId);
  const ctx = { ...caller, timeZone: turn.timeZone };
  const message = await getUserText(ctx, turn);
  const resumed = { parts: await getTurnParts(ctx, turn), approval, decision };
  return runApart(ctx, { turn, message, requestId, resumed }, model, run);
};

/**
 * Tries the conversation's last turn again, under its own id: calls that ran don't run again, its unfinished words
 * give way to new ones. `chosen` answers, or else the configured model. Throws `not_found` and `not_retryable`.
 */
export const retryTurn = async (
  caller: Context,
  id: string,
  requestId: string,
  chosen?: Model,
): Promise<StartedTurn> => {
  refuseWhenStopping();
  const model = chosen ?? (await configuredModel());
  await checkRetryable(caller, id);
  await countTurn(caller);
  const { turn, ...run } = await retakeTurn(caller, id, model.name);
  const ctx = { ...caller, timeZone: turn.timeZone };
  const message = await getUserText(ctx, turn);
  const retried = await receiptParts(ctx.db, id);
  return runApart(ctx, { turn, message, requestId, retried }, model, run);
};

/** Follows a turn that was started, to its outcome or to where it has to wait. */
export const followStarted = (ctx: Context, { turn, after }: StartedTurn): Follow<TurnFrame> =>
  followTurn(ctx, turn, { after, onlyToWait: true });

/** The answer of a turn, once it has its outcome; throws the error of one that failed or was interrupted. */
export const answerOfTurn = async (
  ctx: Context,
  turn: TurnRow,
  signal: AbortSignal,
): Promise<Answer> => {
  const settled = await settledTurn(ctx, turn.id, signal);
  if (settled.answer) return settled.answer;
  if (!settled.error) throw interruptedError(settled);
  const { code, detail, turn_id, conversation_id } = settled.error;
  throw new AppError(code as AppError["code"], detail, { extra: { turn_id, conversation_id } });
};

/**
 * Stops a running turn, here or wherever it runs, and gives it as it is then. What was said so far is kept; what a
 * waiting turn waits with is rejected; a turn that has ended stays as it is.
 */
export const cancelTurn = async (ctx: Context, id: string): Promise<TurnRow> => {
  const turn = await getTurn(ctx, id);
  if (turn.status === "awaiting_approval") {
    await closeWaiting(ctx, turn);
    return getTurn(ctx, id);
  }
  if (turn.status !== "running") return turn;
  await requestCancel(ctx, id);
  liveTurns().get(id)?.cancel();
  const after = await settledTurn(ctx, id, AbortSignal.timeout(CANCEL_PATIENCE_MS));
  // It may have come to wait just before it could be stopped.
  if (after.status !== "awaiting_approval") return after;
  await closeWaiting(ctx, after);
  return getTurn(ctx, id);
};

/** Stops the turn that runs in a conversation, if one does. */
export const cancelConversation = async (ctx: Context, conversationId: string): Promise<void> => {
  const turn = await findActiveTurn(ctx, conversationId);
  if (turn) await cancelTurn(ctx, turn.id);
};
