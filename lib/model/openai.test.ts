import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startMockOpenAI, type MockOpenAI } from "@/test/mock-openai";
import { play, ROUND } from "@/test/model-round";
import { createOpenAIModel } from "./openai";

let mock: MockOpenAI;
beforeEach(async () => {
  mock = await startMockOpenAI({ apiKey: "sk-secret" });
});
afterEach(() => mock.stop());

const model = (apiKey = "sk-secret") =>
  createOpenAIModel({ apiKey, baseURL: mock.url, model: "gpt-test", idleTimeoutMs: 10_000 });

describe("answers", () => {
  it("streams text in its pieces and ends with the reason and the usage", async () => {
    mock.script({
      text: "I added “Milch” — 牛乳 🥛.",
      chunkSize: 5,
      usage: { prompt: 120, completion: 9 },
    });
    const { events, text, finish, error } = await play(model());
    expect(error).toBeUndefined();
    expect(events.filter((event) => event.type === "text").length).toBeGreaterThan(2);
    expect(text).toBe("I added “Milch” — 牛乳 🥛.");
    expect(finish).toEqual({
      type: "finish",
      reason: "stop",
      usage: { promptTokens: 120, cachedTokens: 0, completionTokens: 9 },
    });
  });

  it("yields each of several parallel calls once, whole, after the text", async () => {
    mock.script({
      text: "Adding both.",
      calls: [
        { id: "call_a", name: "add_task", arguments: { title: "Milk" } },
        { id: "call_b", name: "add_task", arguments: { title: "Bread" } },
      ],
      chunkSize: 3,
    });
    const { events, text, finish } = await play(model());
    expect(text).toBe("Adding both.");
    expect(events.filter((event) => event.type !== "text").slice(0, -1)).toEqual([
      {
        type: "tool_call",
        call: { id: "call_a", name: "add_task", arguments: '{"title":"Milk"}' },
      },
      {
        type: "tool_call",
        call: { id: "call_b", name: "add_task", arguments: '{"title":"Bread"}' },
      },
    ]);
    expect(finish?.reason).toBe("tool_calls");
  });

  it("hands out the calls of an answer that was cut by its length, and says so", async () => {
    mock.script({
      calls: [{ id: "call_a", name: "add_task", arguments: '{"title":"Mi' }],
      finishReason: "length",
    });
    const { calls, finish } = await play(model());
    expect(calls).toEqual([{ id: "call_a", name: "add_task", arguments: '{"title":"Mi' }]);
    expect(finish?.reason).toBe("length");
  });

  it("answers several rounds side by side with one instance", async () => {
    const texts = Array.from(
      { length: 8 },
      (_, index) => `Answer ${index}, with some words to it.`,
    );
    mock.script(...texts.map((text) => ({ text, chunkSize: 4 })));
    const one = model();
    const played = await Promise.all(texts.map(() => play(one)));
    expect(played.map(({ text }) => text).sort()).toEqual(texts);
  });
});

describe("requests", () => {
  it("authenticates with the key", async () => {
    mock.script({ text: "Done." });
    expect((await play(model("sk-other"))).error).toMatchObject({ kind: "auth" });
    expect((await play(model())).text).toBe("Done.");
  });

  it("sends the messages and the tools, and nothing that a compatible server may refuse", async () => {
    mock.script({ text: "Done." });
    const messages = [
      ...ROUND.messages,
      {
        role: "assistant" as const,
        content: "",
        toolCalls: [{ id: "call_a", name: "add_task", arguments: '{"title":"Milk"}' }],
      },
      { role: "tool" as const, callId: "call_a", tool: "add_task", content: '{"task_id":1}' },
      { role: "assistant" as const, content: "Added.", toolCalls: [] },
      { role: "user" as const, content: "Thanks." },
    ];
    await play(model(), { request: { ...ROUND, messages } });
    expect(mock.requests().map(({ path }) => path)).toEqual(["/v1/chat/completions"]);
    expect(mock.requests()[0]?.body).toEqual({
      model: "gpt-test",
      messages: [
        { role: "system", content: "You keep a to-do list." },
        { role: "user", content: "Add milk and bread." },
        {
          role: "assistant",
          content: null,
          tool_calls: [
            {
              id: "call_a",
              type: "function",
              function: { name: "add_task", arguments: '{"title":"Milk"}' },
            },
          ],
        },
        { role: "tool", tool_call_id: "call_a", content: '{"task_id":1}' },
        { role: "assistant", content: "Added." },
        { role: "user", content: "Thanks." },
      ],
      tools: [
        {
          type: "function",
          function: {
            name: "add_task",
            description: "Adds a task.",
            parameters: { type: "object", properties: { title: { type: "string" } } },
          },
        },
      ],
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  it("leaves the tools out when there are none", async () => {
    mock.script({ text: "Done." });
    await play(model(), { request: { ...ROUND, tools: [] } });
    expect(mock.requests()[0]?.body).not.toHaveProperty("tools");
  });

  it("does not repeat a call that a server would refuse for its form", async () => {
    mock.script({ text: "Done." });
    const toolCalls = [
      { id: "call_a", name: "add task!", arguments: '{"title":' },
      { id: "call_b", name: "add_task", arguments: "[1]" },
    ];
    const results = toolCalls.map(({ id }) => ({
      role: "tool" as const,
      callId: id,
      tool: "add_task",
      content: '{"error":"invalid"}',
    }));
    await play(model(), {
      request: {
        ...ROUND,
        messages: [...ROUND.messages, { role: "assistant", content: "", toolCalls }, ...results],
      },
    });
    const { messages } = mock.requests()[0]?.body as { messages: { tool_calls?: unknown }[] };
    expect(messages[2]?.tool_calls).toEqual([
      { id: "call_a", type: "function", function: { name: "unknown_tool", arguments: "{}" } },
      { id: "call_b", type: "function", function: { name: "add_task", arguments: "{}" } },
    ]);
  });
});
