import { expect, it } from "vitest";
import { messages } from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { begunTurn } from "@/test/begun-turn";
import { makeUser, onEachDatabase } from "@/test/database";
import {
  deleteConversation,
  getConversation,
  listConversations,
  MESSAGES_PER_PAGE,
  updateConversation,
} from "./service";
import { endTurn } from "./end-turn";
import { type TurnRow } from "./turns";

const talk = async (ctx: Context, message: string, conversationId?: string): Promise<TurnRow> => {
  const turn = await begunTurn(ctx, message, conversationId);
  await endTurn({ ...ctx, now: new Date() }, turn, {
    status: "completed",
    content: `You said ${message}`,
    parts: [{ type: "text", text: `You said ${message}` }],
    answer: null,
    error: null,
    usage: { promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
    costUsd: null,
    firstTokenMs: null,
    durationMs: 1,
    frames: [],
    model: "scripted",
  });
  return turn;
};

const idsOf = (page: Awaited<ReturnType<typeof listConversations>>) =>
  page.conversations.map((conversation) => conversation.id);

onEachDatabase("conversations", (database) => {
  it("are listed by latest activity and paged without a gap", async () => {
    const ctx = await makeUser(database());
    const ids: string[] = [];
    for (let index = 0; index < 5; index++) {
      ids.push((await talk(ctx, `conversation ${index}`)).conversationId);
    }
    await talk(ctx, "once more", ids[1]);
    const expected = [ids[1], ids[4], ids[3], ids[2], ids[0]];
    expect(idsOf(await listConversations(ctx, { limit: 50 }))).toEqual(expected);
    const paged: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listConversations(ctx, { limit: 2, cursor });
      paged.push(...idsOf(page));
      cursor = page.next_cursor ?? undefined;
    } while (cursor !== undefined);
    expect(paged).toEqual(expected);
  });

  it("are found by words in their title or in a message, taken as they are", async () => {
    const ctx = await makeUser(database());
    const { conversationId } = await talk(ctx, "about 100% cotton");
    await talk(ctx, "about wool");
    const found = async (q: string) => idsOf(await listConversations(ctx, { limit: 50, q }));
    expect(await found("COTTON")).toEqual([conversationId]);
    expect(await found("you said about 100%")).toEqual([conversationId]);
    expect(await found("%")).toEqual([conversationId]);
    expect(await found("silk")).toEqual([]);
    expect(await found("  ")).toHaveLength(2);
  });

  it("keep their place in the list when they are renamed, and leave it when archived", async () => {
    const ctx = await makeUser(database());
    const { conversationId } = await talk(ctx, "first");
    const second = await talk(ctx, "second");
    const renamed = await updateConversation(ctx, conversationId, { title: " New name " });
    expect(renamed).toMatchObject({ title: "New name", pinned: false, archived: false });
    expect(idsOf(await listConversations(ctx, { limit: 50 }))).toEqual([
      second.conversationId,
      conversationId,
    ]);
    await updateConversation(ctx, conversationId, { archived: true });
    expect(idsOf(await listConversations(ctx, { limit: 50 }))).toEqual([second.conversationId]);
    expect(idsOf(await listConversations(ctx, { limit: 50, archived: true }))).toEqual([
      conversationId,
    ]);
  });

  it("are named by the first line that has words, cut at a word", async () => {
    const ctx = await makeUser(database());
    const { conversationId } = await talk(
      ctx,
      `\n\n  Please add   the following, which is rather long and goes on and on:\n- milk`,
    );
    const { title } = await getConversation(ctx, conversationId);
    expect(title).toBe("Please add the following, which is rather long and goes on…");
  });

  it("give the latest messages first, and older ones by cursor, in order", async () => {
    const ctx = await makeUser(database());
    const { conversationId, id: turnId } = await talk(ctx, "message 0");
    const more = Array.from({ length: 2 * MESSAGES_PER_PAGE + 8 }, (_, index) => ({
      id: newId(),
      userId: ctx.userId,
      conversationId,
      turnId,
      position: index + 2,
      role: "user" as const,
      content: `message ${index + 2}`,
      parts: [],
      createdAt: ctx.now,
    }));
    await ctx.db.insert(messages).values(more);
    const latest = await getConversation(ctx, conversationId);
    expect(latest.messages).toHaveLength(MESSAGES_PER_PAGE);
    expect(latest.messages.at(-1)?.content).toBe("message 209");
    const seen: string[] = [];
    let before: string | undefined;
    do {
      const page = await getConversation(ctx, conversationId, { before });
      seen.unshift(...page.messages.map((message) => message.content));
      before = page.previous_cursor ?? undefined;
    } while (before !== undefined);
    expect(seen).toHaveLength(210);
    expect(seen.slice(2)).toEqual(more.map((message) => message.content));
    await expect(getConversation(ctx, conversationId, { before: "x" })).rejects.toMatchObject({
      code: "invalid_request",
    });
  });

  it("go with all that is in them, and are nobody else's", async () => {
    const ada = await makeUser(database());
    const eve = await makeUser(database());
    const { conversationId } = await talk(ada, "hers");
    const notFound = { code: "not_found" };
    await expect(updateConversation(eve, conversationId, { title: "x" })).rejects.toMatchObject(
      notFound,
    );
    await expect(deleteConversation(eve, conversationId)).rejects.toMatchObject(notFound);
    await deleteConversation(ada, conversationId);
    await expect(getConversation(ada, conversationId)).rejects.toMatchObject(notFound);
    expect(await ada.db.$count(messages)).toBe(0);
  });
});
