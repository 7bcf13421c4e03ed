import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startMockOpenAI, type MockOpenAI, type MockReply } from "@/test/mock-openai";
import { play } from "@/test/model-round";
import { modelAt, nothingIsPrinted } from "@/test/played-model";
import { ModelError } from "./model";
import { retryAfterMs } from "./openai-faults";

/** For tests of silence: short, and yet long enough for a busy machine to answer in. */
const SILENCE_MS = 200;

nothingIsPrinted();

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
    const { error } = await play(modelAt(mock.url, { idleTimeoutMs: SILENCE_MS }));
    expect(error).toMatchObject({ kind: "unavailable", message: expect.stringMatching(/in time/) });
    expect(mock.requests()).toHaveLength(1);
  });

  it.each<[string, MockReply]>([
    ["a stall", { stallAfter: "I was about" }],
    ["a broken connection", { cutAfter: "I was about" }],
  ])("keeps what was said before %s, and does not ask again", async (_, reply) => {
    mock.script(reply, { text: "Never asked for." });
    const { text, finish, error } = await play(modelAt(mock.url, { idleTimeoutMs: SILENCE_MS }));
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
    const playing = play(modelAt(mock.url, { log }), { signal: caller.signal });
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
