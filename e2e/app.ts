/**
 * An Errand for tests: started as `npm start` starts it, on a free port and with a data folder of its own.
 * It can be killed and started again on the same folder.
 */
import { spawn, type ChildProcess } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "@/test/free-port";

const START_TIMEOUT_MS = 60_000;

export type App = {
  url: string;
  /** Its `DATA_DIR`. */
  dataDir: string;
  /** What it has printed since its last start. */
  output(): string;
  /** Ends it as a power cut would, and waits until it is gone. */
  kill(): Promise<void>;
  /** Ends it as a host does, and waits until it is gone. */
  stop(): Promise<void>;
  /** Starts it again at the same address, on the same data. */
  restart(): Promise<void>;
  /** Ends it and removes its data. */
  dispose(): Promise<void>;
};

/** What of the developer's own settings must not reach the app under test; an empty value counts as unset. */
export const NEUTRAL = {
  GITHUB_ID: "",
  GITHUB_SECRET: "",
  GOOGLE_CLIENT_ID: "",
  GOOGLE_CLIENT_SECRET: "",
  METRICS_TOKEN: "",
  MODEL_FALLBACK: "",
  NEXTAUTH_SECRET: "",
  NEXTAUTH_URL: "",
  OPENAI_API_KEY: "",
  OPENAI_BASE_URL: "",
  OPENAI_MODEL: "",
  POSTGRES_DRIVER: "",
  OTEL_EXPORTER_OTLP_ENDPOINT: "",
  POSTGRES_URL: "",
  SIGNUP: "",
  TRUST_PROXY: "",
};

type Process = { child: ChildProcess; ended: Promise<void>; output(): string };

/** Starts the app and says what became of it; `ready` rejects with its output when it ends before it listens. */
export const spawnApp = (variables: Record<string, string>): Process & { ready: Promise<void> } => {
  const child = spawn(process.execPath, ["scripts/start.mjs"], {
    env: { ...process.env, ...NEUTRAL, ...variables },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const ready = new Promise<void>((resolve, reject) => {
    const fail = (why: string) => reject(new Error(`The app ${why}:\n${output}`));
    const timer = setTimeout(() => fail("didn't start in time"), START_TIMEOUT_MS);
    const collect = (chunk: Buffer) => {
      output += chunk.toString();
      if (output.includes("Errand is at ")) {
        clearTimeout(timer);
        resolve();
      }
    };
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.once("close", () => {
      clearTimeout(timer);
      fail("ended");
    });
  });
  return { child, ended, ready, output: () => output };
};

export const startApp = async (variables: Record<string, string> = {}): Promise<App> => {
  const dataDir = await mkdtemp(join(tmpdir(), "errand-e2e-"));
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const settings = {
    PORT: String(port),
    DATA_DIR: dataDir,
    // People in tests share one address, and some sign in wrongly on purpose.
    RATE_LIMIT_SIGNIN_PER_MINUTE: "0",
    RATE_LIMIT_TURNS_PER_MINUTE: "0",
    ...variables,
  };
  let running = spawnApp(settings);
  const end = async (signal: NodeJS.Signals) => {
    running.child.kill(signal);
    await running.ended;
  };
  await running.ready;
  return {
    url,
    dataDir,
    output: () => running.output(),
    kill: () => end("SIGKILL"),
    stop: () => end("SIGTERM"),
    restart: async () => {
      running = spawnApp(settings);
      await running.ready;
    },
    dispose: async () => {
      await end("SIGKILL");
      await rm(dataDir, { recursive: true, force: true });
    },
  };
};
