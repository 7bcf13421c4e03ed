import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import { connectServer } from "@/db/client";
import { lockFolder } from "@/db/lock";
import { type Env, parseEnv } from "@/lib/env";
import { offlineModel } from "@/lib/model/offline/offline";
import { createOpenAIModel } from "@/lib/model/openai";
import { createServerDatabase, onEmbeddedDatabase } from "@/test/database";
import { freePort } from "@/test/free-port";
import { type MockOpenAI, type MockReply, startMockOpenAI } from "@/test/mock-openai";
import { checkDatabase } from "./check-database";
import { checkModel } from "./check-model";
import { checkAddress, checkSecret } from "./check-settings";
import { checkReach, examine } from "./examine";

const SECRET = "mB3v9QxT7rLwKp2ZsYf8NdHc5GaJ4eUi";
const KEY = "sk-the-doctor-never-says-this";

const settings = (more: Record<string, string> = {}): Env =>
  parseEnv({ NEXTAUTH_SECRET: SECRET, DATA_DIR: "nowhere", ...more });

describe("the doctor on the model", () => {
  let mock: MockOpenAI;
  beforeAll(async () => {
    mock = await startMockOpenAI();
  });
  afterAll(() => mock.stop());

  const asked = (baseURL: string, idleTimeoutMs = 5000) =>
    checkModel(
      createOpenAIModel({ apiKey: KEY, baseURL, model: "gpt-x", idleTimeoutMs, retryDelayMs: 1 }),
      20_000,
    );

  const failures: [what: string, reply: MockReply, found: RegExp, advice: RegExp][] = [
    ["no quota", { status: 429, code: "insufficient_quota" }, /no credit left/, /Add credit/],
    ["a wrong key", { status: 401, code: "invalid_api_key" }, /refused the key/, /OPENAI_API_KEY/],
    ["a key that may not", { status: 403 }, /refused access/, /OPENAI_API_KEY/],
    [
      "an unknown model",
      { status: 404, code: "model_not_found" },
      /"gpt-x" was not found/,
      /OPENAI_MODEL/,
    ],
    ["a server without tools", { status: 400 }, /refused the request/, /can call tools/],
    ["an answer that breaks off", { cutAfter: "rea" }, /ended too early/, /Try again/],
  ];
  it.each(failures)("says what to do about %s", async (_what, reply, found, advice) => {
    mock.script(reply);
    const finding = await asked(mock.url);
    expect(finding).toMatchObject({ check: "model", status: "failed" });
    expect(finding.found).toMatch(found);
    expect(finding.advice).toMatch(advice);
    expect(JSON.stringify(finding)).not.toContain(KEY);
  });

  it("says what to do about an address where nobody answers, and one that stays silent", async () => {
    const nobody = await asked(`http://127.0.0.1:${await freePort()}/v1`);
    expect(nobody).toMatchObject({
      status: "failed",
      found: expect.stringContaining("cannot be reached"),
    });
    expect(nobody.advice).toContain("OPENAI_BASE_URL");
    mock.script({ silent: true });
    const silent = await asked(mock.url, 200);
    expect(silent).toMatchObject({
      status: "failed",
      found: expect.stringContaining("did not answer"),
    });
  });

  it("says how fast it answers, or that the offline assistant does", async () => {
    mock.script({ text: "ready" });
    expect(await asked(mock.url)).toMatchObject({
      status: "ok",
      found: expect.stringMatching(/^gpt-x answers/),
    });
    expect(await checkModel(offlineModel, 1000)).toMatchObject({ status: "ok" });
  });
});

describe("the doctor on the database", () => {
  const onServer = (change: (url: URL) => void) => {
    const url = new URL(inject("postgresUrl"));
    change(url);
    return checkDatabase(() => connectServer(url.href, "pg", { migrate: false }));
  };

  it.each([
    [
      "a server that can't be reached",
      (url: URL) => (url.port = "1"),
      /can't be reached/,
      /POSTGRES_URL/,
    ],
    [
      "a wrong password",
      (url: URL) => (url.password = "wrong"),
      /refused the password/,
      /POSTGRES_URL/,
    ],
    [
      "a missing database",
      (url: URL) => (url.pathname = "/absent"),
      /no such database/,
      /createdb/,
    ],
  ])("says what to do about %s", async (_what, change, found, advice) => {
    const [finding] = await onServer(change);
    expect(finding).toMatchObject({ check: "database", status: "failed" });
    expect(finding?.found).toMatch(found);
    expect(finding?.advice).toMatch(advice);
  });

  it("says who holds the embedded database", async () => {
    const folder = mkdtempSync(join(tmpdir(), "errand-doctor-"));
    const lock = lockFolder(folder);
    const [finding] = await checkDatabase(() => Promise.reject(heldError(folder)));
    expect(finding?.found).toContain(`process ${process.pid}`);
    expect(finding?.advice).toContain("Stop that one first");
    lock.release();
    rmSync(folder, { recursive: true });
  });

  it("tells empty, current, behind and newer from each other, and changes none", async () => {
    const { url, drop } = await createServerDatabase();
    const empty = await connectServer(url, "pg", { migrate: false });
    const look = () => checkDatabase(() => Promise.resolve(empty));
    expect((await look())[0]).toMatchObject({
      status: "ok",
      found: expect.stringContaining("empty"),
    });
    await (await connectServer(url, "pg")).close();
    expect(await look()).toMatchObject([
      { status: "ok", found: expect.stringContaining("up to date") },
      { check: "clock", status: "ok" },
    ]);
    vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 60_000 });
    expect((await look())[1]).toMatchObject({
      status: "failed",
      found: expect.stringContaining("behind this machine's"),
      advice: expect.stringContaining("NTP"),
    });
    vi.useRealTimers();
    await empty.db.execute(
      sql`delete from drizzle.__drizzle_migrations where id = (select max(id) from drizzle.__drizzle_migrations)`,
    );
    expect((await look())[0]).toMatchObject({
      status: "warning",
      found: expect.stringContaining("1 migration waits"),
    });
    await empty.db.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values ('x', 9000000000000)`,
    );
    expect((await look())[0]).toMatchObject({
      status: "failed",
      advice: expect.stringContaining("Update"),
    });
    await empty.close();
    await drop();
  });
});

/** What opening a folder throws that is held already. */
const heldError = (folder: string): unknown => {
  try {
    lockFolder(folder).release();
    return undefined;
  } catch (error) {
    return error;
  }
};

describe("the doctor on settings", () => {
  it.each([
    ["x".repeat(40)],
    ["change-me-please-change-me-please-1234"],
    ["0123012301230123012301230123012301230123"],
  ])("warns of the secret %s", (secret) => {
    const finding = checkSecret(settings({ NEXTAUTH_SECRET: secret }));
    expect(finding).toMatchObject({
      status: "warning",
      advice: expect.stringContaining("openssl rand"),
    });
    expect(JSON.stringify(finding)).not.toContain(secret);
  });

  it("warns of a secret that others may read", () => {
    const folder = mkdtempSync(join(tmpdir(), "errand-doctor-"));
    const file = join(folder, "secret");
    writeFileSync(file, SECRET, { mode: 0o600 });
    expect(checkSecret(settings({ DATA_DIR: folder }))).toMatchObject({ status: "ok" });
    chmodSync(file, 0o644);
    expect(checkSecret(settings({ DATA_DIR: folder })).advice).toBe(`Run: chmod 600 ${file}`);
    rmSync(folder, { recursive: true });
  });

  it.each<[Record<string, string>, string, RegExp]>([
    [{}, "ok", /localhost:3000/],
    [{ PORT: "3001", NEXTAUTH_URL: "http://localhost:3000" }, "failed", /listens on port 3001/],
    [{ HOST: "0.0.0.0" }, "warning", /sent to their own/],
    [{ NEXTAUTH_URL: "http://errand.example.com" }, "warning", /not encrypted/],
    [{ NEXTAUTH_URL: "https://errand.example.com" }, "warning", /TRUST_PROXY is off/],
    [{ NEXTAUTH_URL: "https://errand.example.com", TRUST_PROXY: "on" }, "ok", /example/],
  ])("finds %j %s", (variables, status, found) => {
    const finding = checkAddress(settings(variables));
    expect(finding.status).toBe(status);
    expect(finding.found).toMatch(found);
  });

  const answering = async (listener: RequestListener, work: (url: string) => Promise<void>) => {
    const server = createServer(listener);
    const port = await freePort();
    await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
    await work(`http://127.0.0.1:${port}`);
    await new Promise((resolve) => server.close(resolve));
  };

  it("tells Errand at the address from something else and from nothing", async () => {
    const health = '{"status":"healthy","database":"connected"}';
    await answering(
      (_, response) => response.end(health),
      async (url) => expect(await checkReach(url)).toMatchObject({ status: "ok" }),
    );
    await answering(
      (_, response) => response.end("<html>"),
      async (url) => expect((await checkReach(url)).found).toContain("Something else"),
    );
    const nothing = await checkReach(`http://127.0.0.1:${await freePort()}`);
    expect(nothing).toMatchObject({ status: "failed", advice: expect.stringContaining("DNS") });
  });
});

onEmbeddedDatabase("the doctor", (database) => {
  it("looks at everything, whatever fails, and says no secret", async () => {
    const found = await examine({
      settings: settings({ OPENAI_API_KEY: KEY }),
      open: () => Promise.resolve({ db: database(), kind: "embedded" as const }),
      model: () =>
        Promise.resolve(
          createOpenAIModel({
            apiKey: KEY,
            baseURL: "http://127.0.0.1:1/v1",
            model: "m",
            idleTimeoutMs: 999,
            retryDelayMs: 1,
          }),
        ),
      serving: false,
    });
    expect(found.findings.map(({ check, status }) => `${check} ${status}`)).toEqual([
      "node ok",
      "secret ok",
      "address ok",
      "database ok",
      "model failed",
    ]);
    expect(JSON.stringify(found)).not.toMatch(new RegExp(`${KEY}|${SECRET}`));
  });
});
