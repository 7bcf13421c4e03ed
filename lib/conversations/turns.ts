/**
 * What a turn leaves in the database, from the person's message to its one outcome. Called by `agent/turn.ts`.
 *
 * A turn's row and both of its messages are written before the model is asked for anything; the assistant's message
 * is empty then, and filled while the turn goes on. The row is closed exactly once, by whoever gets there first.
 */
import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { isUniqueViolation } from "@/db/failures";
import { conversations, messages, toolCalls, turns } from "@/db/schema";
import type { Database } from "@/db/client";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { changing, recordEvent } from "@/lib/events/record";
import { newId } from "@/lib/ids";
import type { Answer, HeldApproval, MessagePart, Problem, Turn, TurnStatus } from "./schema";
import { conversationChanged, conversationNotFound, theConversation } from "./service";
import { titleFrom } from "./title";

export type TurnRow = typeof turns.$inferSelect;

/** How long a turn counts as alive after its process last said so. */
export const LEASE_MS = 20_000;

const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

export const toTurn = (row: TurnRow): Turn => ({
  id: row.id,
  conversation_id: row.conversationId,
  user_message_id: row.userMessageId,
  message_id: row.messageId,
  status: row.status,
  answer: row.answer,
  error: row.error,
  usage: {
    prompt_tokens: row.promptTokens,
    cached_tokens: row.cachedTokens,
    completion_tokens: row.completionTokens,
    cost_usd: row.costUsd,
  },
  created_at: row.createdAt.toISOString(),
  first_token_ms: row.firstTokenMs,
  duration_ms: row.durationMs,
});

const isDead = (turn: TurnRow, now: Date): boolean =>
  turn.status === "running" && turn.leaseExpiresAt < now;

/** The person's turn of that id, or `not_found`. One whose process has died is closed as interrupted first. */
export const getTurn = async (ctx: Context, id: string): Promise<TurnRow> => {
  const row = await ctx.db.query.turns.findFirst({
    where: and(eq(turns.userId, ctx.userId), eq(turns.id, id)),
  });
  if (!row) throw new AppError("not_found", "There is no such turn.");
  if (!isDead(row, new Date())) return row;
  await sealDead(ctx, row.conversationId);
  return getTurn(ctx, id);
};

/** The turn that runs in a conversation, if one does. */
export const findActiveTurn = (
  ctx: Context,
  conversationId: string,
): Promise<TurnRow | undefined> =>
  ctx.db.query.turns.findFirst({
    where: and(
      eq(turns.userId, ctx.userId),
      eq(turns.conversationId, conversationId),
      inArray(turns.status, ["running", "awaiting_approval"]),
    ),
  });

/** Tells the person's pages what became of a turn, and that its conversation moved. Only inside `changing`. */
const turnChanged = async (
  ctx: Context,
  turn: Pick<TurnRow, "id" | "conversationId">,
  status: TurnStatus,
): Promise<void> => {
  const ids = { turn_id: turn.id, conversation_id: turn.conversationId };
  await recordEvent(ctx, { type: "turn.changed", ...ids, status });
  await conversationChanged(ctx, turn.conversationId);
};

export type NewTurn = {
  /** Null begins a conversation. */
  conversationId: string | null;
  message: string;
  idempotencyKey: string | null;
  /** Of the parsed request, to tell a repeat from another request under the same key. */
  requestHash: string;
  /** The assistant that will answer, as stored with the turn. */
  model: string;
};

export type BegunTurn = {
  turn: TurnRow;
  /** The new conversation's title; null where the conversation was there already. */
  title: string | null;
};

/** The turn that this key began before; throws `idempotency_conflict` when it was another request. */
export const findRepeat = async (
  ctx: Context,
  request: Pick<NewTurn, "idempotencyKey" | "requestHash">,
): Promise<TurnRow | undefined> => {
  if (request.idempotencyKey === null) return undefined;
  const row = await ctx.db.query.turns.findFirst({
    where: and(eq(turns.userId, ctx.userId), eq(turns.idempotencyKey, request.idempotencyKey)),
  });
  if (row && row.requestHash !== request.requestHash) {
    throw new AppError(
      "idempotency_conflict",
      "This Idempotency-Key was used for another request before.",
    );
  }
  return row;
};

/** Closes the conversation's turn if its process has died, so that it stops nobody. */
const sealDead = async (ctx: Context, conversationId: string): Promise<void> => {
  await ctx.db
    .update(turns)
    .set({ status: "interrupted" })
    .where(
      and(
        eq(turns.conversationId, conversationId),
        eq(turns.status, "running"),
        lt(turns.leaseExpiresAt, new Date()),
      ),
    );
};

/** Throws what would stop a new turn there: `not_found` or `turn_in_progress`. Locks the conversation's row. */
export const admitTurn = async (
  ctx: Context,
  conversationId: string,
): Promise<{ messageCount: number }> => {
  const [row] = await ctx.db
    .select({ messageCount: conversations.messageCount })
    .from(conversations)
    .where(theConversation(ctx, conversationId))
    .for("update");
  if (!row) throw conversationNotFound();
  await sealDead(ctx, conversationId);
  const running = await ctx.db.$count(
    turns,
    and(eq(turns.conversationId, conversationId), eq(turns.status, "running")),
  );
  if (running > 0) throw turnInProgress();
  return row;
};

const turnInProgress = () =>
  new AppError("turn_in_progress", "The last message is still being answered. Wait, or stop it.");

const openConversation = async (
  ctx: Context,
  request: NewTurn,
): Promise<{ id: string; position: number; title: string | null }> => {
  const id = request.conversationId;
  if (id !== null) {
    const { messageCount } = await admitTurn(ctx, id);
    await ctx.db
      .update(conversations)
      .set({ messageCount: messageCount + 2, updatedAt: ctx.now })
      .where(theConversation(ctx, id));
    return { id, position: messageCount, title: null };
  }
  const title = titleFrom(request.message);
  const row = {
    id: newId(),
    userId: ctx.userId,
    title,
    messageCount: 2,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  await ctx.db.insert(conversations).values(row);
  return { id: row.id, position: 0, title };
};

const insertTurn = (ctx: Context, request: NewTurn): Promise<BegunTurn> =>
  changing(ctx, async (ctx) => {
    const { id: conversationId, position, title } = await openConversation(ctx, request);
    const [turn] = await ctx.db
      .insert(turns)
      .values({
        id: newId(),
        userId: ctx.userId,
        conversationId,
        userMessageId: newId(),
        messageId: newId(),
        status: "running",
        idempotencyKey: request.idempotencyKey,
        requestHash: request.requestHash,
        timeZone: ctx.timeZone,
        model: request.model,
        createdAt: ctx.now,
        leaseExpiresAt: leaseFrom(ctx.now),
      })
      .returning();
    if (!turn) throw new Error("The insert returned no row.");
    const shared = {
      userId: ctx.userId,
      conversationId,
      turnId: turn.id,
      createdAt: ctx.now,
    };
    const said: MessagePart[] = [{ type: "text", text: request.message }];
    await ctx.db.insert(messages).values([
      {
        ...shared,
        id: turn.userMessageId,
        position,
        role: "user",
        content: request.message,
        parts: said,
      },
      {
        ...shared,
        id: turn.messageId,
        position: position + 1,
        role: "assistant",
        content: "",
        parts: [],
      },
    ]);
    await turnChanged(ctx, turn, "running");
    return { turn, title };
  });

/**
 * Stores the person's message and begins its turn, or gives back the turn that the same request began before.
 * Throws `not_found`, `turn_in_progress` or `idempotency_conflict`.
 */
export const beginTurn = async (
  ctx: Context,
  request: NewTurn,
): Promise<BegunTurn | { repeat: TurnRow }> => {
  try {
    return await insertTurn(ctx, request);
  } catch (error) {
    // The same request at the same time was quicker.
    if (isUniqueViolation(error, "turns_idempotency")) {
      const repeat = await findRepeat(ctx, request);
      if (repeat) return { repeat };
    }
    if (isUniqueViolation(error, "turns_one_active")) throw turnInProgress();
    // A repeat finds its own first try running.
    if (error instanceof AppError && error.code === "turn_in_progress") {
      const repeat = await findRepeat(ctx, request);
      if (repeat) return { repeat };
    }
    throw error;
  }
};

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

/** Renews the leases of this process's turns; gives those that somebody asked to cancel, or that are gone. */
export const renewLeases = async (db: Database, ids: string[], now: Date): Promise<string[]> => {
  const alive = await db
    .update(turns)
    .set({ leaseExpiresAt: leaseFrom(now) })
    .where(and(inArray(turns.id, ids), eq(turns.status, "running")))
    .returning({ id: turns.id, cancelRequestedAt: turns.cancelRequestedAt });
  const goOn = new Set(alive.filter((row) => row.cancelRequestedAt === null).map((row) => row.id));
  return ids.filter((id) => !goOn.has(id));
};

/** Asks for a running turn to be cancelled, wherever it runs. */
export const requestCancel = async (ctx: Context, id: string): Promise<void> => {
  await ctx.db
    .update(turns)
    .set({ cancelRequestedAt: ctx.now })
    .where(and(eq(turns.userId, ctx.userId), eq(turns.id, id), eq(turns.status, "running")));
};

/**
 * Closes turns whose process has died: those past their lease or, with `all`, every running one (the embedded
 * database has one process, so at its start none can be alive). Gives their number.
 */
export const sealInterrupted = async (
  db: Database,
  { now, all }: { now: Date; all: boolean },
): Promise<number> => {
  const sealed = await db
    .update(turns)
    .set({ status: "interrupted" })
    .where(and(eq(turns.status, "running"), all ? undefined : lt(turns.leaseExpiresAt, now)))
    .returning({ id: turns.id });
  return sealed.length;
};

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

/** What the person said in a turn. */
export const getUserText = async (ctx: Context, turn: TurnRow): Promise<string> => {
  const row = await ctx.db.query.messages.findFirst({
    where: eq(messages.id, turn.userMessageId),
  });
  return row?.content ?? "";
};

/** The assistant's message of a turn. */
export const getTurnParts = async (ctx: Context, turn: TurnRow): Promise<MessagePart[]> => {
  const row = await ctx.db.query.messages.findFirst({ where: eq(messages.id, turn.messageId) });
  return row?.parts ?? [];
};

export type HistoryMessage = Pick<typeof messages.$inferSelect, "role" | "content" | "parts">;

/** The messages before a turn's own, newest first, at most `limit`. */
export const messagesBefore = async (
  ctx: Context,
  turn: TurnRow,
  limit: number,
): Promise<HistoryMessage[]> =>
  ctx.db
    .select({ role: messages.role, content: messages.content, parts: messages.parts })
    .from(messages)
    .where(
      and(
        eq(messages.conversationId, turn.conversationId),
        lt(
          messages.position,
          sql`(select ${messages.position} from ${messages} where ${messages.id} = ${turn.userMessageId})`,
        ),
      ),
    )
    .orderBy(desc(messages.position))
    .limit(limit);
