/**
 * A whole turn over the wire, with a model server that does everything wrong: how often it is asked, what is kept,
 * and that the conversation works on. The adapter's own faults, one by one, are in `lib/model/openai-faults.test.ts`.
 */
import type { ServerResponse } from "node:http";
import { afterEach, expect, it } from "vitest";
import type { Context } from "@/lib/context";
import type { MessagePart } from "@/lib/conversations/schema";
import { getConversation } from "@/lib/conversations/service";
import { createOpenAIModel } from "@/lib/model/openai";
import { listTasks } from "@/lib/tasks/list";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { answerEvents } from "@/test/follow";
import { chunk, sendFrames, startRawServer, type RawServer } from "@/test/raw-server";
import { ScriptedModel } from "@/test/scripted-model";
import { MAX_CALLS, MAX_ROUNDS } from "./loop";
import { startTurn } from "./turn";

let server: RawServer | undefined;
afterEach(() => server?.stop());

/** Short, and yet long enough for a busy machine to answer in. */
const SILENCE_MS = 400;

type Answering = (response: ServerResponse, index: number) => void;

const say = async (ctx: Context, answering: Answering) => {
  server = await startRawServer(answering);
  const model = createOpenAIModel({
    apiKey: "test",
    baseURL: server.url,
    model: "gpt-test",
    idleTimeoutMs: SILENCE_MS,
    retryDelayMs: 1,
    logger: { warn: () => undefined },
  });
  const started = await startTurn(
    ctx,
    {
      message: "add milk",
      conversationId: null,
      timeZone: undefined,
      idempotencyKey: null,
      requestId: "test-request",
    },
    { model, standIn: null },
  );
  const events = await answerEvents(ctx, started);
  const { messages } = await getConversation(ctx, started.turn.conversationId);
  return {
    turn: started.turn,
    last: events.at(-1)?.event,
    messages,
    asked: server.requests.length,
  };
};

const unfinished = (parts: readonly MessagePart[]) =>
  parts.filter((part) => part.type === "tool_call" && part.status === "running");

const status =
  (code: number, error: object = {}, headers: Record<string, string> = {}): Answering =>
  (response) => {
    response.writeHead(code, { "content-type": "application/json", ...headers });
    response.end(JSON.stringify({ error: { message: "The server's own words.", ...error } }));
  };

/** Says “I have”, and then does what `then` does. */
const begun =
  (then: (response: ServerResponse) => void): Answering =>
  (response) => {
    sendFrames(response, chunk({ role: "assistant", content: "I have" }));
    // What was sent is read before it breaks.
    setTimeout(() => then(response), 30);
  };

const silent = () => undefined;

const callOf = (index: number, name: string, args: string) => ({
  index,
  id: `call_${index}`,
  type: "function",
  function: { name, arguments: args },
});

const calling = (response: ServerResponse, ...calls: object[]) => {
  sendFrames(response, chunk({ tool_calls: calls }), chunk({}, "tool_calls"), "[DONE]");
  response.end();
};

const saying = (response: ServerResponse, text: string) => {
  sendFrames(response, chunk({ content: text }), chunk({}, "stop"), "[DONE]");
  response.end();
};

onEmbeddedDatabase("a turn with a model that", (database) => {
  it.each<[what: string, answering: Answering, asked: number, said: string]>([
    ["refuses the key", status(401, { code: "invalid_api_key" }), 1, ""],
    ["doesn't know the model", status(404, { code: "model_not_found" }), 1, ""],
    ["has no quota", status(429, { code: "insufficient_quota" }), 1, ""],
    ["refuses the request", status(400), 1, ""],
    [
      "limits the rate",
      status(429, { code: "rate_limit_exceeded" }, { "retry-after": "0" }),
      3,
      "",
    ],
    ["is out of order", status(500), 3, ""],
    ["resets the connection", (response) => response.destroy(), 3, ""],
    ["sends no headers", silent, 1, ""],
    ["answers with a web page", (response) => response.end("<!doctype html>"), 1, ""],
    ["stalls in mid-stream", begun(silent), 1, "I have"],
    ["ends without a finish reason", begun((response) => response.end()), 1, "I have"],
    ["resets in mid-stream", begun((response) => response.destroy()), 1, "I have"],
    ["breaks a frame", begun((response) => void response.end('data: {"choi\n\n')), 1, "I have"],
    [
      "sends an error as a frame",
      begun((response) => {
        sendFrames(response, { error: { message: "Overloaded." } });
        response.end();
      }),
      1,
      "I have",
    ],
    [
      "ends in the middle of a call",
      begun((response) => {
        sendFrames(response, chunk({ tool_calls: [callOf(0, "add_task", '{"title":"Mi')] }));
        response.end();
      }),
      1,
      "I have",
    ],
  ])(
    "%s: keeps the message and what was said, and works on",
    async (_what, answering, asked, said) => {
      const ctx = await makeUser(database());
      const failed = await say(ctx, answering);
      expect(failed.last).toMatchObject({
        type: "turn.failed",
        error: { code: "model_unavailable", status: 503 },
      });
      expect(failed.asked).toBe(asked);
      expect(failed.messages).toMatchObject([
        { role: "user", content: "add milk" },
        { role: "assistant", content: said, status: "failed" },
      ]);
      expect((await listTasks(ctx, { limit: 10 })).count).toBe(0);
      const model = new ScriptedModel({ text: "Hello." });
      const next = await startTurn(
        ctx,
        {
          message: "hello",
          conversationId: failed.turn.conversationId,
          timeZone: undefined,
          idempotencyKey: null,
          requestId: "r",
        },
        { model, standIn: null },
      );
      expect((await answerEvents(ctx, next)).at(-1)?.event).toMatchObject({
        type: "turn.completed",
      });
    },
  );

  it.each([
    ["malformed arguments", "add_task", "{title: Milk"],
    ["arguments of wrong types", "add_task", '{"title":7}'],
    ["fields that don't exist", "add_task", '{"title":"Milk","user_id":"eve"}'],
    ["a tool that doesn't exist", "drop_tables", "{}"],
    ["a task that isn't there", "complete_task", '{"task_id":99}'],
  ])("calls with %s: reads the error, changes nothing", async (_what, name, args) => {
    const ctx = await makeUser(database());
    const { last, messages, asked } = await say(ctx, (response, index) =>
      index === 0 ? calling(response, callOf(0, name, args)) : saying(response, "Sorry."),
    );
    expect(last).toMatchObject({ type: "turn.completed", response: "Sorry." });
    expect(asked).toBe(2);
    expect(messages[1]?.parts[0]).toMatchObject({ type: "tool_call", status: "failed" });
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(0);
  });

  it("makes one mistake among parallel calls: the others keep their effect", async () => {
    const ctx = await makeUser(database());
    const { messages } = await say(ctx, (response, index) =>
      index === 0
        ? calling(
            response,
            callOf(0, "add_task", '{"title":"Milk"}'),
            callOf(1, "complete_task", '{"task_id":99}'),
            callOf(2, "add_task", '{"title":"Eggs"}'),
          )
        : saying(response, "Two of three."),
    );
    const calls = messages[1]?.parts.filter((part) => part.type === "tool_call") ?? [];
    expect(calls.map((call) => call.status)).toEqual(["completed", "failed", "completed"]);
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(2);
  });

  it("calls for ever: is stopped after its rounds, with a sentence", async () => {
    const ctx = await makeUser(database());
    const { last, messages, asked } = await say(ctx, (response, index) =>
      calling(response, callOf(index, "list_tasks", "{}")),
    );
    expect(asked).toBe(MAX_ROUNDS);
    expect(last).toMatchObject({ type: "turn.completed" });
    expect(messages[1]?.content).toContain("I stopped here");
    expect(unfinished(messages[1]?.parts ?? [])).toEqual([]);
  });

  it("makes 500 calls at once: runs no more than its cap, with a sentence", async () => {
    const ctx = await makeUser(database());
    const calls = Array.from({ length: 500 }, (_, n) =>
      callOf(n, "add_task", `{"title":"Task ${n}"}`),
    );
    const { messages, asked } = await say(ctx, (response) => calling(response, ...calls));
    expect(asked).toBe(1);
    expect(messages[1]?.content).toContain("I stopped here");
    expect(unfinished(messages[1]?.parts ?? [])).toEqual([]);
    expect((await listTasks(ctx, { limit: 100 })).count).toBe(MAX_CALLS);
  });

  it("says ten megabytes: is cut, and what is kept can be read again", async () => {
    const ctx = await makeUser(database());
    const { last, messages } = await say(ctx, (response) => {
      const text = "word ".repeat(20_000);
      sendFrames(response, ...Array.from({ length: 100 }, () => chunk({ content: text })));
      sendFrames(response, chunk({}, "stop"), "[DONE]");
      response.end();
    });
    expect(last?.type).toMatch(/turn\.(completed|failed)/);
    expect(messages[1]?.content.length).toBeLessThan(2_000_000);
    expect(messages[1]?.content.length).toBeGreaterThan(0);
  });
});
