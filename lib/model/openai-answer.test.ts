import { describe, expect, it } from "vitest";
import { play } from "@/test/model-round";
import { rawServerUse } from "@/test/played-model";
import { chunk, sendFrames } from "@/test/raw-server";
import { MAX_ARGUMENTS_LENGTH, MAX_TEXT_LENGTH } from "./openai-answer";

const raw = rawServerUse();

/** Plays an answer that consists of `frames`. */
const playFrames = async (...frames: unknown[]) =>
  play(
    await raw.start((response) => {
      sendFrames(response, ...frames);
      response.end();
    }),
  );

const toolCalls = (...tool_calls: object[]) => chunk({ tool_calls });
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
    const model = await raw.start(async (response) => {
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
    await raw.server.requests[0]?.aborted;
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
});
