/**
 * The adapter's model at servers that a test plays: asked again without a wait, and silent only where the test wants it
 * to be.
 */
import { afterEach, expect, vi } from "vitest";
import type { Model } from "@/lib/model/model";
import { createOpenAIModel } from "@/lib/model/openai";
import { type RawHandler, type RawServer, startRawServer } from "./raw-server";

/** Never to be seen in a message or a log. */
export const KEY = "sk-very-secret";

/** Longer than a test may take: what ends before is not the silence. */
const NEVER_SILENT_MS = 60_000;

/** `log` takes what the model logs. */
type Settings = { log?: unknown[]; idleTimeoutMs?: number };

export const modelAt = (
  url: string,
  { log = [], idleTimeoutMs = NEVER_SILENT_MS }: Settings = {},
): Model =>
  createOpenAIModel({
    apiKey: KEY,
    baseURL: url,
    model: "gpt-test",
    idleTimeoutMs,
    retryDelayMs: 1,
    logger: { warn: (fields, message) => log.push({ ...fields, message }) },
  });

/** For the top of a suite: a model at a server that answers byte for byte as a test says, and ends with it. */
export const rawServerUse = () => {
  let server: RawServer | undefined;
  afterEach(() => server?.stop());
  return {
    get server(): RawServer {
      if (!server) throw new Error("No server was started.");
      return server;
    },
    async start(handler: RawHandler, settings?: Settings): Promise<Model> {
      server = await startRawServer(handler);
      return modelAt(server.url, settings);
    },
  };
};

/**
 * For the top of a file: nothing is printed. The SDK would print requests, and the text of frames that it cannot read.
 * It keeps the console that it finds first.
 */
export const nothingIsPrinted = (): void => {
  const printed = (["debug", "info", "log", "warn", "error"] as const).map((method) =>
    vi.spyOn(console, method),
  );
  afterEach(() => {
    for (const spy of printed) expect(spy).not.toHaveBeenCalled();
  });
};
