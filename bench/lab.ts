/**
 * What is measured, and what it needs: a PostgreSQL server, the mock model, the app's production build and the bare
 * route, each a process of its own. Started once by `run.ts`.
 */
import { existsSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { type Connection, connectServer, type Database } from "@/db/client";
import { NEUTRAL } from "@/e2e/app";
import { freePort } from "@/test/free-port";
import { startPostgres } from "@/test/postgres";
import { type Asked, bodyOf, send, type Target } from "./client";
import { type Person, signUp } from "./people";
import { messageFor, type Plan } from "./plan";
import { RESULTS, runToEnd, type Server, startServer } from "./processes";

const BARE = join(import.meta.dirname, "bare");

/** What a raw statement gives, whichever driver runs it. */
const counted = z.object({ rows: z.tuple([z.object({ calls: z.coerce.number() })]) });
const last = z.object({ bytes: z.number() });

export type App = Server & {
  url: string;
  signUp(): Promise<Person>;
  /** A turn of this person's, in a new conversation or in that one, streamed. */
  turn(person: Person, conversationId?: string): Target;
};

export type Lab = {
  app: App;
  /** The bare route's process. */
  bare: Server;
  /** Those that a stream is compared with; `passedOn` is a route of the bare app that does nothing else. */
  targets: { direct: Target; bare: Target; passedOn: Target };
  db: Database;
  /** Another process of the app, on the same database; the caller stops it. */
  startApp(): Promise<App>;
  /** The size of the model's latest request in bytes. */
  lastRequestBytes(): Promise<number>;
  /**
   * SQL statements so far, begin and commit included; without what goes by the clock: the heartbeat, the look for dead
   * turns soon after the start, and how the words are shared out.
   */
  statements(): Promise<number>;
  stop(): Promise<void>;
};

const modelFrame = z.object({
  choices: z.array(z.object({ delta: z.object({ content: z.string().nullish() }) })),
});

const modelText = (data: string): string =>
  data === "[DONE]" ? "" : (modelFrame.parse(JSON.parse(data)).choices[0]?.delta.content ?? "");

/** `field` of the events of one type. */
const textOfType =
  (type: string, field: string) =>
  (data: string): string => {
    if (data === "[DONE]") return "";
    const event = JSON.parse(data) as Record<string, unknown>;
    return event["type"] === type && typeof event[field] === "string" ? event[field] : "";
  };

/** The model, asked at an address that speaks as it does. */
const modelTarget = (name: string, url: string): Target => ({
  name,
  asked: (plan) => ({
    url,
    headers: { authorization: "Bearer bench" },
    body: {
      model: "bench",
      messages: [{ role: "user", content: messageFor(plan) }],
      stream: true,
      stream_options: { include_usage: true },
    },
  }),
  textOf: modelText,
});

const bareTarget = (url: string): Target => ({
  name: "bare",
  asked: (plan) => ({
    url: `${url}/api/chat`,
    body: {
      messages: [{ id: "1", role: "user", parts: [{ type: "text", text: messageFor(plan) }] }],
    },
  }),
  textOf: textOfType("text-delta", "delta"),
});

const appTarget = (url: string, person: Person, conversationId?: string): Target => ({
  name: "app",
  asked: (plan: Plan): Asked => ({
    url: `${url}/api/chat`,
    headers: { ...person.headers, accept: "text/event-stream" },
    body: { message: messageFor(plan), conversation_id: conversationId ?? null },
  }),
  textOf: textOfType("text.delta", "text"),
});

/** The bare route's build is kept as long as it is newer than what it is made of. */
const buildBare = async (env: Record<string, string>): Promise<void> => {
  const built = join(BARE, ".next", "BUILD_ID");
  const madeOf = [
    ...["chat", "passed-on"].map((route) => join(BARE, "app", "api", route, "route.ts")),
    "package-lock.json",
  ];
  const isNew = (file: string) => statSync(file).mtimeMs > statSync(built).mtimeMs;
  if (existsSync(built) && !madeOf.some(isNew)) return;
  const next = createRequire(import.meta.url).resolve("next/dist/bin/next");
  // Turbopack would find the app's own middleware and instrumentation above this folder, and build them in.
  await runToEnd([next, "build", BARE, "--webpack"], {
    ...env,
    NEXT_TELEMETRY_DISABLED: "1",
    NEXT_IGNORE_INCORRECT_LOCKFILE: "1",
  });
};

/** With `profile`, the app writes what its processor did to bench/results when it ends. */
export const startLab = async ({ profile }: { profile: boolean }): Promise<Lab> => {
  const postgres = await startPostgres(["shared_preload_libraries=pg_stat_statements"]);
  const running: { stop(): Promise<void> }[] = [postgres];
  const stop = async () => {
    for (const one of running.reverse()) await one.stop();
  };
  try {
    const connection: Connection = await connectServer(postgres.url);
    running.push({ stop: () => connection.close() });
    const { db } = connection;
    await db.execute(sql`create extension pg_stat_statements`);

    const modelPort = await freePort();
    const modelUrl = `http://127.0.0.1:${modelPort}/v1`;
    running.push(
      await startServer(
        "model",
        ["--import", "tsx", join(import.meta.dirname, "model-server.ts"), String(modelPort)],
        { url: `${modelUrl}/last`, env: {} },
      ),
    );
    const model = { OPENAI_API_KEY: "bench", OPENAI_BASE_URL: modelUrl };
    const env = { ...NEUTRAL, LOG_LEVEL: "", NODE_ENV: "production", ...model };

    await runToEnd(["scripts/build.mjs"], env);
    await buildBare(env);

    const startApp = async (): Promise<App> => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}`;
      const flags = profile ? ["--cpu-prof", `--cpu-prof-dir=${RESULTS}`] : [];
      const server = await startServer("app", [...flags, "scripts/start.mjs"], {
        url: `${url}/health`,
        env: {
          ...env,
          PORT: String(port),
          HOST: "127.0.0.1",
          POSTGRES_URL: postgres.url,
          NEXTAUTH_SECRET: "only-for-the-bench-only-for-the-bench",
          RATE_LIMIT_SIGNIN_PER_MINUTE: "0",
          RATE_LIMIT_TURNS_PER_MINUTE: "0",
        },
      });
      return {
        ...server,
        url,
        signUp: () => signUp(url),
        turn: (person, conversationId) => appTarget(url, person, conversationId),
      };
    };

    const app = await startApp();
    running.push(app);
    const barePort = await freePort();
    const bareUrl = `http://127.0.0.1:${barePort}`;
    const bare = await startServer("bare", [join(BARE, "serve.mjs"), String(barePort)], {
      url: bareUrl,
      env,
    });
    running.push(bare);

    return {
      app,
      bare,
      targets: {
        direct: modelTarget("direct", `${modelUrl}/chat/completions`),
        bare: bareTarget(bareUrl),
        passedOn: modelTarget("passed on", `${bareUrl}/api/passed-on`),
      },
      db,
      startApp,
      lastRequestBytes: async () => {
        const answered = await send({ url: `${modelUrl}/last`, body: null });
        return last.parse(JSON.parse(bodyOf(answered))).bytes;
      },
      statements: async () => {
        const result: unknown = await db.execute(sql`
          select sum(calls) as calls from pg_stat_statements
          where query not like '%pg_stat_statements%' and query not like 'update "turns" set "lease_expires_at"%'
            and query not like '%with held as%' and query not like '%"turns"."lease_expires_at" <%'
        `);
        return counted.parse(result).rows[0].calls;
      },
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
};
