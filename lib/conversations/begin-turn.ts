/**
 * Beginning a turn: its row and both of its messages are written before the model is asked for anything; the
 * assistant's message is empty then, and filled while the turn goes on. Called by `agent/turn.ts`.
 */
import { and, eq, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { isUniqueViolation } from "@/db/failures";
import { conversations, messages, turns } from "@/db/schema";
import type { TurnEvent } from "@/lib/agent/events";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { pagesTold, personTaken } from "@/lib/events/record";
import { newId } from "@/lib/ids";
import { turnEventsFor } from "./changed";
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

/** Throws what would stop a new turn there: `not_found` or `turn_in_progress`. */
export const refuseTurn = async (ctx: Context, conversationId: string): Promise<void> => {
  const [row] = await ctx.db
    .select({ id: conversations.id })
    .from(conversations)
    .where(theConversation(ctx, conversationId));
  if (!row) throw conversationNotFound();
  const active = await findActiveTurn(ctx, conversationId);
  if (active?.status === "running") throw turnInProgress();
};

const turnInProgress = () =>
  new AppError("turn_in_progress", "The last message is still being answered. Wait, or stop it.");

/** The query that makes the turn's conversation, or moves it on: gives `position`, where the turn's messages begin. */
const conversationWritten = (ctx: Context, turn: TurnRow, title: string | null): SQL => {
  const now = sql`${ctx.now.toISOString()}::timestamptz`;
  return title === null
    ? sql`
        update ${conversations} set message_count = message_count + 2, updated_at = ${now}
        from person where ${conversations.id} = ${turn.conversationId}::uuid and ${conversations.userId} = person.id
        returning message_count - 2 as position`
    : sql`
        insert into ${conversations} (id, user_id, title, message_count, created_at, updated_at)
        select ${turn.conversationId}::uuid, person.id, ${title}, 2, ${now}, ${now} from person
        returning 0 as position`;
};

/** The query that stores the turn's row. */
const turnWritten = (turn: TurnRow): SQL => sql`
  insert into ${turns} (id, user_id, conversation_id, user_message_id, message_id, status, idempotency_key,
    request_hash, time_zone, model, created_at, lease_expires_at)
  select ${turn.id}::uuid, ${turn.userId}::uuid, ${turn.conversationId}::uuid, ${turn.userMessageId}::uuid,
    ${turn.messageId}::uuid, ${turn.status}, ${turn.idempotencyKey}, ${turn.requestHash}, ${turn.timeZone}, ${turn.model},
    ${turn.createdAt.toISOString()}::timestamptz, ${turn.leaseExpiresAt.toISOString()}::timestamptz
  from conversation`;

/** The query that stores the person's words, and an empty answer after them. */
const messagesWritten = (turn: TurnRow, message: string): SQL => {
  const said: MessagePart[] = [{ type: "text", text: message }];
  return sql`
    insert into ${messages} (id, user_id, conversation_id, position, role, content, parts, turn_id, created_at)
    select said.id, ${turn.userId}::uuid, ${turn.conversationId}::uuid, conversation.position + said.place, said.role,
      said.content, said.parts, ${turn.id}::uuid, ${turn.createdAt.toISOString()}::timestamptz
    from conversation, (values
      (${turn.userMessageId}::uuid, 0, 'user', ${message}, ${JSON.stringify(said)}::json),
      (${turn.messageId}::uuid, 1, 'assistant', '', '[]'::json)
    ) as said (id, place, role, content, parts)`;
};

const written = z.object({ rows: z.array(z.object({ position: z.number() })) });

const newTurnRow = (ctx: Context, request: NewTurn): TurnRow => ({
  id: newId(),
  userId: ctx.userId,
  conversationId: request.conversationId ?? newId(),
  userMessageId: newId(),
  messageId: newId(),
  status: "running",
  idempotencyKey: request.idempotencyKey,
  requestHash: request.requestHash,
  timeZone: ctx.timeZone,
  model: request.model,
  answer: null,
  approval: null,
  error: null,
  promptTokens: 0,
  cachedTokens: 0,
  completionTokens: 0,
  costUsd: null,
  createdAt: ctx.now,
  leaseExpiresAt: leaseFrom(ctx.now),
  cancelRequestedAt: null,
  run: 1,
  firstTokenMs: null,
  durationMs: null,
});

/**
 * All of a turn's beginning in one statement, which is a transaction of its own: the model waits for every round trip.
 * The indexes of `turns` refuse a repeat and a second turn in the conversation. Throws `not_found`, and the index's
 * error.
 */
const insertTurn = async (ctx: Context, request: NewTurn): Promise<BegunTurn> => {
  const title = request.conversationId === null ? titleFrom(request.message) : null;
  const turn = newTurnRow(ctx, request);
  const titled: TurnEvent[] =
    title === null
      ? []
      : [{ type: "conversation.titled", conversation_id: turn.conversationId, title }];
  const told = numbered([startedEvent(turn), ...titled], 1);
  const result: unknown = await ctx.db.execute(sql`
    with ${personTaken(ctx)},
    conversation as (${conversationWritten(ctx, turn, title)}),
    turn as (${turnWritten(turn)}),
    said as (${messagesWritten(turn, request.message)}),
    events as (${eventsInsert(turn.id, told, "conversation")}),
    ${pagesTold(ctx, turnEventsFor(turn, "running"), "conversation")}
    select position from conversation`);
  const [conversation] = written.parse(result).rows;
  if (!conversation) throw conversationNotFound();
  return { turn, told, isFirst: conversation.position === 0 };
};

/** How often what a refused beginning met may be gone again when it is looked for. */
const MAX_TRIES = 5;

/**
 * Stores the person's message and begins its turn; or gives back the turn that the same request began before, or the
 * one that waits there for a decision, which has to be closed first. Throws `not_found`, `turn_in_progress` or
 * `idempotency_conflict`.
 */
export const beginTurn = async (
  ctx: Context,
  request: NewTurn,
): Promise<BegunTurn | { repeat: TurnRow } | { waiting: TurnRow }> => {
  const { conversationId } = request;
  for (let tries = 1; ; tries += 1) {
    try {
      return await insertTurn(ctx, request);
    } catch (error) {
      const isTaken = isUniqueViolation(error, "turns_one_active");
      if (!isTaken && !isUniqueViolation(error, "turns_idempotency")) throw error;
      // The same request was quicker; and a repeat may find its own first try running.
      const repeat = await findRepeat(ctx, request);
      if (repeat) return { repeat };
      const active =
        conversationId === null ? undefined : await findActiveTurn(ctx, conversationId);
      if (active?.status === "running") throw turnInProgress();
      if (active) return { waiting: active };
      // What was in the way has ended meanwhile, or was dead and is closed now.
      if (tries === MAX_TRIES) throw error;
    }
  }
};
