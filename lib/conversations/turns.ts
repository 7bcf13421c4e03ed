/**
 * Reading turns, and what was said in them. What begins a turn is in `begin-turn.ts`, what ends one in
 * `end-turn.ts`, what keeps one alive in `turn-leases.ts`, what it told in `turn-events.ts`.
 */
import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { messages, turns } from "@/db/schema";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { MessagePart, Turn } from "./schema";
import { sealTurn } from "./seal-turn";
import { isDead } from "./turn-leases";

export type TurnRow = typeof turns.$inferSelect;

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

/** The person's turn of that id, if there is one. One whose process has died is closed as interrupted first. */
export const findTurn = async (ctx: Context, id: string): Promise<TurnRow | undefined> => {
  const row = await ctx.db.query.turns.findFirst({
    where: and(eq(turns.userId, ctx.userId), eq(turns.id, id)),
  });
  if (!row || !isDead(row)) return row;
  await sealTurn(ctx.db, row);
  return findTurn(ctx, id);
};

/** As `findTurn`; throws `not_found`. */
export const getTurn = async (ctx: Context, id: string): Promise<TurnRow> => {
  const row = await findTurn(ctx, id);
  if (!row) throw new AppError("not_found", "There is no such turn.");
  return row;
};

/** The turn that runs or waits in a conversation, if one does. One whose process has died is closed first. */
export const findActiveTurn = async (
  ctx: Context,
  conversationId: string,
): Promise<TurnRow | undefined> => {
  const row = await ctx.db.query.turns.findFirst({
    where: and(
      eq(turns.userId, ctx.userId),
      eq(turns.conversationId, conversationId),
      inArray(turns.status, ["running", "awaiting_approval"]),
    ),
  });
  if (!row || !isDead(row)) return row;
  await sealTurn(ctx.db, row);
  return findActiveTurn(ctx, conversationId);
};

/** The person's turns that run, in whichever conversation and on whichever instance. */
export const runningTurnIds = async (ctx: Context): Promise<string[]> => {
  const rows = await ctx.db
    .select({ id: turns.id })
    .from(turns)
    .where(and(eq(turns.userId, ctx.userId), eq(turns.status, "running")));
  return rows.map(({ id }) => id);
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
