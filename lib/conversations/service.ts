/**
 * The verbs on conversations: list, read, rename and the like, delete. What a turn writes is in `turns.ts`.
 */
import { and, asc, desc, eq, exists, gt, inArray, lt, or, sql } from "drizzle-orm";
import { z } from "zod";
import { afterCursor, keysOf, type Order, orderOf, pageOf } from "@/db/keyset";
import { conversations, messages, turns } from "@/db/schema";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { changing } from "@/lib/events/record";
import { conversationChanged } from "./changed";
import { sealTurn } from "./seal-turn";
import { isDead } from "./turn-leases";
import {
  type Conversation,
  type ConversationPatch,
  conversationPatch,
  type ConversationSummary,
  type Message,
} from "./schema";

export type ConversationRow = typeof conversations.$inferSelect;

const toSummary = (row: ConversationRow): ConversationSummary => ({
  id: row.id,
  title: row.title,
  created_at: row.createdAt.toISOString(),
  updated_at: row.updatedAt.toISOString(),
  message_count: row.messageCount,
  pinned: row.pinned,
  archived: row.archived,
});

/** The person's own conversation of that id; somebody else's looks like none at all. */
export const theConversation = (ctx: Context, id: string) =>
  and(eq(conversations.userId, ctx.userId), eq(conversations.id, id));

export const conversationNotFound = (): AppError =>
  new AppError("not_found", "There is no such conversation.");

const RECENT: Order = {
  name: "recent",
  keys: [
    { expression: sql`${conversations.updatedAt}`, type: "timestamptz", direction: "desc" },
    { expression: sql`${conversations.id}`, type: "uuid", direction: "desc" },
  ],
};

export type ConversationListOptions = {
  /** Words in a title or a message. */
  q?: string | undefined;
  archived?: boolean | undefined;
  pinned?: boolean | undefined;
  limit: number;
  cursor?: string | undefined;
};

/** A page of conversations, newest activity first; without `archived`, those that are not. */
export const listConversations = async (
  ctx: Context,
  { q, archived = false, pinned, limit, cursor }: ConversationListOptions,
): Promise<{ conversations: ConversationSummary[]; count: number; next_cursor: string | null }> => {
  const words = q?.trim() ? q.trim() : undefined;
  const inMessages = (text: string) =>
    exists(
      ctx.db
        .select({ one: sql`1` })
        .from(messages)
        .where(
          and(
            eq(messages.conversationId, conversations.id),
            eq(messages.userId, ctx.userId),
            sql`strpos(lower(${messages.content}), lower(${text})) > 0`,
          ),
        ),
    );
  const rows = await ctx.db
    .select({ conversation: conversations, keys: keysOf(RECENT) })
    .from(conversations)
    .where(
      and(
        eq(conversations.userId, ctx.userId),
        eq(conversations.archived, archived),
        pinned === undefined ? undefined : eq(conversations.pinned, pinned),
        words === undefined
          ? undefined
          : or(sql`strpos(lower(${conversations.title}), lower(${words})) > 0`, inMessages(words)),
        cursor === undefined ? undefined : afterCursor(RECENT, cursor),
      ),
    )
    .orderBy(...orderOf(RECENT))
    .limit(limit + 1);
  const page = pageOf(RECENT, rows, limit);
  const found = page.rows.map((row) => toSummary(row.conversation));
  return { conversations: found, count: found.length, next_cursor: page.nextCursor };
};

const CONVERSATIONS_PER_PAGE = 100;

/**
 * All of the person's conversations, archived ones too, oldest first, a page at a time: by id, so that one in which
 * something is said meanwhile is not passed over.
 */
export async function* everyConversation(ctx: Context): AsyncGenerator<ConversationSummary, void> {
  for (let after: string | undefined; ;) {
    const rows = await ctx.db
      .select()
      .from(conversations)
      .where(
        and(
          eq(conversations.userId, ctx.userId),
          after === undefined ? undefined : gt(conversations.id, after),
        ),
      )
      .orderBy(asc(conversations.id))
      .limit(CONVERSATIONS_PER_PAGE);
    yield* rows.map(toSummary);
    after = rows.at(-1)?.id;
    if (after === undefined) return;
  }
}

/** Messages of one `getConversation`. */
export const MESSAGES_PER_PAGE = 100;

const positionCursor = z.string().regex(/^\d{1,9}$/);

const positionOf = (before: string): number => {
  const parsed = positionCursor.safeParse(before);
  if (parsed.success) return Number(parsed.data);
  throw new AppError("invalid_request", "The cursor is not one that this conversation gave.", {
    fields: [{ path: "before", message: "Use previous_cursor of the answer before." }],
  });
};

type MessageRow = {
  message: typeof messages.$inferSelect;
  status: Message["status"];
  model: string;
};

const toMessage = ({ message, status, model }: MessageRow): Message => ({
  id: message.id,
  role: message.role,
  content: message.content,
  created_at: message.createdAt.toISOString(),
  turn_id: message.turnId,
  ...(message.role === "user" ? { status: "completed" } : { status, model }),
  parts: message.parts,
});

const messageRows = (ctx: Context) =>
  ctx.db
    .select({ message: messages, status: turns.status, model: turns.model })
    .from(messages)
    .innerJoin(turns, eq(turns.id, messages.turnId))
    .$dynamic();

/** All messages of a conversation of the person's, oldest first, a page at a time. */
export async function* everyMessage(ctx: Context, id: string): AsyncGenerator<Message, void> {
  for (let after = -1; ;) {
    const rows = await messageRows(ctx)
      .where(
        and(
          eq(messages.userId, ctx.userId),
          eq(messages.conversationId, id),
          gt(messages.position, after),
        ),
      )
      .orderBy(asc(messages.position))
      .limit(MESSAGES_PER_PAGE);
    yield* rows.map(toMessage);
    const last = rows.at(-1);
    if (!last) return;
    after = last.message.position;
  }
}

/** The conversation with its latest 100 messages, oldest first, or those before the cursor `before`. */
export const getConversation = async (
  ctx: Context,
  id: string,
  { before }: { before?: string | undefined } = {},
): Promise<Conversation> => {
  const row = await ctx.db.query.conversations.findFirst({ where: theConversation(ctx, id) });
  if (!row) throw conversationNotFound();
  const rows = await messageRows(ctx)
    .where(
      and(
        eq(messages.conversationId, id),
        before === undefined ? undefined : lt(messages.position, positionOf(before)),
      ),
    )
    .orderBy(desc(messages.position))
    .limit(MESSAGES_PER_PAGE + 1);
  const page = rows.slice(0, MESSAGES_PER_PAGE).reverse();
  const [active] = await ctx.db
    .select()
    .from(turns)
    .where(
      and(eq(turns.conversationId, id), inArray(turns.status, ["running", "awaiting_approval"])),
    )
    .orderBy(asc(turns.id))
    .limit(1);
  // What its process had said until it died belongs to the message.
  if (active && isDead(active) && (await sealTurn(ctx.db, active))) {
    return getConversation(ctx, id, { before });
  }
  const { pinned: _pinned, archived: _archived, ...summary } = toSummary(row);
  const first = page[0];
  return {
    ...summary,
    messages: page.map(toMessage),
    active_turn_id: active?.id ?? null,
    previous_cursor: rows.length > page.length && first ? String(first.message.position) : null,
  };
};

/** Renames, pins or archives; activity stays as it was, so the list doesn't jump. */
export const updateConversation = (
  ctx: Context,
  id: string,
  input: ConversationPatch,
): Promise<ConversationSummary> =>
  changing(ctx, async (ctx) => {
    const patch = conversationPatch.parse(input);
    const [row] = await ctx.db
      .update(conversations)
      .set(patch)
      .where(theConversation(ctx, id))
      .returning();
    if (!row) throw conversationNotFound();
    await conversationChanged(ctx, id);
    return toSummary(row);
  });

/** Deletes the conversation with its messages and turns. Tasks stay, and so does their ledger. */
export const deleteConversation = (ctx: Context, id: string): Promise<void> =>
  changing(ctx, async (ctx) => {
    const deleted = await ctx.db
      .delete(conversations)
      .where(theConversation(ctx, id))
      .returning({ id: conversations.id });
    if (deleted.length === 0) throw conversationNotFound();
    await conversationChanged(ctx, id);
  });
