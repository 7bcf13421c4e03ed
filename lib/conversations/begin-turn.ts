/**
 * Beginning a turn: its row and both of its messages are written before the model is asked for anything; the
 * assistant's message is empty then, and filled while the turn goes on. Called by `agent/turn.ts`.
 */
import { and, eq, type WithSubquery } from "drizzle-orm";
import { isUniqueViolation } from "@/db/failures";
import { conversations, messages, turns } from "@/db/schema";
import type { TurnEvent } from "@/lib/agent/events";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { changing } from "@/lib/events/record";
import { newId } from "@/lib/ids";
import { turnChanged } from "./changed";
import type { MessagePart } from "./schema";
import { startedEvent } from "./rebuild-events";
import { conversationNotFound, theConversation } from "./service";
import { titleFrom } from "./title";
import { eventsInsert, numbered, type TurnFrame } from "./turn-events";
import { leaseFrom } from "./turn-leases";
import { findActiveTurn, type TurnRow } from "./turns";

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
  /** Its first events, stored. */
  told: TurnFrame[];
  /** Nothing was said in the conversation before. */
  isFirst: boolean;
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
  const active = await findActiveTurn(ctx, conversationId);
  if (active?.status === "running") throw turnInProgress();
  return row;
};

const turnInProgress = () =>
  new AppError("turn_in_progress", "The last message is still being answered. Wait, or stop it.");

/** Where a turn begins: its conversation, and the statement, not yet sent, that makes or moves on that row. */
type Opening = { id: string; position: number; title: string | null; written: WithSubquery };

const openConversation = async (ctx: Context, request: NewTurn): Promise<Opening> => {
  const row = ctx.db.$with("conversation");
  const id = request.conversationId;
  if (id !== null) {
    const { messageCount } = await admitTurn(ctx, id);
    const written = row.as(
      ctx.db
        .update(conversations)
        .set({ messageCount: messageCount + 2, updatedAt: ctx.now })
        .where(theConversation(ctx, id)),
    );
    return { id, position: messageCount, title: null, written };
  }
  const title = titleFrom(request.message);
  const begun = {
    id: newId(),
    userId: ctx.userId,
    title,
    messageCount: 2,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  };
  const written = row.as(ctx.db.insert(conversations).values(begun));
  return { id: begun.id, position: 0, title, written };
};

/** What is written of a turn's beginning goes in one statement: the model waits for every round trip. */
const insertTurn = (ctx: Context, request: NewTurn): Promise<BegunTurn> =>
  changing(ctx, async (ctx) => {
    const conversation = await openConversation(ctx, request);
    const { id: conversationId, position, title } = conversation;
    const ids = { id: newId(), conversationId, userMessageId: newId(), messageId: newId() };
    const shared = { userId: ctx.userId, conversationId, turnId: ids.id, createdAt: ctx.now };
    const said: MessagePart[] = [{ type: "text", text: request.message }];
    const both = ctx.db.$with("both").as(
      ctx.db.insert(messages).values([
        {
          ...shared,
          id: ids.userMessageId,
          position,
          role: "user",
          content: request.message,
          parts: said,
        },
        {
          ...shared,
          id: ids.messageId,
          position: position + 1,
          role: "assistant",
          content: "",
          parts: [],
        },
      ]),
    );
    const titled: TurnEvent[] =
      title === null
        ? []
        : [{ type: "conversation.titled", conversation_id: conversationId, title }];
    const told = numbered([startedEvent(ids), ...titled], 1);
    const events = ctx.db.$with("events").as(eventsInsert(ctx.db, ids.id, told));
    const [turn] = await ctx.db
      .with(conversation.written, both, events)
      .insert(turns)
      .values({
        ...ids,
        userId: ctx.userId,
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
    await turnChanged(ctx, turn, "running");
    return { turn, told, isFirst: position === 0 };
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
