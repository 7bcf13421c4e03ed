import { expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { getConversation } from "@/lib/conversations/service";
import { sealInterrupted } from "@/lib/conversations/seal-turn";
import { type Model, ModelError } from "@/lib/model/model";
import { offlineModel } from "@/lib/model/offline/offline";
import { listTasks } from "@/lib/tasks/list";
import { makeUser, onEachDatabase } from "@/test/database";
import { answerEvents, never } from "@/test/follow";
import { finish, ScriptedModel } from "@/test/scripted-model";
import type { TurnEvent } from "./events";
import { applyEvent, EMPTY_TRANSCRIPT } from "./transcript";
import { answerOfTurn, cancelTurn, retryTurn, startTurn } from "./turn";

const say = (
  ctx: Context,
  model: Model,
  conversationId: string | null = null,
  standIn: Model | null = null,
) =>
  startTurn(
    ctx,
    {
      message: "add a task to buy milk",
      conversationId,
      timeZone: undefined,
      idempotencyKey: null,
      requestId: "test-request",
    },
    { model, standIn },
  );

const ADD = { calls: [{ name: "add_task", arguments: { title: "Buy milk" } }] };

const failing = (words: string) =>
  new ScriptedModel(ADD, async function* () {
    if (words !== "") yield { type: "text", text: words };
    throw new ModelError("unavailable", "The model's server is out of order.");
  });

onEachDatabase("trying again", (database) => {
  it("goes on under the same id: calls don't run twice, unfinished words give way", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, failing("I have ad"));
    const before = await answerEvents(ctx, started);
    expect(before.at(-1)?.event.type).toBe("turn.failed");
    const model = new ScriptedModel({ text: "Added #1 Buy milk." });
    const again = await retryTurn(ctx, started.turn.id, "second-request", model);
    const after = await answerEvents(ctx, again);
    expect(again.turn.id).toBe(started.turn.id);
    expect(after[0]).toMatchObject({ id: before.length + 1, event: { type: "turn.started" } });
    expect(after.map(({ id }) => id)).toEqual(after.map((_, n) => before.length + 1 + n));
    expect(model.requests[0]?.messages.map((message) => message.role)).toEqual([
      "user",
      "assistant",
      "tool",
    ]);
    expect(await answerOfTurn(ctx, again.turn, never)).toMatchObject({
      status: "completed",
      response: "Added #1 Buy milk.",
      actions_taken: [{ tool: "add_task", result: "completed", task_id: "1" }],
    });
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(1);
    const { messages } = await getConversation(ctx, started.turn.conversationId);
    expect(messages).toHaveLength(2);
    expect(messages[1]).toMatchObject({ content: "Added #1 Buy milk.", status: "completed" });
    // A page that saw both runs shows what is stored.
    const all: TurnEvent[] = [...before, ...after].map(({ event }) => event);
    expect(all.reduce(applyEvent, EMPTY_TRANSCRIPT).parts).toEqual(messages[1]?.parts);
  });

  it("never takes over from a model that has begun", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, failing(""), null, offlineModel);
    expect((await answerEvents(ctx, started)).at(-1)?.event.type).toBe("turn.failed");
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(1);
  });

  it("is for the last turn only, and only for one that did not end well", async () => {
    const ctx = await makeUser(database());
    const ok = new ScriptedModel({ text: "Hello." });
    const refused = { code: "not_retryable" };
    const first = await say(ctx, failing(""));
    await first.done;
    const second = await say(ctx, ok, first.turn.conversationId);
    await second.done;
    await expect(retryTurn(ctx, first.turn.id, "r", ok)).rejects.toMatchObject(refused);
    await expect(retryTurn(ctx, second.turn.id, "r", ok)).rejects.toMatchObject(refused);
    const eve = await makeUser(database());
    await expect(retryTurn(eve, first.turn.id, "r", ok)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  it("goes on after deletions that were never decided", async () => {
    const ctx = await makeUser(database());
    const add = (title: string) => ({ name: "add_task", arguments: { title } });
    const remove = (task_id: number) => ({ name: "delete_task", arguments: { task_id } });
    const setUp = await say(
      ctx,
      new ScriptedModel({ calls: [add("A"), add("B")] }, { text: "Added." }),
    );
    await setUp.done;
    const model = new ScriptedModel({ calls: [remove(1), add("C"), remove(2)] });
    const started = await say(ctx, model, setUp.turn.conversationId);
    await started.done;
    await cancelTurn(ctx, started.turn.id);
    const next = new ScriptedModel({ calls: [add("D")] }, { text: "Added two." });
    const again = await retryTurn(ctx, started.turn.id, "r", next);
    expect(await answerOfTurn(ctx, again.turn, never)).toMatchObject({ status: "completed" });
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(4);
  });

  it("leaves a run that was taken for dead without a say", async () => {
    const ctx = await makeUser(database());
    let goOn = () => undefined as void;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const slow = new ScriptedModel(async function* () {
      yield { type: "text", text: "Wait" };
      await held;
      yield {
        type: "tool_call",
        call: { id: "late", name: "add_task", arguments: '{"title":"Late"}' },
      };
      yield finish("tool_calls");
    });
    const first = await say(ctx, slow);
    // By an instance that has not heard of it for a while.
    const later = new Date(Date.now() + 60_000);
    expect(await sealInterrupted(ctx.db, { now: later, all: false })).toBe(1);
    const quick = new ScriptedModel({ text: "Here I am." });
    const second = await retryTurn(ctx, first.turn.id, "r", quick);
    await second.done;
    goOn();
    await first.done;
    expect(await answerOfTurn(ctx, second.turn, never)).toMatchObject({ response: "Here I am." });
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(0);
  });

  it("happens once when it is asked for twice at once", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, failing(""));
    await started.done;
    const model = new ScriptedModel({ text: "Added." });
    const tries = await Promise.allSettled([
      retryTurn(ctx, started.turn.id, "a", model),
      retryTurn(ctx, started.turn.id, "b", model),
    ]);
    expect(tries.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    for (const result of tries) if (result.status === "fulfilled") await result.value.done;
    expect(model.requests).toHaveLength(1);
  });
});

onEachDatabase("a stand-in", (database) => {
  const down = () =>
    new ScriptedModel(async function* () {
      yield* [];
      throw new ModelError("quota", "The account behind the model has no credit left.");
    });

  it("answers when the model fails before its first token: the embedded assistant answers, marked as such", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, down(), null, offlineModel);
    const events = await answerEvents(ctx, started);
    expect(events.map(({ event }) => event)).toContainEqual({
      type: "assistant.changed",
      model: "offline",
    });
    await started.done;
    const { messages } = await getConversation(ctx, started.turn.conversationId);
    expect(messages[1]).toMatchObject({ status: "completed", model: "offline" });
    expect(messages[1]?.parts[0]).toMatchObject({
      changes: [{ actor: { kind: "agent", name: "offline" }, after: { title: "Buy milk" } }],
    });
  });

  it("is not there by default: the failure is told, and the offline assistant can be asked instead", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, down());
    expect((await answerEvents(ctx, started)).at(-1)?.event).toMatchObject({
      type: "turn.failed",
      error: { detail: "The account behind the model has no credit left." },
    });
    const again = await retryTurn(ctx, started.turn.id, "r", offlineModel);
    await again.done;
    const { messages } = await getConversation(ctx, started.turn.conversationId);
    expect(messages[1]).toMatchObject({ status: "completed", model: "offline" });
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(1);
  });
});
