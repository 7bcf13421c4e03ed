/**
 * The model port: what the agent's loop asks of a language model, and all it knows of one.
 * Implementations: `openai.ts` (any OpenAI-compatible server) and `offline/` (the embedded assistant).
 */
/** A call as the model wrote it: `arguments` is the raw JSON text, not yet parsed. */
export type ModelToolCall = { id: string; name: string; arguments: string };

export type ModelMessage =
  | { role: "user"; content: string }
  | { role: "assistant"; content: string; toolCalls: ModelToolCall[] }
  | { role: "tool"; callId: string; tool: string; content: string };

/** A tool as a model sees it: `parameters` is a JSON Schema of the arguments. */
export type ModelTool = { name: string; description: string; parameters: Record<string, unknown> };

export type ModelRequest = {
  system: string;
  /** Oldest first; every assistant call is followed by its `tool` message. */
  messages: ModelMessage[];
  tools: readonly ModelTool[];
  /** For an assistant that reads dates itself: the instant of the turn and the person's IANA zone. */
  now: Date;
  timeZone: string;
};

/** Tokens, as the model's server counts them; 0 where it says nothing. */
export type Usage = { promptTokens: number; cachedTokens: number; completionTokens: number };

export const NO_USAGE: Usage = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };

/**
 * `stop`: it said all it wanted. `tool_calls`: it waits for results. `length`: cut by its limit, so calls of
 * this round may be cut too and never run. `content_filter`: refused.
 */
export type FinishReason = "stop" | "tool_calls" | "length" | "content_filter";

export type ModelEvent =
  | { type: "text"; text: string }
  /** A whole call: implementations join its pieces before they hand it out. */
  | { type: "tool_call"; call: ModelToolCall }
  /** Exactly once, last. A stream that ends without one throws `ModelError("incomplete")`. */
  | { type: "finish"; reason: FinishReason; usage: Usage };

/** Takes a model's events as they come. What it throws ends the round, and goes to whoever asked. */
export type Hear = (event: ModelEvent) => void;

export interface Model {
  /** `offline` or the configured model's name, as the page and the health check show it. */
  readonly name: string;
  readonly kind: "openai" | "offline";
  /**
   * One round: hands each event to `hear` and resolves after the last. Rejects with `ModelError`, or with the signal's
   * reason when `signal` is aborted, and then hands out no more.
   */
  respond(request: ModelRequest, signal: AbortSignal, hear: Hear): Promise<void>;
}

/**
 * - `auth` wrong key · `unknown_model` · `quota` account out of credit · `bad_request` the server refused the
 *   request's form: asked once, the operator has to act.
 * - `rate_limited` · `unavailable` (5xx, connection refused or reset): tried again before the first token; silence
 *   (`unavailable` too) is not.
 * - `incomplete` the stream stalled, broke off or ended without a finish reason, after it began.
 */
export type ModelErrorKind =
  | "auth"
  | "unknown_model"
  | "quota"
  | "bad_request"
  | "rate_limited"
  | "unavailable"
  | "incomplete";

/** A failed model call. `message` is a sentence for people that says what to do; the cause stays in the log. */
export class ModelError extends Error {
  override readonly name = "ModelError";
  readonly kind: ModelErrorKind;

  constructor(kind: ModelErrorKind, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.kind = kind;
  }
}
