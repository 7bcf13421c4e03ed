import { mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { EnvironmentError, parseEnv } from "./env";

const folder = mkdtempSync(join(tmpdir(), "errand-env-"));
afterAll(() => rmSync(folder, { recursive: true }));

const SECRET = "s".repeat(32);

describe("parseEnv", () => {
  it("needs nothing, and fills in what is not set or empty", () => {
    const env = parseEnv({ DATA_DIR: folder, OPENAI_API_KEY: "", PORT: " " });
    expect(env).toMatchObject({
      PORT: 3000,
      HOST: "127.0.0.1",
      NEXTAUTH_URL: "http://localhost:3000",
      OPENAI_MODEL: "gpt-4o-mini",
      MODEL_FALLBACK: false,
      RATE_LIMIT_TURNS_PER_MINUTE: 30,
      TRUST_PROXY: false,
    });
    expect(env.OPENAI_API_KEY).toBeUndefined();
  });

  it("makes a secret once for an embedded installation, readable by its owner only", () => {
    const dataDir = join(folder, "new");
    const first = parseEnv({ DATA_DIR: dataDir });
    expect(first.NEXTAUTH_SECRET.length).toBeGreaterThanOrEqual(32);
    expect(parseEnv({ DATA_DIR: dataDir }).NEXTAUTH_SECRET).toBe(first.NEXTAUTH_SECRET);
    expect(readFileSync(join(dataDir, "secret"), "utf8").trim()).toBe(first.NEXTAUTH_SECRET);
    expect(statSync(join(dataDir, "secret")).mode & 0o077).toBe(0);
  });

  it("takes the address from the port, and drops a slash at an address's end", () => {
    const env = parseEnv({ DATA_DIR: folder, PORT: "4321" });
    expect(env.NEXTAUTH_URL).toBe("http://localhost:4321");
    const given = parseEnv({ DATA_DIR: folder, NEXTAUTH_URL: "https://errand.example/" });
    expect(given.NEXTAUTH_URL).toBe("https://errand.example");
  });

  it.each([
    [{ PORT: "80a" }, /PORT must be a whole number/],
    [{ PORT: "0" }, /PORT must be at least 1/],
    [{ NEXTAUTH_SECRET: "short" }, /NEXTAUTH_SECRET must have at least 32 characters/],
    [{ POSTGRES_URL: "mysql://x/y" }, /POSTGRES_URL must be a postgres:\/\/ address/],
    [
      { POSTGRES_URL: "postgres://localhost/errand" },
      /NEXTAUTH_SECRET must be set when POSTGRES_URL/,
    ],
    [{ POSTGRES_DRIVER: "pg" }, /POSTGRES_DRIVER needs POSTGRES_URL/],
    [{ OPENAI_BASE_URL: "http://localhost:1/v1" }, /OPENAI_BASE_URL needs OPENAI_API_KEY/],
    [{ OPENAI_API_KEY: "k", OPENAI_BASE_URL: "localhost" }, /OPENAI_BASE_URL must be an http/],
    [{ MODEL_FALLBACK: "perhaps" }, /MODEL_FALLBACK must be on or off/],
    [{ SIGNUP: "friends" }, /SIGNUP must be open, invite or closed/],
    [{ GITHUB_ID: "a" }, /GITHUB_ID and GITHUB_SECRET belong together/],
    [{ GOOGLE_CLIENT_SECRET: "a" }, /GOOGLE_CLIENT_ID and GOOGLE_CLIENT_SECRET belong together/],
    [{ METRICS_TOKEN: "short" }, /METRICS_TOKEN must have at least 16 characters/],
    [
      { OTEL_EXPORTER_OTLP_ENDPOINT: "localhost:4318" },
      /OTEL_EXPORTER_OTLP_ENDPOINT must be an http/,
    ],
    [{ LOG_LEVEL: "loud" }, /LOG_LEVEL must be fatal, error/],
  ])("refuses %j with a sentence that says what to set", (variables, sentence) => {
    const parse = () => parseEnv({ DATA_DIR: folder, ...variables });
    expect(parse).toThrow(EnvironmentError);
    expect(parse).toThrow(sentence);
  });

  it("says all that is wrong at once, and never the value of a secret", () => {
    const parse = () => parseEnv({ PORT: "x", NEXTAUTH_SECRET: "hunter2", LOG_LEVEL: "loud" });
    expect(parse).toThrow(/PORT[^]*NEXTAUTH_SECRET[^]*LOG_LEVEL/);
    expect(parse).not.toThrow(/hunter2/);
  });

  it("takes a PostgreSQL server with a secret", () => {
    const url = "postgresql://user:pass@db:5432/errand";
    expect(parseEnv({ POSTGRES_URL: url, NEXTAUTH_SECRET: SECRET })).toMatchObject({
      POSTGRES_URL: url,
      NEXTAUTH_SECRET: SECRET,
    });
  });
});
