import { afterEach, describe, expect, it, vi } from "vitest";
import { play, ROUND } from "@/test/model-round";
import {
  chunk,
  sendFrames,
  startRawServer,
  type RawHandler,
  type RawServer,
} from "@/test/raw-server";
import { createOpenAIModel } from "./openai";
import { MAX_ARGUMENTS_LENGTH, MAX_TEXT_LENGTH } from "./openai-answer";
import { MAX_FRAME_LENGTH } from "./openai-frames";

let server: RawServer;
afterEach(() => server.stop());

const answerTo = async (handler: RawHandler, idleTimeoutMs = 10_000) => {
  server = await startRawServer(handler);
  return createOpenAIModel({
    apiKey: "sk-test",
    baseURL: server.url,
    model: "gpt-test",
    idleTimeoutMs,
    retryDelayMs: 1,
  });
};

/** Plays an answer that consists of `frames`. */
const playFrames = async (...frames: unknown[]) =>
  play(
    await answerTo((response) => {
      sendFrames(response, ...frames);
      response.end();
    }),
  );

/** Plays an answer that consists of `bytes`, sent one piece after the other. */
const playBytes = async (...pieces: Uint8Array[]) =>
  play(
    await answerTo(async (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (const piece of pieces) {
        response.write(piece);
        // So that each arrives on its own.
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      response.end();
    }),
  );

const toolCalls = (...tool_calls: object[]) => chunk({ tool_calls });
const usage = {
  prompt_tokens: 40,
  completion_tokens: 7,
  prompt_tokens_details: { cached_tokens: 32 },
};

describe("the form of a stream", () => {
  it("takes a character that is split between two reads, at every byte", async () => {
    const frame = Buffer.from(`data: ${JSON.stringify(chunk({ content: "a 🥛 é" }, "stop"))}\n\n`);
    const { text, error } = await playBytes(...Array.from(frame, (byte) => Uint8Array.of(byte)));
    expect(error).toBeUndefined();
    expect(text).toBe("a 🥛 é");
  });

  it("takes CRLF, fields without a space, other fields and comments", async () => {
    const lines = [
      ": hello",
      "",
      "event: message",
      "id: 1",
      `data:${JSON.stringify(chunk({ content: "One" }))}`,
      "",
      ": keep-alive",
      "",
      `data: ${JSON.stringify(chunk({ content: " two." }, "stop"))}`,
      "",
      "data: [DONE]",
      "",
      "",
    ];
    const { text, finish } = await playBytes(Buffer.from(lines.join("\r\n")));
    expect(text).toBe("One two.");
    expect(finish?.reason).toBe("stop");
  });

  it("takes a last frame without the blank line after it", async () => {
    const frame = `data: ${JSON.stringify(chunk({ content: "Done." }, "stop"))}`;
    expect(await playBytes(Buffer.from(frame))).toMatchObject({ text: "Done.", error: undefined });
  });

  it("ignores what comes after [DONE]", async () => {
    const { text } = await playFrames(chunk({ content: "Done." }, "stop"), "[DONE]", "garbage");
    expect(text).toBe("Done.");
  });

  it("reads the usage from a chunk of its own and ignores empty choices", async () => {
    const { finish } = await playFrames(
      { choices: [], prompt_filter_results: [] },
      chunk({ role: "assistant", content: "" }),
      chunk({ content: "Done." }),
      chunk({}, "stop"),
      { choices: [], usage },
      "[DONE]",
    );
    expect(finish?.usage).toEqual({ promptTokens: 40, cachedTokens: 32, completionTokens: 7 });
  });

  it("counts 0 where a server says nothing of usage", async () => {
    const { finish } = await playFrames({ ...chunk({ content: "Done." }, "stop"), usage: null });
    expect(finish?.usage).toEqual({ promptTokens: 0, cachedTokens: 0, completionTokens: 0 });
  });

  it("reads a whole completion from a server that does not stream", async () => {
    const message = {
      role: "assistant",
      content: "Adding.",
      tool_calls: [{ id: "a", type: "function", function: { name: "add_task", arguments: "{}" } }],
    };
    const model = await answerTo((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ choices: [{ message, finish_reason: "tool_calls" }], usage }));
    });
    const { text, calls, finish } = await play(model);
    expect(text).toBe("Adding.");
    expect(calls).toEqual([{ id: "a", name: "add_task", arguments: "{}" }]);
    expect(finish).toMatchObject({ reason: "tool_calls", usage: { promptTokens: 40 } });
  });

  it("is complete with its finish reason, though the connection then breaks", async () => {
    const model = await answerTo((response) => {
      sendFrames(response, chunk({ content: "Done." }, "stop"));
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    });
    expect(await play(model)).toMatchObject({ text: "Done.", finish: { reason: "stop" } });
  });

  it("waits a second for the end of a stream that gave its finish reason, and no longer", async () => {
    const model = await answerTo((response) =>
      sendFrames(response, chunk({ content: "Done." }, "stop")),
    );
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const seen: string[] = [];
      const { signal } = new AbortController();
      const listening = model.respond(ROUND, signal, ({ type }) => void seen.push(type));
      while (seen.length === 0) await new Promise((resolve) => setImmediate(resolve));
      await new Promise((resolve) => setImmediate(resolve));
      await vi.advanceTimersByTimeAsync(999);
      expect(seen).toEqual(["text"]);
      await vi.advanceTimersByTimeAsync(1);
      await listening;
      expect(seen).toEqual(["text", "finish"]);
    } finally {
      vi.useRealTimers();
    }
  });

  it("leaves the connection open for later requests", async () => {
    const model = await answerTo((response) => {
      sendFrames(response, chunk({ content: "Done." }, "stop"), "[DONE]");
      response.end();
    });
    for (let round = 0; round < 6; round += 1) await play(model);
    expect(server.requests).toHaveLength(6);
    // The next request may come a moment before the first connection is free again.
    expect(server.connections).toBeLessThanOrEqual(2);
  });
});

describe("text", () => {
  it("joins a surrogate pair that is split between two chunks, and never yields half of one", async () => {
    const frame = (content: string) => `{"choices":[{"delta":{"content":"${content}"}}]}`;
    const { events } = await playFrames(
      frame("a\\ud83e"),
      frame("\\udd5bb\\ud83e"),
      chunk({}, "stop"),
    );
    expect(events.slice(0, -1)).toEqual([
      { type: "text", text: "a" },
      { type: "text", text: "🥛b" },
      { type: "text", text: "\ufffd" },
    ]);
  });

  it("drops null characters, which a database cannot store", async () => {
    expect((await playFrames(chunk({ content: "a\u0000b" }, "stop"))).text).toBe("ab");
  });

  it("reads content in parts, and leaves out what a model only thinks", async () => {
    const content = [
      { type: "thinking", thinking: [{ type: "text", text: "Hm." }] },
      { type: "text", text: "Done." },
    ];
    const { text } = await playFrames(
      chunk({ content: null, reasoning_content: "Hm." }),
      chunk({ content }, "stop"),
    );
    expect(text).toBe("Done.");
  });

  it("shows a refusal as text and says that it is one", async () => {
    const { text, finish } = await playFrames(
      chunk({ refusal: "I can't " }),
      chunk({ refusal: "do that." }),
      chunk({}, "stop"),
    );
    expect(text).toBe("I can't do that.");
    expect(finish?.reason).toBe("content_filter");
  });
});

describe("finish reasons", () => {
  const call = toolCalls({ index: 0, id: "a", function: { name: "add_task", arguments: "{}" } });
  it.each([
    ["stop", false, "stop"],
    ["tool_calls", true, "tool_calls"],
    ["tool_calls", false, "stop"],
    ["stop", true, "tool_calls"],
    ["function_call", true, "tool_calls"],
    ["eos", false, "stop"],
    ["end_turn", true, "tool_calls"],
    ["length", true, "length"],
    ["max_tokens", false, "length"],
    ["content_filter", false, "content_filter"],
  ])("reads %s, with calls: %s, as %s", async (said, withCall, reason) => {
    const { finish } = await playFrames(...(withCall ? [call] : []), chunk({}, said));
    expect(finish?.reason).toBe(reason);
  });
});

describe("tool calls", () => {
  const played = async (...frames: unknown[]) =>
    (await playFrames(...frames, chunk({}, "tool_calls"))).calls;

  it("joins interleaved calls by their index", async () => {
    expect(
      await played(
        toolCalls({
          index: 0,
          id: "a",
          type: "function",
          function: { name: "add_task", arguments: "" },
        }),
        toolCalls({
          index: 1,
          id: "b",
          type: "function",
          function: { name: "add_task", arguments: "" },
        }),
        toolCalls(
          { index: 1, function: { arguments: '{"title":' } },
          { index: 0, function: { arguments: '{"ti' } },
        ),
        toolCalls(
          { index: 0, function: { arguments: 'tle":"Milk"}' } },
          { index: 1, function: { arguments: '"Bread"}' } },
        ),
      ),
    ).toEqual([
      { id: "a", name: "add_task", arguments: '{"title":"Milk"}' },
      { id: "b", name: "add_task", arguments: '{"title":"Bread"}' },
    ]);
  });

  it("joins pieces that repeat id and name, and pieces without index", async () => {
    const piece = (args: string) => ({ id: "a", function: { name: "add_task", arguments: args } });
    expect(
      await played(
        toolCalls({ index: 0, ...piece('{"tit') }),
        toolCalls({ index: 0, ...piece('le":"Milk"}') }),
      ),
    ).toEqual([{ id: "a", name: "add_task", arguments: '{"title":"Milk"}' }]);
    expect(
      await played(
        toolCalls(piece('{"tit')),
        toolCalls({ function: { arguments: 'le":"Milk"}' } }),
        toolCalls({ id: "b", function: { name: "add_task", arguments: "{}" } }),
      ),
    ).toEqual([
      { id: "a", name: "add_task", arguments: '{"title":"Milk"}' },
      { id: "b", name: "add_task", arguments: "{}" },
    ]);
  });

  it("tells apart whole calls that all have index 0, or none, and makes the ids that are missing", async () => {
    const whole = (title: string) => ({
      function: { name: "add_task", arguments: JSON.stringify({ title }) },
    });
    for (const index of [{ index: 0 }, {}]) {
      const calls = await played(
        toolCalls({ ...index, ...whole("Milk") }, { ...index, ...whole("Bread") }),
        toolCalls({ ...index, id: "", ...whole("Salt") }),
      );
      expect(calls.map((each) => each.arguments)).toEqual([
        '{"title":"Milk"}',
        '{"title":"Bread"}',
        '{"title":"Salt"}',
      ]);
      expect(new Set(calls.map(({ id }) => id)).size).toBe(3);
      expect(calls.every(({ id }) => /^call_[\w-]+$/.test(id))).toBe(true);
    }
  });

  it("goes by the id where a server gives every call index 0", async () => {
    const piece = (id: string, args: string) => ({
      index: 0,
      id,
      function: { name: "list_tasks", arguments: args },
    });
    expect(
      await played(
        toolCalls(piece("a", "")),
        toolCalls(piece("b", "{}")),
        toolCalls(piece("b", "")),
      ),
    ).toEqual([
      { id: "a", name: "list_tasks", arguments: "" },
      { id: "b", name: "list_tasks", arguments: "{}" },
    ]);
  });

  it("gives each call an id of its own where a server repeats one", async () => {
    const calls = await played(
      toolCalls({ index: 0, id: "call", function: { name: "add_task", arguments: "{}" } }),
      toolCalls({ index: 1, id: "call", function: { name: "list_tasks", arguments: "{}" } }),
    );
    expect(calls.map(({ name }) => name)).toEqual(["add_task", "list_tasks"]);
    expect(calls[0]?.id).toBe("call");
    expect(calls[1]?.id).not.toBe("call");
  });

  it("takes arguments that are an object, and the form before tool calls", async () => {
    expect(
      await played(
        toolCalls({
          index: 0,
          id: "a",
          function: { name: "add_task", arguments: { title: "Milk" } },
        }),
      ),
    ).toEqual([{ id: "a", name: "add_task", arguments: '{"title":"Milk"}' }]);
    expect(
      await played(
        chunk({ function_call: { name: "add_task", arguments: '{"title":' } }),
        chunk({ function_call: { arguments: '"Milk"}' } }),
      ),
    ).toEqual([{ id: expect.any(String), name: "add_task", arguments: '{"title":"Milk"}' }]);
  });
});

describe("caps", () => {
  it("cuts a text that does not end, and closes the connection", async () => {
    const model = await answerTo(async (response) => {
      const piece = "0123456789".repeat(6000);
      while (!response.destroyed) {
        sendFrames(response, chunk({ content: piece }));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    const { text, finish, error } = await play(model);
    expect(error).toBeUndefined();
    expect(text).toHaveLength(MAX_TEXT_LENGTH);
    expect(finish?.reason).toBe("length");
    await server.requests[0]?.aborted;
  });

  it("ends arguments that do not end as cut by length", async () => {
    const piece = "x".repeat(60_000);
    const frames = Array.from({ length: 10 }, (_, index) =>
      toolCalls({
        index: 0,
        ...(index === 0 && { id: "a" }),
        function: { name: "add_task", arguments: piece },
      }),
    );
    const { calls, finish } = await playFrames(...frames, chunk({}, "tool_calls"));
    expect(finish?.reason).toBe("length");
    expect(calls).toHaveLength(1);
    expect(calls[0]?.arguments.length).toBeLessThan(MAX_ARGUMENTS_LENGTH + piece.length + 1);
  });

  it.each(["text/event-stream", "application/json"])(
    "does not read a frame without end (%s)",
    async (type) => {
      const model = await answerTo(async (response) => {
        response.writeHead(200, { "content-type": type });
        response.write("data: ");
        for (let sent = 0; !response.destroyed && sent < 4 * MAX_FRAME_LENGTH; sent += 65_536) {
          response.write("x".repeat(65_536));
          await new Promise((resolve) => setImmediate(resolve));
        }
      });
      expect((await play(model)).error).toMatchObject({ kind: "incomplete" });
      await server.requests[0]?.aborted;
    },
  );
});
