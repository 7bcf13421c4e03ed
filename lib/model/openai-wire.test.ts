import { describe, expect, it } from "vitest";
import { play, ROUND } from "@/test/model-round";
import { KEY, modelAt, nothingIsPrinted, rawServerUse } from "@/test/played-model";
import { chunk, sendFrames } from "@/test/raw-server";

/** For tests of silence: short, and yet long enough for a busy machine to answer in. */
const SILENCE_MS = 200;

nothingIsPrinted();

describe("faults on the wire", () => {
  const raw = rawServerUse();

  it("asks again when the connection is reset before the first token", async () => {
    const model = await raw.start((response, index) => {
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
    expect(raw.server.requests).toHaveLength(3);
  });

  it("asks three times when nobody listens, and says where to look", async () => {
    const log: unknown[] = [];
    await raw.start(() => undefined);
    await raw.server.stop();
    const { error } = await play(modelAt(raw.server.url, { log }));
    expect(error).toMatchObject({
      kind: "unavailable",
      message: expect.stringMatching(/cannot be reached.*OPENAI_BASE_URL/),
    });
    expect(log).toEqual([1, 2, 3].map((tries) => expect.objectContaining({ tries })));
    expect(log[0]).toMatchObject({ detail: "connection failed: ECONNREFUSED" });
  });

  it("takes an answer that is no HTTP for a failed connection", async () => {
    const model = await raw.start(
      (response) => void response.socket?.end("SSH-2.0-OpenSSH_9.6\r\n"),
    );
    expect((await play(model)).error).toMatchObject({
      kind: "unavailable",
      message: expect.stringMatching(/OPENAI_BASE_URL/),
    });
    expect(raw.server.requests).toHaveLength(3);
  });

  it("does not ask again once a piece of a tool call came", async () => {
    const model = await raw.start((response) => {
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
    expect(raw.server.requests).toHaveLength(1);
  });

  it("waits as long as the server asks", async () => {
    const model = await raw.start((response, index) => {
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
    const model = await raw.start((response) => {
      response.writeHead(200, { "content-type": "text/html; charset=utf-8" });
      response.end("<!doctype html><title>Welcome</title>");
    });
    const { error } = await play(model);
    expect(error).toMatchObject({
      kind: "bad_request",
      message: expect.stringMatching(/web page.*OPENAI_BASE_URL/),
    });
    expect(raw.server.requests).toHaveLength(1);
  });

  it.each<[string, unknown, string, number]>([
    ["an overload", { error: { code: 502, message: "upstream" } }, "unavailable", 3],
    ["a rate limit", { error: { type: "rate_limit_error" } }, "rate_limited", 3],
    ["no quota", { error: { code: "insufficient_quota" } }, "quota", 1],
    ["a bad request", { error: { type: "invalid_request_error" } }, "bad_request", 1],
    ["words only", { error: "Something happened." }, "unavailable", 3],
  ])("reads an error frame like a status: %s", async (_, frame, kind, requests) => {
    const model = await raw.start((response) => {
      sendFrames(response, frame);
      response.end();
    });
    expect((await play(model)).error).toMatchObject({ kind });
    expect(raw.server.requests).toHaveLength(requests);
  });

  it("reads an error in a JSON body that came with status 200", async () => {
    const model = await raw.start((response) => {
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
    const model = await raw.start((response) => {
      sendFrames(response, ...frames);
      response.end();
    });
    const { text, finish, error } = await play(model);
    expect(text).toBe("I was");
    expect(finish).toBeUndefined();
    expect(error).toMatchObject({ kind: "incomplete" });
    expect(raw.server.requests).toHaveLength(1);
  });

  it("does not count comments that keep the connection alive", async () => {
    const model = await raw.start(
      (response) => {
        sendFrames(response, chunk({ content: "I was" }));
        const beat = setInterval(() => response.write(": keep-alive\n\n"), 20);
        response.on("close", () => clearInterval(beat));
      },
      { idleTimeoutMs: SILENCE_MS },
    );
    expect((await play(model)).error).toMatchObject({ kind: "incomplete" });
  });

  it("closes the connection at once when the caller aborts, and throws the caller's reason", async () => {
    const model = await raw.start((response) => sendFrames(response, chunk({ content: "Hello." })));
    const caller = new AbortController();
    const reason = new Error("the person pressed Stop");
    const seen: string[] = [];
    const playing = model.respond(ROUND, caller.signal, ({ type }) => void seen.push(type));
    await expect.poll(() => seen).toEqual(["text"]);
    caller.abort(reason);
    await expect(playing).rejects.toBe(reason);
    await raw.server.requests[0]?.aborted;
  });

  it("closes the connection when the caller aborts before the headers", async () => {
    const model = await raw.start(() => undefined);
    const caller = new AbortController();
    const playing = play(model, { signal: caller.signal });
    await expect.poll(() => raw.server.requests).toHaveLength(1);
    caller.abort(new Error("stop"));
    expect((await playing).error).toBe(caller.signal.reason);
    await raw.server.requests[0]?.aborted;
  });

  it("tells nothing more after the abort, even of what has arrived", async () => {
    const model = await raw.start((response) => {
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

  it.each(["text", "finish"])("throws what the listener throws at the last %s", async (type) => {
    const model = await raw.start((response) => {
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
    expect(raw.server.requests).toHaveLength(1);
  });

  it("closes the connection and throws what the listener throws", async () => {
    const model = await raw.start((response) => sendFrames(response, chunk({ content: "Hello." })));
    const broken = new Error("the listener broke");
    const playing = model.respond(ROUND, new AbortController().signal, () => {
      throw broken;
    });
    await expect(playing).rejects.toBe(broken);
    await raw.server.requests[0]?.aborted;
  });

  it("keeps the key, the server's words and the conversation out of messages and logs", async () => {
    const log: unknown[] = [];
    await raw.start((response) => {
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
    const { error } = await play(modelAt(raw.server.url, { log }));
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
