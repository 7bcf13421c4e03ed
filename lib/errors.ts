/**
 * The one error type that crosses module borders, and the one table from its code to an HTTP status.
 * Services and the agent throw `AppError`; `lib/http/route.ts` is the only place that turns it into a response.
 */

/** Every `code` a client can meet, with its HTTP status (contract: docs in README, "HTTP"). */
export const ERROR_STATUS = {
  invalid_request: 400,
  unauthenticated: 401,
  invalid_credentials: 401,
  user_mismatch: 403,
  cross_origin: 403,
  insufficient_scope: 403,
  not_found: 404,
  method_not_allowed: 405,
  turn_in_progress: 409,
  idempotency_conflict: 409,
  no_approval_pending: 409,
  not_retryable: 409,
  undo_conflict: 409,
  email_taken: 409,
  payload_too_large: 413,
  unsupported_media_type: 415,
  rate_limited: 429,
  internal: 500,
  database_unavailable: 503,
  model_unavailable: 503,
} as const;

export type ErrorCode = keyof typeof ERROR_STATUS;

/** A field at fault: `path` is dotted (`time_zone`, `items.0.title`), `message` a sentence for people. */
export type FieldError = { path: string; message: string };

export type AppErrorOptions = {
  /** The fields at fault, where there are any. */
  fields?: FieldError[];
  /** Seconds after which a repeat may succeed; becomes `Retry-After`. */
  retryAfterSeconds?: number;
  /** Further members of the problem body, e.g. `turn_id` of a failed turn. */
  extra?: Record<string, unknown>;
  cause?: unknown;
};

/** An error whose `message` is a sentence that may be shown to the person who asked. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly fields: FieldError[] | undefined;
  readonly retryAfterSeconds: number | undefined;
  readonly extra: Record<string, unknown> | undefined;

  constructor(code: ErrorCode, message: string, options: AppErrorOptions = {}) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.fields = options.fields;
    this.retryAfterSeconds = options.retryAfterSeconds;
    this.extra = options.extra;
  }

  get status(): number {
    return ERROR_STATUS[this.code];
  }
}
