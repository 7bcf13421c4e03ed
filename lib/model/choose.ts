/**
 * Which assistant answers: the model that the environment names, or the embedded one. Called by the agent's turn, and
 * by the page and the health check for its name. Only the one that answers is loaded.
 */
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { Model } from "./model";

/** What the page and the health check show of it; asks nobody. */
export const describeModel = (): Pick<Model, "kind" | "name"> =>
  env().OPENAI_API_KEY
    ? { kind: "openai", name: env().OPENAI_MODEL }
    : { kind: "offline", name: "offline" };

/** The embedded assistant, whatever is configured. */
export const offlineAssistant = async (): Promise<Model> =>
  (await import("./offline/offline")).offlineModel;

/** Who answers in place of the configured model when that fails before its first token; null for nobody. */
export const standIn = async (): Promise<Model | null> =>
  env().MODEL_FALLBACK && env().OPENAI_API_KEY ? offlineAssistant() : null;

/** Makes the embedded assistant ready, where it is the one that answers or stands in; resolves at once elsewhere. */
export const warmUp = async (): Promise<void> => {
  const { OPENAI_API_KEY, MODEL_FALLBACK } = env();
  if (OPENAI_API_KEY && !MODEL_FALLBACK) return;
  const offline = await import("./offline/warm-up");
  await offline.warmUp();
};

const create = async (): Promise<Model> => {
  const { OPENAI_API_KEY, OPENAI_BASE_URL, OPENAI_MODEL, ...settings } = env();
  if (!OPENAI_API_KEY) return offlineAssistant();
  const { createOpenAIModel } = await import("./openai");
  return createOpenAIModel({
    apiKey: OPENAI_API_KEY,
    baseURL: OPENAI_BASE_URL,
    model: OPENAI_MODEL,
    idleTimeoutMs: settings.MODEL_IDLE_TIMEOUT_MS,
    viaProxy: settings.NODE_USE_ENV_PROXY === "1",
    logger: log(),
  });
};

let created: Promise<Model> | undefined;

/** The configured assistant, made at the first call and kept. */
export const configuredModel = (): Promise<Model> => (created ??= create());
