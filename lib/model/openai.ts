/**
 * The model port over Chat Completions, for OpenAI and any compatible server; the only import of `openai`.
 * Called by `choose.ts`. What the SDK leaves open is settled here: silence while streaming, answers that end too
 * early, which faults are asked again and how long to wait, and an abort that reaches the server at once.
 */
import { setTimeout as pause } from "node:timers/promises";
import { OpenAI, APIConnectionError, APIError } from "openai";
import type { Hear, Model, ModelRequest } from "./model";
import { beginAnswer, type Answer } from "./openai-answer";
import {
  afterBeginning,
  connectionFault,
  errorBody,
  ModelFault,
  RETRY_AFTER_CAP_MS,
  silenceFault,
  statusFault,
} from "./openai-faults";
import { readFrames } from "./openai-frames";
import { chatRequest } from "./openai-request";
import { createFetch } from "./openai-transport";

type OpenAIModelOptions = {
  apiKey: string;
  /** The address up to and including `/v1`; OpenAI's by default. */
  baseURL?: string | undefined;
  /** The model's name, as the server knows it. */
  model: string;
  /** Whether requests go by `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`. */
  viaProxy?: boolean | undefined;
  /** The longest silence, in milliseconds: before the headers and between two frames. Comments don't count. */
  idleTimeoutMs: number;
  /** Told of each failed request: kind, codes and numbers; no key, no text. */
  logger?: { warn(fields: Record<string, unknown>, message: string): void } | undefined;
  /** The wait before the first repeat, in milliseconds; it doubles with each. 500 by default. */
  retryDelayMs?: number | undefined;
};

const MAX_TRIES = 3;

/** After the finish reason, this is how long a server may take for the usage and the end of the stream. */
const END_GRACE_MS = 1000;

/** Calls `onSilence` once, `ms` after the latest `listen`, unless `stop` comes first. */
const silenceTimer = (onSilence: () => void) => {
  let timer: NodeJS.Timeout | undefined;
  let patience = 0;
  const stop = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  const listen = (ms: number) => {
    if (timer && ms === patience) {
      timer.refresh();
      return;
    }
    stop();
    patience = ms;
    timer = setTimeout(onSilence, ms);
  };
  return { listen, stop };
};

/** The code of a failed connection (`ECONNRESET`), wherever in the chain of causes it is; "" where there is none. */
const connectionCode = (error: unknown): string => {
  for (let cause = error, depth = 0; cause instanceof Error && depth < 5; depth += 1) {
    if ("code" in cause && typeof cause.code === "string") return cause.code;
    cause = cause.cause;
  }
  return "";
};

/** Half to all of the doubled wait, so that many clients don't come back together; or what the server asks for. */
const retryDelay = (fault: ModelFault, tries: number, baseMs: number): number =>
  fault.retryAfterMs ?? Math.round(baseMs * 2 ** (tries - 1) * (0.5 + Math.random() / 2));

/** An answer with an error status. The SDK's class leaves the types of its fields open. */
const isApiError = (error: unknown): error is APIError<number | undefined, Headers | undefined> =>
  error instanceof APIError;

/** A model at a Chat Completions server. Holds no state but the client; one instance serves all turns. */
export const createOpenAIModel = (options: OpenAIModelOptions): Model => {
  const { model, idleTimeoutMs, logger, retryDelayMs = 500 } = options;
  const client = new OpenAI({
    apiKey: options.apiKey,
    baseURL: options.baseURL ?? "https://api.openai.com/v1",
    // The SDK would read these from the environment.
    organization: null,
    project: null,
    maxRetries: 0,
    // Ours ends the wait earlier, at the same moment for all of its phases.
    timeout: idleTimeoutMs * 2,
    // The SDK logs bodies, and the text of frames that it cannot read.
    logLevel: "off",
    fetch: createFetch({ viaProxy: options.viaProxy ?? false }),
  });

  /** The fault in what the SDK and the network throw; anything else is a mistake of ours and goes on as it is. */
  const faultOf = (error: unknown): ModelFault => {
    if (error instanceof ModelFault) return error;
    if (isApiError(error) && error.status !== undefined && error.headers) {
      return statusFault(error.status, error.headers, errorBody(error.error), model);
    }
    const code = connectionCode(error);
    if (code === "" && !(error instanceof APIConnectionError)) throw error;
    return connectionFault(code);
  };

  /** One request, heard as it streams. Throws a `ModelFault`, the signal's reason, or what `hear` throws. */
  const ask = async (request: ModelRequest, signal: AbortSignal, hear: Hear): Promise<void> => {
    const upstream = new AbortController();
    const abort = () => upstream.abort();
    signal.addEventListener("abort", abort, { once: true });
    let silent = false;
    const silence = silenceTimer(() => {
      silent = true;
      upstream.abort();
    });
    let answer: Answer | undefined;
    let broken: { error: unknown } | undefined;
    const tell: Hear = (event) => {
      try {
        hear(event);
      } catch (error) {
        broken = { error };
        throw error;
      }
    };
    const finish = (whole: Answer) => whole.end().forEach(tell);
    try {
      silence.listen(idleTimeoutMs);
      const response = await client.chat.completions
        .create(chatRequest(model, request), { signal: upstream.signal })
        .asResponse();
      const begun = (answer = beginAnswer(response.headers, model));
      await readFrames(response, (frames) => {
        // A read that brought comments only leaves the timer running.
        if (frames.length === 0) return;
        for (const frame of frames) {
          const text = begun.take(frame);
          if (text !== "") tell({ type: "text", text });
          signal.throwIfAborted();
        }
        if (begun.cut) upstream.abort();
        silence.listen(begun.finished ? Math.min(END_GRACE_MS, idleTimeoutMs) : idleTimeoutMs);
      });
      signal.throwIfAborted();
      finish(answer);
    } catch (error) {
      signal.throwIfAborted();
      // The listener's own error is no fault of the server's.
      if (broken) throw broken.error;
      // Once the reason is known, a connection that then hangs or breaks takes nothing away.
      if (answer?.finished && !(error instanceof ModelFault)) return finish(answer);
      const fault = silent ? silenceFault(idleTimeoutMs) : faultOf(error);
      throw answer?.begun ? afterBeginning(fault) : fault;
    } finally {
      silence.stop();
      signal.removeEventListener("abort", abort);
    }
  };

  return {
    name: model,
    kind: "openai",
    async respond(request, signal, hear) {
      for (let tries = 1; ; tries += 1) {
        signal.throwIfAborted();
        try {
          return await ask(request, signal, hear);
        } catch (error) {
          if (!(error instanceof ModelFault)) throw error;
          const delay = retryDelay(error, tries, retryDelayMs);
          const again = error.transient && tries < MAX_TRIES && delay <= RETRY_AFTER_CAP_MS;
          logger?.warn(
            { kind: error.kind, detail: error.message, tries, ...(again && { retryInMs: delay }) },
            "model request failed",
          );
          if (!again) throw error.toModelError();
          await pause(delay, undefined, { signal }).catch(() => signal.throwIfAborted());
        }
      }
    },
  };
};
