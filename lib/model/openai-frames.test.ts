import { describe, expect, it, vi } from "vitest";
import { play, ROUND } from "@/test/model-round";
import { rawServerUse } from "@/test/played-model";
import { chunk, sendFrames } from "@/test/raw-server";
import { MAX_FRAME_LENGTH } from "./openai-frames";

const raw = rawServerUse();

/** Plays an answer that consists of `frames`. */
const playFrames = async (...frames: unknown[]) =>
  play(
    await raw.start((response) => {
      sendFrames(response, ...frames);
      response.end();
    }),
  );

/** Plays an answer that consists of `bytes`, sent one piece after the other. */
const playBytes = async (...pieces: Uint8Array[]) =>
  play(
    await raw.start(async (response) => {
      response.writeHead(200, { "content-type": "text/event-stream" });
      for (const piece of pieces) {
        response.write(piece);
        // So that each arrives on its own.
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
      response.end();
    }),
  );

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
    const model = await raw.start((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(JSON.stringify({ choices: [{ message, finish_reason: "tool_calls" }], usage }));
    });
    const { text, calls, finish } = await play(model);
    expect(text).toBe("Adding.");
    expect(calls).toEqual([{ id: "a", name: "add_task", arguments: "{}" }]);
    expect(finish).toMatchObject({ reason: "tool_calls", usage: { promptTokens: 40 } });
  });

  it("is complete with its finish reason, though the connection then breaks", async () => {
    const model = await raw.start((response) => {
      sendFrames(response, chunk({ content: "Done." }, "stop"));
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    });
    expect(await play(model)).toMatchObject({ text: "Done.", finish: { reason: "stop" } });
  });

  it("waits a second for the end of a stream that gave its finish reason, and no longer", async () => {
    const model = await raw.start((response) =>
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
    const model = await raw.start((response) => {
      sendFrames(response, chunk({ content: "Done." }, "stop"), "[DONE]");
      response.end();
    });
    for (let round = 0; round < 6; round += 1) await play(model);
    expect(raw.server.requests).toHaveLength(6);
    // The next request may come a moment before the first connection is free again.
    expect(raw.server.connections).toBeLessThanOrEqual(2);
  });

  it.each(["text/event-stream", "application/json"])(
    "does not read a frame without end (%s)",
    async (type) => {
      const model = await raw.start(async (response) => {
        response.writeHead(200, { "content-type": type });
        response.write("data: ");
        for (let sent = 0; !response.destroyed && sent < 4 * MAX_FRAME_LENGTH; sent += 65_536) {
          response.write("x".repeat(65_536));
          await new Promise((resolve) => setImmediate(resolve));
        }
      });
      expect((await play(model)).error).toMatchObject({ kind: "incomplete" });
      await raw.server.requests[0]?.aborted;
    },
  );
});
