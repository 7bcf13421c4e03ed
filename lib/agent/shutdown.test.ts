import { afterEach, beforeEach, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { getTurn } from "@/lib/conversations/turns";
import type { Model } from "@/lib/model/model";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { answerEvents, framesOf, hasTold, never } from "@/test/follow";
import { ScriptedModel } from "@/test/scripted-model";
import { liveTurns } from "./live-turn";
import { answerOfTurn, retryTurn, startTurn } from "./turn";

const globals = globalThis as typeof globalThis & { errandStopping?: AbortController };

const say = (ctx: Context, model: Model, idempotencyKey: string | null = null) =>
  startTurn(
    ctx,
    {
      message: "hello",
      conversationId: null,
      timeZone: undefined,
      idempotencyKey,
      requestId: "test-request",
    },
    { model, standIn: null },
  );

const endless = () =>
  new ScriptedModel(async function* (_request, signal) {
    yield { type: "text", text: "On and" };
    await new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
  });

onEmbeddedDatabase("a process that is told to stop", (database) => {
  let told: AbortController;
  beforeEach(() => {
    told = new AbortController();
    globals.errandStopping = told;
  });
  afterEach(() => {
    delete globals.errandStopping;
  });

  it("takes no new turn, says when to come back, and still gives what it has", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, new ScriptedModel({ text: "Hello." }), "key");
    await started.done;
    told.abort();
    const refused = { code: "shutting_down", status: 503, retryAfterSeconds: 5 };
    const model = new ScriptedModel({ text: "Hello." });
    await expect(say(ctx, model)).rejects.toMatchObject(refused);
    await expect(retryTurn(ctx, started.turn.id, "r", model)).rejects.toMatchObject(refused);
    const again = await say(ctx, model, "key");
    expect(await answerOfTurn(ctx, again.turn, never)).toMatchObject({ response: "Hello." });
    expect(model.requests).toHaveLength(0);
  });

  it("closes a turn that doesn't finish as interrupted, with what it had, and whoever listens hears it", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, endless());
    await hasTold(ctx, started, "text.delta");
    const open = answerEvents(ctx, started);
    told.abort();
    liveTurns().get(started.turn.id)?.interrupt();
    expect((await open).at(-1)?.event).toMatchObject({ type: "turn.failed", retryable: true });
    expect(await getTurn(ctx, started.turn.id)).toMatchObject({ status: "interrupted" });
    expect((await framesOf(ctx, started.turn.id)).map(({ type }) => type)).toEqual([
      "turn.started",
      "conversation.titled",
      "text.delta",
      "turn.failed",
    ]);
  });
});
