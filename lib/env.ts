/**
 * The environment: the only reader of `process.env`, checked once at boot.
 * A wrong or missing value throws an `EnvironmentError` whose message says what to set.
 */
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { z } from "zod";

/** A value that stops the start; `message` has one line for each fault. */
export class EnvironmentError extends Error {
  override readonly name = "EnvironmentError";
}

const integer = (fallback: number, min: number, max: number) =>
  z
    .string()
    .regex(/^\d+$/, "must be a whole number")
    .transform(Number)
    .pipe(z.int().min(min, `must be at least ${min}`).max(max, `must be at most ${max}`))
    .default(fallback);

const flag = z
  .enum(["on", "off", "true", "false", "1", "0"], { error: "must be on or off" })
  .transform((value) => value === "on" || value === "true" || value === "1")
  .default(false);

const httpUrl = z
  .url({ protocol: /^https?$/, error: "must be an http:// or https:// address" })
  .transform((value) => value.replace(/\/+$/, ""));

const SECRET_MIN = 32;
const METRICS_TOKEN_MIN = 16;

/** Variables that mean something only together. */
const PAIRS = [
  ["GITHUB_ID", "GITHUB_SECRET", "GitHub"],
  ["GOOGLE_CLIENT_ID", "GOOGLE_CLIENT_SECRET", "Google"],
] as const;

const schema = z.object({
  NODE_ENV: z.string().default("production"),
  PORT: integer(3000, 1, 65535),
  HOST: z.string().default("127.0.0.1"),
  DATA_DIR: z.string().default(".data"),
  POSTGRES_URL: z
    .url({ protocol: /^postgres(ql)?$/, error: "must be a postgres:// address" })
    .optional(),
  POSTGRES_DRIVER: z.enum(["pg", "vercel"], { error: "must be pg or vercel" }).optional(),
  NEXTAUTH_SECRET: z
    .string()
    .min(SECRET_MIN, `must have at least ${SECRET_MIN} characters (try: openssl rand -base64 32)`)
    .optional(),
  NEXTAUTH_URL: httpUrl.optional(),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: httpUrl.optional(),
  OPENAI_MODEL: z.string().default("gpt-4o-mini"),
  // Node's own fetch gives up after five minutes of silence.
  MODEL_IDLE_TIMEOUT_MS: integer(30_000, 100, 300_000),
  TURN_TIMEOUT_MS: integer(180_000, 1000, 3_600_000),
  // Node's own name for it: https://nodejs.org/api/cli.html#node_use_env_proxy1
  NODE_USE_ENV_PROXY: z.string().optional(),
  MODEL_FALLBACK: flag,
  RATE_LIMIT_TURNS_PER_MINUTE: integer(30, 0, 1_000_000),
  RATE_LIMIT_SIGNIN_PER_MINUTE: integer(10, 0, 1_000_000),
  TRUST_PROXY: flag,
  SIGNUP: z
    .enum(["open", "invite", "closed"], { error: "must be open, invite or closed" })
    .default("open"),
  GITHUB_ID: z.string().optional(),
  GITHUB_SECRET: z.string().optional(),
  GOOGLE_CLIENT_ID: z.string().optional(),
  GOOGLE_CLIENT_SECRET: z.string().optional(),
  METRICS_TOKEN: z
    .string()
    .min(
      METRICS_TOKEN_MIN,
      `must have at least ${METRICS_TOKEN_MIN} characters (try: openssl rand -hex 16)`,
    )
    .optional(),
  OTEL_EXPORTER_OTLP_ENDPOINT: httpUrl.optional(),
  LOG_LEVEL: z
    .enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"], {
      error: "must be fatal, error, warn, info, debug, trace or silent",
    })
    .default("info"),
});

export type Env = Omit<z.output<typeof schema>, "NEXTAUTH_SECRET" | "NEXTAUTH_URL"> & {
  NEXTAUTH_SECRET: string;
  NEXTAUTH_URL: string;
};

/** The generated secret of an embedded installation: made once, readable by its owner only. */
const secretFromDataDir = (dataDir: string): string => {
  const file = join(dataDir, "secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    try {
      writeFileSync(file, `${randomBytes(32).toString("base64url")}\n`, {
        flag: "wx",
        mode: 0o600,
      });
    } catch (error) {
      // Another process made it in between: use that one.
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  return readFileSync(file, "utf8").trim();
};

/**
 * Checks a set of variables. Empty ones count as unset, as `.env` files leave them.
 * Creates `DATA_DIR/secret` when the database is embedded and no `NEXTAUTH_SECRET` is given.
 */
export const parseEnv = (variables: Record<string, string | undefined>): Env => {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value.trim() !== ""),
  );
  const parsed = schema.safeParse(given);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}.`);
    throw new EnvironmentError(faults.join("\n"));
  }
  const env = parsed.data;
  const url = env.NEXTAUTH_URL ?? `http://localhost:${env.PORT}`;
  if (env.POSTGRES_DRIVER && !env.POSTGRES_URL) {
    throw new EnvironmentError("POSTGRES_DRIVER needs POSTGRES_URL, the address of the database.");
  }
  if (env.OPENAI_BASE_URL && !env.OPENAI_API_KEY) {
    throw new EnvironmentError(
      "OPENAI_BASE_URL needs OPENAI_API_KEY; a server that asks for no key takes any word.",
    );
  }
  for (const [id, secret, provider] of PAIRS) {
    if ((env[id] === undefined) === (env[secret] === undefined)) continue;
    throw new EnvironmentError(
      `${id} and ${secret} belong together: set both to offer signing in with ${provider}, or neither.`,
    );
  }
  if (env.NEXTAUTH_SECRET)
    return { ...env, NEXTAUTH_SECRET: env.NEXTAUTH_SECRET, NEXTAUTH_URL: url };
  if (env.POSTGRES_URL) {
    throw new EnvironmentError(
      "NEXTAUTH_SECRET must be set when POSTGRES_URL is: it signs sessions, and every instance needs the same. " +
        "Try: openssl rand -base64 32",
    );
  }
  return { ...env, NEXTAUTH_SECRET: secretFromDataDir(resolve(env.DATA_DIR)), NEXTAUTH_URL: url };
};

let cached: Env | undefined;

/** The checked environment of this process. */
export const env = (): Env => {
  if (!cached) {
    cached = parseEnv(process.env);
    // next-auth reads these two by itself, and takes an empty one for a value.
    process.env["NEXTAUTH_URL"] = cached.NEXTAUTH_URL;
    process.env["NEXTAUTH_SECRET"] = cached.NEXTAUTH_SECRET;
  }
  return cached;
};
