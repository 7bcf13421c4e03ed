import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { startMockOpenAI, type MockOpenAI, type MockReply } from "@/test/mock-openai";
import { play, ROUND } from "@/test/model-round";
import {
  chunk,
  sendFrames,
  startRawServer,
  type RawHandler,
  type RawServer,
} from "@/test/raw-server";
import { ModelError } from "./model";
import { createOpenAIModel } from "./openai";
import { retryAfterMs } from "./openai-faults";

const KEY = "sk-very-secret";

/** Longer than a test may take: what ends before is not the silence. */
const NEVER_SILENT_MS = 60_000;
/** For tests of silence: short, and yet long enough for a busy machine to answer in. */
const SILENCE_MS = 200;

const modelAt = (url: string, log: unknown[] = [], idleTimeoutMs = NEVER_SILENT_MS) =>
  createOpenAIModel({
    apiKey: KEY,
    baseURL: url,
    model: "gpt-test",
    idleTimeoutMs,
    retryDelayMs: 1,
    logger: { warn: (fields, message) => log.push({ ...fields, message }) },
  });

// The SDK would print requests, and the text of frames that it cannot read. It keeps the console that it finds first.
const printed = (["debug", "info", "log", "warn", "error"] as const).map((method) =>
  vi.spyOn(console, method),
);
afterEach(() => {
  for (const spy of printed) expect(spy).not.toHaveBeenCalled();
});

describe("faults of a well-behaved server", () => {
  let mock: MockOpenAI;
  beforeEach(async () => {
    mock = await startMockOpenAI();
  });
  afterEach(() => mock.stop());

  it.each<[string, MockReply, string, RegExp]>([
    ["an invalid key", { status: 401, code: "invalid_api_key" }, "auth", /OPENAI_API_KEY/],
    ["a key without access", { status: 403 }, "auth", /OPENAI_API_KEY/],
    ["an unknown model", { status: 404, code: "model_not_found" }, "unknown_model", /OPENAI_MODEL/],
    ["no quota", { status: 429, code: "insufficient_quota" }, "quota", /credit/],
    ["no balance", { status: 402 }, "quota", /credit/],
    ["a bad request", { status: 400 }, "bad_request", /OPENAI_BASE_URL/],
    [
      "too long a request",
      { status: 400, code: "context_length_exceeded" },
      "bad_request",
      /too long/,
    ],
    ["an unprocessable request", { status: 422 }, "bad_request", /refused/],
  ])("asks once after %s, and says what to do", async (_, reply, kind, sentence) => {
    mock.script(reply, { text: "Never asked for." });
    const { events, error } = await play(modelAt(mock.url));
    expect(error).toBeInstanceOf(ModelError);
    expect(error).toMatchObject({ kind, message: expect.stringMatching(sentence) });
    expect(events).toEqual([]);
    expect(mock.requests()).toHaveLength(1);
  });

  it.each<[string, MockReply, string]>([
    ["a rate limit", { status: 429, code: "rate_limit_exceeded", retryAfter: 0 }, "rate_limited"],
    ["500", { status: 500 }, "unavailable"],
    ["503", { status: 503 }, "unavailable"],
  ])("asks again after %s, three times at most", async (_, reply, kind) => {
    mock.script(reply, reply, { text: "At last." });
    expect(await play(modelAt(mock.url))).toMatchObject({ text: "At last.", error: undefined });
    expect(mock.requests()).toHaveLength(3);

    mock.script(reply, reply, reply, { text: "Never asked for." });
    expect((await play(modelAt(mock.url))).error).toMatchObject({ kind });
    expect(mock.requests()).toHaveLength(6);
  });

  it("gives up at once when the server asks for a longer wait than it is worth", async () => {
    mock.script({ status: 429, code: "rate_limit_exceeded", retryAfter: 600 });
    const { error } = await play(modelAt(mock.url));
    expect(error).toMatchObject({
      kind: "rate_limited",
      message: "The model's server has too many requests. Try again in about 10 minutes.",
    });
    expect(mock.requests()).toHaveLength(1);
  });

  it("waits for headers no longer than for anything else, and asks once", async () => {
    mock.script({ silent: true });
    const { error } = await play(modelAt(mock.url, [], SILENCE_MS));
    expect(error).toMatchObject({ kind: "unavailable", message: expect.stringMatching(/in time/) });
    expect(mock.requests()).toHaveLength(1);
  });

  it.each<[string, MockReply]>([
    ["a stall", { stallAfter: "I was about" }],
    ["a broken connection", { cutAfter: "I was about" }],
  ])("keeps what was said before %s, and does not ask again", async (_, reply) => {
    mock.script(reply, { text: "Never asked for." });
    const { text, finish, error } = await play(modelAt(mock.url, [], SILENCE_MS));
    expect(text).toBe("I was about");
    expect(finish).toBeUndefined();
    expect(error).toMatchObject({ kind: "incomplete" });
    expect(mock.requests()).toHaveLength(1);
  });

  it("stops waiting for a repeat when the caller aborts, with the caller's reason", async () => {
    mock.script({ status: 429, code: "rate_limit_exceeded", retryAfter: 8 });
    const caller = new AbortController();
    const reason = new Error("the person pressed Stop");
    const log: unknown[] = [];
    const playing = play(modelAt(mock.url, log), { signal: caller.signal });
    await expect.poll(() => log).toHaveLength(1);
    caller.abort(reason);
    expect((await playing).error).toBe(reason);
    expect(mock.requests()).toHaveLength(1);
  });

  it("asks nothing when the caller has aborted before", async () => {
    const reason = new Error("too late");
    const { error } = await play(modelAt(mock.url), { signal: AbortSignal.abort(reason) });
    expect(error).toBe(reason);
    expect(mock.requests()).toHaveLength(0);
  });
});

describe("faults on the wire", () => {
  let server: RawServer;
  const start = async (handler: RawHandler, idleTimeoutMs = NEVER_SILENT_MS) => {
    server = await startRawServer(handler);
    return modelAt(server.url, [], idleTimeoutMs);
  };
  afterEach(() => server.stop());

  it("asks again when the connection is reset before the first token", async () => {
    const model = await start((response, index) => {
      if (index === 0) response.socket?.resetAndDestroy();
      else if (index === 1) {
        sendFrames(response, chunk({ role: "assistant", content: "" }));
        setTimeout(() => response.socket?.resetAndDestroy(), 20);
      } else {
        sendFrames(response, chunk({ content: "Hello." }, "stop"), "[DONE]");
        response.end();
      }
    });
    expect(await play(model)).toMatchObject({ text: "Hello.", error: undefined });
    expect(server.requests).toHaveLength(3);
  });

  it("asks three times when nobody listens, and says where to look", async () => {
    const log: unknown[] = [];
    await start(() => undefined);
    await server.stop();
    const { error } = await play(modelAt(server.url, log));
    expect(error).toMatchObject({
      kind: "unavailable",
      message: expect.stringMatching(/cannot be reached.*OPENAI_BASE_URL/),
    });
    expect(log).toEqual([1, 2, 3].map((tries) => expect.objectContaining({ tries })));
    expect(log[0]).toMatchObject({ detail: "connection failed: ECONNREFUSED" });
  });

  it("takes an answer that is no HTTP for a failed connection", async () => {
    const model = await start((response) => void response.socket?.end("SSH-2.0-OpenSSH_9.6\r\n"));
    expect((await play(model)).error).toMatchObject({
      kind: "unavailable",
      message: expect.stringMatching(/OPENAI_BASE_URL/),
    });
    expect(server.requests).toHaveLength(3);
  });

  it("does not ask again once a piece of a tool call came", async () => {
    const model = await start((response) => {
      sendFrames(
        response,
        chunk({
          tool_calls: [{ index: 0, id: "a", function: { name: "add_task", arguments: "{" } }],
        }),
      );
      setTimeout(() => response.socket?.resetAndDestroy(), 20);
    });
    const { calls, error } = await play(model);
    expect(error).toMatchObject({ kind: "incomplete" });
    expect(calls).toEqual([]);
    expect(server.requests).toHaveLength(1);
  });

  it("waits as long as the server asks", async () => {
    const model = await start((response, index) => {
      if (index === 0) response.writeHead(429, { "retry-after-ms": "60" }).end();
      else {
        sendFrames(response, chunk({ content: "Hello." }, "stop"));
        response.end();
      }
    });
    const began = performance.now();
    expect((await play(model)).text).toBe("Hello.");
    expect(performance.now() - began).toBeGreaterThan(55);
  });

  it("names the address when it answers with a web page", async () => {
    const model = await start((response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end("<!doctype html><title>Welcome</title>");
    });
    const { error } = await play(model);
    expect(error).toMatchObject({
      kind: "bad_request",
      message: expect.stringMatching(/web page.*OPENAI_BASE_URL/),
    });
    expect(server.requests).toHaveLength(1);
  });

  it.each<[string, unknown, string, number]>([
    ["an overload", { error: { code: 502, message: "upstream" } }, "unavailable", 3],
    ["a rate limit", { error: { type: "rate_limit_error" } }, "rate_limited", 3],
    ["no quota", { error: { code: "insufficient_quota" } }, "quota", 1],
    ["a bad request", { error: { type: "invalid_request_error" } }, "bad_request", 1],
    ["words only", { error: "Something happened." }, "unavailable", 3],
  ])("reads an error frame like a status: %s", async (_, frame, kind, requests) => {
    const model = await start((response) => {
      sendFrames(response, frame);
      response.end();
    });
    expect((await play(model)).error).toMatchObject({ kind });
    expect(server.requests).toHaveLength(requests);
  });

  it("reads an error in a JSON body that came with status 200", async () => {
    const model = await start((response) => {
      response.writeHead(200, { "content-type": "application/json" });
      response.end(
        JSON.stringify({ error: { code: "invalid_api_key", type: "authentication_error" } }),
      );
    });
    expect((await play(model)).error).toMatchObject({ kind: "auth" });
  });

  it.each<[string, (string | object)[]]>([
    ["an end without a finish reason", [chunk({ content: "I was" }), "[DONE]"]],
    ["an error frame", [chunk({ content: "I was" }), { error: { code: 502 } }]],
    ["a frame that is not JSON", [chunk({ content: "I was" }), '{"choices":[{"delta"']],
    ["a frame of another form", [chunk({ content: "I was" }), { choices: "none" }]],
    ["a finish reason that is a failure", [chunk({ content: "I was" }), chunk({}, "error")]],
  ])("calls an answer incomplete that ends with %s", async (_, frames) => {
    const model = await start((response) => {
      sendFrames(response, ...frames);
      response.end();
    });
    const { text, finish, error } = await play(model);
    expect(text).toBe("I was");
    expect(finish).toBeUndefined();
    expect(error).toMatchObject({ kind: "incomplete" });
    expect(server.requests).toHaveLength(1);
  });

  it("does not count comments that keep the connection alive", async () => {
    const model = await start((response) => {
      sendFrames(response, chunk({ content: "I was" }));
      const beat = setInterval(() => response.write(": keep-alive\n\n"), 20);
      response.on("close", () => clearInterval(beat));
    }, SILENCE_MS);
    expect((await play(model)).error).toMatchObject({ kind: "incomplete" });
  });

  it("closes the connection at once when the caller aborts, and throws the caller's reason", async () => {
    const model = await start((response) => sendFrames(response, chunk({ content: "Hello." })));
    const caller = new AbortController();
    const reason = new Error("the person pressed Stop");
    const seen: string[] = [];
    const playing = model.respond(ROUND, caller.signal, ({ type }) => void seen.push(type));
    await expect.poll(() => seen).toEqual(["text"]);
    caller.abort(reason);
    await expect(playing).rejects.toBe(reason);
    await server.requests[0]?.aborted;
  });

  it("closes the connection when the caller aborts before the headers", async () => {
    const model = await start(() => undefined);
    const caller = new AbortController();
    const playing = play(model, { signal: caller.signal });
    await expect.poll(() => server.requests).toHaveLength(1);
    caller.abort(new Error("stop"));
    expect((await playing).error).toBe(caller.signal.reason);
    await server.requests[0]?.aborted;
  });

  it("tells nothing more after the abort, even of what has arrived", async () => {
    const model = await start((response) => {
      response.socket?.cork();
      sendFrames(response, chunk({ content: "One." }), chunk({ content: "Two." }, "stop"));
      response.end();
      response.socket?.uncork();
    });
    const caller = new AbortController();
    const reason = new Error("the person pressed Stop");
    const seen: unknown[] = [];
    const playing = model.respond(ROUND, caller.signal, (event) => {
      seen.push(event);
      caller.abort(reason);
    });
    await expect(playing).rejects.toBe(reason);
    expect(seen).toEqual([{ type: "text", text: "One." }]);
  });

  it.each<[string, (response: ServerResponse) => void]>([
    ["is cut", (response) => response.socket?.destroy()],
    ["is reset", (response) => response.socket?.resetAndDestroy()],
  ])("goes by the status of an error whose body %s", async (_, end) => {
    const model = await start((response) => {
      response.writeHead(401, { "content-type": "application/json", "content-length": 500 });
      response.write('{"error": {');
      setTimeout(() => end(response), 20);
    });
    expect((await play(model)).error).toMatchObject({ kind: "auth" });
    expect(server.requests).toHaveLength(1);
  });

  it("reads an error's beginning, however long it goes on", async () => {
    const model = await start(async (response) => {
      response.writeHead(400, { "content-type": "text/plain" });
      while (!response.destroyed) {
        response.write("x".repeat(65_536));
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
    expect((await play(model)).error).toMatchObject({ kind: "bad_request" });
    await server.requests[0]?.aborted;
  });

  it("unpacks what a gateway has compressed unasked", async () => {
    const packed = { "content-encoding": "gzip" };
    const frames = `data: ${JSON.stringify(chunk({ content: "Packed." }, "stop"))}\n\ndata: [DONE]\n\n`;
    const answering = await start((response) => {
      response.writeHead(200, { "content-type": "text/event-stream", ...packed });
      response.end(gzipSync(frames));
    });
    expect(await play(answering)).toMatchObject({ text: "Packed.", error: undefined });
    await server.stop();
    const refusing = await start((response) => {
      response.writeHead(429, { "content-type": "application/json", ...packed });
      response.end(gzipSync(JSON.stringify({ error: { code: "insufficient_quota" } })));
    });
    expect((await play(refusing)).error).toMatchObject({ kind: "quota" });
  });

  it("does not wait for what a redirection that leads nowhere says", async () => {
    const model = await start((response) => {
      response.writeHead(302, { "content-type": "text/plain" });
      response.write("Moved");
    });
    expect((await play(model)).error).toMatchObject({ kind: "bad_request" });
    await server.requests[0]?.aborted;
    expect(server.requests).toHaveLength(1);
  });

  it("sends the key to no other server", async () => {
    const seen: (string | undefined)[] = [];
    const other = await startRawServer((response) => {
      sendFrames(response, chunk({ content: "Moved." }, "stop"), "[DONE]");
      response.end();
    });
    const model = await start((response) => {
      response.writeHead(307, { location: `${other.url}/chat/completions` }).end();
    });
    expect(await play(model)).toMatchObject({ text: "Moved." });
    seen.push(server.requests[0]?.headers.authorization, other.requests[0]?.headers.authorization);
    expect(seen).toEqual([`Bearer ${KEY}`, undefined]);
    await other.stop();
  });

  it.each(["text", "finish"])("throws what the listener throws at the last %s", async (type) => {
    const model = await start((response) => {
      sendFrames(response, chunk({ content: "Done." }, "stop"), "[DONE]");
      response.end();
    });
    const broken = Object.assign(new Error("the listener broke"), { code: "ECONNRESET" });
    const heard: string[] = [];
    const playing = model.respond(ROUND, new AbortController().signal, (event) => {
      heard.push(event.type);
      if (event.type === type) throw broken;
    });
    await expect(playing).rejects.toBe(broken);
    expect(heard.filter((one) => one === type)).toHaveLength(1);
    expect(server.requests).toHaveLength(1);
  });

  it("closes the connection and throws what the listener throws", async () => {
    const model = await start((response) => sendFrames(response, chunk({ content: "Hello." })));
    const broken = new Error("the listener broke");
    const playing = model.respond(ROUND, new AbortController().signal, () => {
      throw broken;
    });
    await expect(playing).rejects.toBe(broken);
    await server.requests[0]?.aborted;
  });

  it("keeps the key, the server's words and the conversation out of messages and logs", async () => {
    const log: unknown[] = [];
    await start((response) => {
      response.writeHead(401, { "content-type": "application/json", "x-request-id": "req_7" });
      response.end(
        JSON.stringify({
          error: {
            message: `Incorrect API key provided: ${KEY}. You sent: Add milk and bread.`,
            code: "invalid_api_key",
            type: `echo ${KEY}`,
          },
        }),
      );
    });
    const { error } = await play(modelAt(server.url, log));
    expect(log).toEqual([
      {
        kind: "auth",
        detail: "status 401, invalid_api_key, req_7",
        tries: 1,
        message: "model request failed",
      },
    ]);
    const shown = [error, (error as Error).cause].map((each) =>
      JSON.stringify(each, Object.getOwnPropertyNames(each)),
    );
    expect(shown.join()).not.toMatch(/secret|milk/);
  });
});

describe("retryAfterMs", () => {
  const now = Date.parse("2026-02-07T12:00:00Z");
  it.each([
    [{ "retry-after-ms": "250", "retry-after": "9" }, 250],
    [{ "retry-after": "2" }, 2000],
    [{ "retry-after": "Sat, 07 Feb 2026 12:00:05 GMT" }, 5000],
    [{ "retry-after": "Sat, 07 Feb 2026 11:00:00 GMT" }, 0],
    [{ "retry-after": "soon" }, undefined],
    [{}, undefined],
  ])("reads %j", (headers, expected) => {
    expect(retryAfterMs(new Headers(headers as Record<string, string>), now)).toBe(expected);
  });
});
