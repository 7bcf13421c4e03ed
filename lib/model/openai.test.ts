import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startMockOpenAI, type MockOpenAI } from "@/test/mock-openai";
import type { ModelEvent, ModelRequest } from "./model";
import { createOpenAIModel } from "./openai";

const REQUEST: ModelRequest = {
  system: "You keep a to-do list.",
  messages: [{ role: "user", content: "Add milk and bread." }],
  tools: [
    {
      name: "add_task",
      description: "Adds a task.",
      parameters: { type: "object", properties: { title: { type: "string" } } },
    },
  ],
  now: new Date("2026-02-07T12:00:00Z"),
  timeZone: "Europe/Berlin",
};

let mock: MockOpenAI;
beforeEach(async () => {
  mock = await startMockOpenAI();
});
afterEach(() => mock.stop());

const model = () =>
  createOpenAIModel({
    apiKey: "sk-secret",
    baseURL: mock.url,
    model: "gpt-test",
    idleTimeoutMs: 150,
    retryDelayMs: 1,
  });

const collect = async (events: AsyncIterable<ModelEvent>): Promise<ModelEvent[]> => {
  const all: ModelEvent[] = [];
  for await (const event of events) all.push(event);
  return all;
};

const textOf = (events: ModelEvent[]): string =>
  events.map((event) => (event.type === "text" ? event.text : "")).join("");

describe("answers", () => {
  it("streams text in its pieces and ends with the reason and the usage", async () => {
    mock.script({
      text: "I added “Milch” — 牛乳 🥛.",
      chunkSize: 5,
      usage: { prompt: 120, completion: 9 },
    });
    const events = await collect(model().respond(REQUEST, new AbortController().signal));
    expect(events.filter((event) => event.type === "text").length).toBeGreaterThan(2);
    expect(textOf(events)).toBe("I added “Milch” — 牛乳 🥛.");
    expect(events.at(-1)).toEqual({
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
    const events = await collect(model().respond(REQUEST, new AbortController().signal));
    expect(textOf(events)).toBe("Adding both.");
    expect(events.filter((event) => event.type !== "text")).toEqual([
      {
        type: "tool_call",
        call: { id: "call_a", name: "add_task", arguments: '{"title":"Milk"}' },
      },
      {
        type: "tool_call",
        call: { id: "call_b", name: "add_task", arguments: '{"title":"Bread"}' },
      },
      expect.objectContaining({ type: "finish", reason: "tool_calls" }),
    ]);
  });
});

describe("requests", () => {
  it("sends the messages and the tools, and nothing that a compatible server may refuse", async () => {
    mock.script({ text: "Done." });
    await collect(
      model().respond(
        {
          ...REQUEST,
          messages: [
            ...REQUEST.messages,
            {
              role: "assistant",
              content: "",
              toolCalls: [{ id: "call_a", name: "add_task", arguments: '{"title":"Milk"}' }],
            },
            { role: "tool", callId: "call_a", tool: "add_task", content: '{"task_id":1}' },
          ],
        },
        new AbortController().signal,
      ),
    );
    const [request] = mock.requests();
    expect(request?.body).toEqual({
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
});
