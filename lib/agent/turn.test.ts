import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { toolCalls, turns } from "@/db/schema";
import type { Context } from "@/lib/context";
import {
  deleteConversation,
  getConversation,
  listConversations,
} from "@/lib/conversations/service";
import { getTurn } from "@/lib/conversations/turns";
import { type Model, ModelError } from "@/lib/model/model";
import { listTasks } from "@/lib/tasks/list";
import { makeUser, onEachDatabase } from "@/test/database";
import { answerEvents, eventOf, framesOf, hasTold, never } from "@/test/follow";
import { finish, ScriptedModel } from "@/test/scripted-model";
import { liveTurns } from "./live-turn";
import { answerOfTurn, cancelTurn, startTurn, type TurnRequest } from "./turn";

const REQUEST: TurnRequest = {
  message: "add milk",
  conversationId: null,
  timeZone: undefined,
  idempotencyKey: null,
  requestId: "test-request",
};

const say = (ctx: Context, model: Model, request: Partial<TurnRequest> = {}) =>
  startTurn(ctx, { ...REQUEST, ...request }, { model, standIn: null });

const ADD = { name: "add_task", arguments: { title: "Buy milk" } };
const adding = () => new ScriptedModel({ calls: [ADD] }, { text: "Added #1." });

/** A model that says a word and then waits until the test, or the turn, lets it go on. */
const waiting = () => {
  let release = () => undefined as void;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  const model = new ScriptedModel(async function* (_request, signal) {
    yield { type: "text", text: "Let me think" };
    await Promise.race([
      released,
      new Promise<never>((_, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }),
      ),
    ]);
    yield { type: "text", text: " … done." };
    yield finish();
  });
  return { model, release };
};

onEachDatabase("a turn", (database) => {
  it("stores the message first, runs the calls, and ends with one answer", async () => {
    const ctx = await makeUser(database());
    let storedBeforeAsking = 0;
    const model = new ScriptedModel(
      async function* () {
        storedBeforeAsking = (await listConversations(ctx, { limit: 10 })).count;
        yield {
          type: "tool_call",
          call: { id: "a", name: "add_task", arguments: '{"title":"Buy milk"}' },
        };
        yield finish("tool_calls");
      },
      { text: "Added #1 Buy milk." },
    );
    const started = await say(ctx, model);
    const events = await answerEvents(ctx, started);
    const answer = await answerOfTurn(ctx, started.turn, never);
    expect(storedBeforeAsking).toBe(1);
    expect(events.map(({ event }) => event.type)).toEqual([
      "turn.started",
      "conversation.titled",
      "tool.started",
      "tool.finished",
      "text.delta",
      "turn.completed",
    ]);
    expect(events.map(({ id }) => id)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(answer).toEqual({
      response: "Added #1 Buy milk.",
      conversation_id: started.turn.conversationId,
      message_id: started.turn.messageId,
      turn_id: started.turn.id,
      status: "completed",
      actions_taken: [{ tool: "add_task", result: "completed", task_id: "1" }],
      tool_calls: [{ tool: "add_task", arguments: { title: "Buy milk" } }],
    });
    const conversation = await getConversation(ctx, started.turn.conversationId);
    expect(conversation).toMatchObject({
      title: "add milk",
      message_count: 2,
      active_turn_id: null,
    });
    expect(conversation.messages).toMatchObject([
      { role: "user", content: "add milk", status: "completed" },
      { role: "assistant", content: "Added #1 Buy milk.", status: "completed" },
    ]);
    expect(conversation.messages[1]?.parts[0]).toMatchObject({
      type: "tool_call",
      changes: [{ kind: "created", turn_id: started.turn.id, actor: { kind: "agent" } }],
    });
    const turn = await getTurn(ctx, started.turn.id);
    expect(turn).toMatchObject({ status: "completed", promptTokens: 20, completionTokens: 10 });
    const receipts = await ctx.db.select().from(toolCalls).where(eq(toolCalls.turnId, turn.id));
    expect(receipts).toMatchObject([{ ordinal: 0, tool: "add_task", status: "completed" }]);
  });

  it("shows the model what was said before, in order", async () => {
    const ctx = await makeUser(database());
    const first = await say(ctx, adding());
    await first.done;
    const model = new ScriptedModel({ text: "You are welcome." });
    const second = await say(ctx, model, {
      message: "thanks",
      conversationId: first.turn.conversationId,
    });
    await second.done;
    expect(model.requests[0]?.messages.map((message) => message.role)).toEqual([
      "user",
      "assistant",
      "tool",
      "assistant",
      "user",
    ]);
    const { messages } = await getConversation(ctx, first.turn.conversationId);
    expect(messages.map((message) => message.content)).toEqual([
      "add milk",
      "Added #1.",
      "thanks",
      "You are welcome.",
    ]);
  });

  it("keeps what was said when it is stopped, and the next message works", async () => {
    const ctx = await makeUser(database());
    const { model } = waiting();
    const started = await say(ctx, model);
    await hasTold(ctx, started, "text.delta");
    expect(await cancelTurn(ctx, started.turn.id)).toMatchObject({ status: "cancelled" });
    expect(await answerOfTurn(ctx, started.turn, never)).toMatchObject({
      status: "cancelled",
      response: "Let me think",
    });
    expect(await cancelTurn(ctx, started.turn.id)).toMatchObject({ status: "cancelled" });
    const next = await say(ctx, adding(), { conversationId: started.turn.conversationId });
    expect(await answerOfTurn(ctx, next.turn, never)).toMatchObject({ status: "completed" });
  });

  it("goes on when whoever followed it has left", async () => {
    const ctx = await makeUser(database());
    const { model, release } = waiting();
    const started = await say(ctx, model);
    await hasTold(ctx, started, "turn.started");
    release();
    await started.done;
    expect(await getTurn(ctx, started.turn.id)).toMatchObject({ status: "completed" });
    expect(liveTurns().size).toBe(0);
  });

  it("takes one message at a time in a conversation, and several side by side elsewhere", async () => {
    const ctx = await makeUser(database());
    const { model, release } = waiting();
    const started = await say(ctx, model);
    const { conversationId } = started.turn;
    await expect(say(ctx, adding(), { conversationId })).rejects.toMatchObject({
      code: "turn_in_progress",
    });
    const elsewhere = await say(ctx, adding());
    await elsewhere.done;
    release();
    await started.done;
    const { messages } = await getConversation(ctx, conversationId);
    expect(messages).toHaveLength(2);
  });

  it("lets one of twenty that are sent at once into a conversation", async () => {
    const ctx = await makeUser(database());
    const first = await say(ctx, adding());
    await first.done;
    const { model, release } = waiting();
    const { conversationId } = first.turn;
    const sent = await Promise.allSettled(
      Array.from({ length: 20 }, (_, index) =>
        say(ctx, model, { message: `message ${index}`, conversationId }),
      ),
    );
    const begun = sent.filter((result) => result.status === "fulfilled");
    const refused = sent.filter((result) => result.status === "rejected");
    expect(begun).toHaveLength(1);
    for (const { reason } of refused) expect(reason).toMatchObject({ code: "turn_in_progress" });
    release();
    await Promise.all(begun.map(({ value }) => value.done));
    expect((await getConversation(ctx, conversationId)).message_count).toBe(4);
  });

  it("has one effect for ten of the same request, at once and later", async () => {
    const ctx = await makeUser(database());
    const model = adding();
    const request = { idempotencyKey: "k-1" };
    const started = await Promise.all(Array.from({ length: 10 }, () => say(ctx, model, request)));
    await Promise.all(started.map(({ done }) => done));
    const later = await say(ctx, model, request);
    const answers = await Promise.all(
      [...started, later].map(({ turn }) => answerOfTurn(ctx, turn, never)),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(1);
    expect((await listConversations(ctx, { limit: 10 })).count).toBe(1);
    await expect(say(ctx, model, { ...request, message: "add bread" })).rejects.toMatchObject({
      code: "idempotency_conflict",
    });
    const other = await makeUser(database());
    const theirs = await say(other, adding(), request);
    await theirs.done;
    expect((await listTasks(other, { limit: 10 })).count).toBe(1);
  });

  it("keeps the message and what was done when the model fails, and the next message works", async () => {
    const ctx = await makeUser(database());
    const model = new ScriptedModel({ text: "Adding. ", calls: [ADD] }, async function* () {
      yield { type: "text", text: "I ha" };
      throw new ModelError("incomplete", "The model stopped in the middle of its answer.");
    });
    const started = await say(ctx, model);
    const events = await answerEvents(ctx, started);
    expect(events.at(-1)?.event).toMatchObject({
      type: "turn.failed",
      retryable: true,
      error: {
        code: "model_unavailable",
        status: 503,
        detail: "The model stopped in the middle of its answer.",
        request_id: "test-request",
        turn_id: started.turn.id,
      },
    });
    await expect(answerOfTurn(ctx, started.turn, never)).rejects.toMatchObject({
      code: "model_unavailable",
      extra: { turn_id: started.turn.id, conversation_id: started.turn.conversationId },
    });
    const { messages } = await getConversation(ctx, started.turn.conversationId);
    expect(messages).toMatchObject([
      { role: "user", content: "add milk" },
      { role: "assistant", content: "Adding.\n\nI ha", status: "failed" },
    ]);
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(1);
    const next = await say(ctx, adding(), { conversationId: started.turn.conversationId });
    expect(await answerOfTurn(ctx, next.turn, never)).toMatchObject({ status: "completed" });
  });

  it("hides the cause of a fault of our own", async () => {
    const ctx = await makeUser(database());
    const model = new ScriptedModel(async function* () {
      yield { type: "text", text: "" };
      throw new Error("secret cause");
    });
    const started = await say(ctx, model);
    const events = await answerEvents(ctx, started);
    expect(events.at(-1)?.event).toMatchObject({
      type: "turn.failed",
      error: { code: "internal" },
    });
    expect(JSON.stringify(events)).not.toContain("secret cause");
  });

  it("closes a turn whose process died, so that the next message works", async () => {
    const ctx = await makeUser(database());
    const { model, release } = waiting();
    const started = await say(ctx, model);
    await hasTold(ctx, started, "text.delta");
    // What a killed process leaves: a running row that nobody renews.
    liveTurns().delete(started.turn.id);
    const dead = { leaseExpiresAt: new Date(0) };
    await ctx.db.update(turns).set(dead).where(eq(turns.id, started.turn.id));
    expect(await getTurn(ctx, started.turn.id)).toMatchObject({ status: "interrupted" });
    const events = (await framesOf(ctx, started.turn.id)).map(eventOf);
    expect(events.at(-1)?.event).toMatchObject({ type: "turn.failed", retryable: true });
    // What it had said is kept, though it never came to an end.
    const { messages } = await getConversation(ctx, started.turn.conversationId);
    expect(messages[1]).toMatchObject({ content: "Let me think", status: "interrupted" });
    const next = await say(ctx, adding(), { conversationId: started.turn.conversationId });
    expect(await answerOfTurn(ctx, next.turn, never)).toMatchObject({ status: "completed" });
    release();
    await started.done;
    // The process that was taken for dead writes nothing over the outcome.
    expect(await getTurn(ctx, started.turn.id)).toMatchObject({ status: "interrupted" });
  });

  it("is nobody else's to follow, stop or continue", async () => {
    const ada = await makeUser(database());
    const eve = await makeUser(database());
    const started = await say(ada, adding());
    await started.done;
    const notFound = { code: "not_found" };
    const { id, conversationId } = started.turn;
    await expect(getTurn(eve, id)).rejects.toMatchObject(notFound);
    await expect(cancelTurn(eve, id)).rejects.toMatchObject(notFound);
    await expect(getConversation(eve, conversationId)).rejects.toMatchObject(notFound);
    await expect(say(eve, adding(), { conversationId })).rejects.toMatchObject(notFound);
    await expect(deleteConversation(eve, conversationId)).rejects.toMatchObject(notFound);
  });

  it("goes with its conversation; tasks and their ledger stay", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, adding());
    await started.done;
    await deleteConversation(ctx, started.turn.conversationId);
    await expect(getTurn(ctx, started.turn.id)).rejects.toMatchObject({ code: "not_found" });
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(1);
  });
});
