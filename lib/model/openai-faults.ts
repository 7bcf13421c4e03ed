/**
 * What can go wrong between here and a model's server, as faults that `openai.ts` retries or turns into a
 * `ModelError`. Two texts each: a sentence for people that says what to do, and a detail for the log, which is made
 * of codes and numbers only. A server's own words are in neither: they may repeat the key or the conversation.
 */
import { ModelError, type ModelErrorKind } from "./model";

/** The longest `Retry-After` that is waited for; a server that asks for more is not asked again in this round. */
export const RETRY_AFTER_CAP_MS = 10_000;

type FaultOptions = {
  /** Whether the same request may succeed a moment later. */
  transient?: boolean;
  /** How long the server asks to wait, in milliseconds. */
  retryAfterMs?: number | undefined;
};

/** `message` is the detail for the log. */
export class ModelFault extends Error {
  override readonly name = "ModelFault";
  readonly transient: boolean;
  readonly retryAfterMs: number | undefined;

  constructor(
    readonly kind: ModelErrorKind,
    readonly sentence: string,
    detail: string,
    { transient = false, retryAfterMs }: FaultOptions = {},
  ) {
    super(detail);
    this.transient = transient;
    this.retryAfterMs = retryAfterMs;
  }

  toModelError(): ModelError {
    return new ModelError(this.kind, this.sentence, { cause: this });
  }
}

/** The members of a server's error body that name the fault: OpenAI's, and what compatible servers make of them. */
type ErrorBody = { code: string; type: string; param: string };

const identifier = (value: unknown): string => {
  const text = typeof value === "number" ? String(value) : value;
  return typeof text === "string" && /^[\w.[\]-]{1,100}$/.test(text) ? text : "";
};

/** Reads `code`, `type` and `param` from an error of unknown form; anything but an identifier becomes "". */
export const errorBody = (error: unknown): ErrorBody => {
  const body = typeof error === "object" && error !== null ? error : {};
  return {
    code: "code" in body ? identifier(body.code) : "",
    type: "type" in body ? identifier(body.type) : "",
    param: "param" in body ? identifier(body.param) : "",
  };
};

/** `retry-after-ms`, or `Retry-After` in seconds or as a date, in milliseconds; undefined where it says nothing. */
export const retryAfterMs = (headers: Headers, now = Date.now()): number | undefined => {
  const milliseconds = Number.parseFloat(headers.get("retry-after-ms") ?? "");
  if (Number.isFinite(milliseconds)) return Math.max(0, milliseconds);
  const value = headers.get("retry-after")?.trim() ?? "";
  const wait = /^[\d.]+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - now;
  return Number.isFinite(wait) ? Math.max(0, wait) : undefined;
};

const inAbout = (ms: number | undefined): string => {
  if (ms === undefined || ms <= 60_000) return "in a minute";
  const minutes = Math.ceil(ms / 60_000);
  return minutes < 120
    ? `in about ${minutes} minutes`
    : `in about ${Math.round(minutes / 60)} hours`;
};

const QUOTA_CODES = [
  "insufficient_quota",
  "billing_hard_limit_reached",
  "billing_not_active",
  "insufficient_balance",
];

/** The fault that an HTTP status and the error body say. `model` is the configured model's name. */
export const statusFault = (
  status: number,
  headers: Headers,
  body: ErrorBody,
  model: string,
): ModelFault => {
  const requestId = identifier(headers.get("x-request-id"));
  const names = new Set([`status ${status}`, body.code, body.type, body.param, requestId]);
  const detail = [...names].filter((name) => name !== "").join(", ");
  const says = (...codes: string[]) => codes.includes(body.code) || codes.includes(body.type);
  const wait = retryAfterMs(headers);

  if (status === 402 || says(...QUOTA_CODES)) {
    return new ModelFault(
      "quota",
      "The account behind the model has no credit left. Add credit or raise its limit, or set another OPENAI_API_KEY.",
      detail,
    );
  }
  if (status === 401) {
    return new ModelFault(
      "auth",
      "The model's server refused the key. Set OPENAI_API_KEY to a valid one.",
      detail,
    );
  }
  if (status === 403) {
    return new ModelFault(
      "auth",
      "The model's server refused access. Check what the key in OPENAI_API_KEY may use.",
      detail,
    );
  }
  if (status === 404 || says("model_not_found")) {
    return new ModelFault(
      "unknown_model",
      `The model "${model}" was not found. Check OPENAI_MODEL, and OPENAI_BASE_URL if it is set.`,
      detail,
    );
  }
  if (says("context_length_exceeded") || status === 413) {
    return new ModelFault(
      "bad_request",
      "This is too long for the model. Start a new conversation, or set OPENAI_MODEL to a model that takes more.",
      detail,
    );
  }
  if (says("content_filter", "content_policy_violation")) {
    return new ModelFault(
      "bad_request",
      "The model's server refused this message by its content rules. Say it in other words.",
      detail,
    );
  }
  if (status === 429) {
    return new ModelFault(
      "rate_limited",
      `The model's server has too many requests. Try again ${inAbout(wait)}.`,
      detail,
      { transient: true, retryAfterMs: wait },
    );
  }
  if (status >= 500 || [408, 409, 425].includes(status)) {
    return new ModelFault(
      "unavailable",
      `The model's server has a problem. Try again ${inAbout(wait)}.`,
      detail,
      { transient: true, retryAfterMs: wait },
    );
  }
  return new ModelFault(
    "bad_request",
    "The model's server refused the request. Check OPENAI_API_KEY, OPENAI_BASE_URL, and that OPENAI_MODEL can call tools.",
    detail,
  );
};

const STATUS_OF_TYPE: Record<string, number> = {
  authentication_error: 401,
  permission_error: 403,
  not_found_error: 404,
  invalid_request_error: 400,
  rate_limit_error: 429,
  rate_limit_exceeded: 429,
};

/** The fault of an `{"error": …}` that came with status 200; a server that names nothing known counts as 500. */
export const errorFrameFault = (error: unknown, headers: Headers, model: string): ModelFault => {
  const body = errorBody(error);
  const named = Number(body.code) || STATUS_OF_TYPE[body.code] || STATUS_OF_TYPE[body.type] || 500;
  return statusFault(named >= 400 && named < 600 ? named : 500, headers, body, model);
};

/** Redirections in a circle, or to what is no address: the same request would end as badly. */
const MISLED = "UND_ERR_INVALID_ARG";

/** The connection was refused, reset, or never came about. `code` is the system's (`ECONNREFUSED`), or "". */
export const connectionFault = (code: string): ModelFault =>
  new ModelFault(
    "unavailable",
    "The model's server cannot be reached. Check the network, and OPENAI_BASE_URL if it is set.",
    `connection failed: ${code || "unknown"}`,
    { transient: code !== MISLED },
  );

/**
 * Nothing came for `ms` milliseconds. Not transient: who waited this long would only wait as long again, and a
 * slow server would do, and charge for, the work twice.
 */
export const silenceFault = (ms: number): ModelFault =>
  new ModelFault(
    "unavailable",
    "The model did not answer in time. Try again in a minute.",
    `silent for ${ms} ms`,
  );

/** The address answered with a web page. */
export const webPageFault = (status: number): ModelFault =>
  new ModelFault(
    "bad_request",
    "The model's address answered with a web page. Check OPENAI_BASE_URL: most end in /v1.",
    `status ${status} with text/html`,
  );

/** The answer ended, or cannot be read, before it said why it ended. */
export const incompleteFault = (detail: string): ModelFault =>
  new ModelFault("incomplete", "The model's answer ended too early. Try again.", detail);

/** `fault` after a part of the answer was shown: whatever it was, what is left is an incomplete answer. */
export const afterBeginning = (fault: ModelFault): ModelFault =>
  fault.kind === "incomplete" ? fault : incompleteFault(fault.message);
