/**
 * The one error type that crosses module borders, and the one table from its code to an HTTP status.
 * Services and the agent throw `AppError`; `lib/http/route.ts` is the only place that turns it into a response.
 */

/** Every `code` a client can meet, with its HTTP status and its title. */
const ERRORS = {
  invalid_request: [400, "Invalid request"],
  unauthenticated: [401, "Not signed in"],
  invalid_credentials: [401, "Wrong e-mail address or password"],
  user_mismatch: [403, "Another user's address"],
  cross_origin: [403, "Cross-origin request"],
  insufficient_scope: [403, "Insufficient scope"],
  operator_only: [403, "For the operator only"],
  signup_closed: [403, "Sign-up is closed"],
  invitation_required: [403, "Invitation required"],
  invitation_invalid: [403, "Invitation not valid"],
  not_found: [404, "Not found"],
  method_not_allowed: [405, "Method not allowed"],
  turn_in_progress: [409, "A turn is in progress"],
  idempotency_conflict: [409, "Idempotency key used for another request"],
  no_approval_pending: [409, "No approval pending"],
  not_retryable: [409, "Not retryable"],
  undo_conflict: [409, "Undo conflict"],
  email_taken: [409, "E-mail address taken"],
  payload_too_large: [413, "Payload too large"],
  unsupported_media_type: [415, "Unsupported media type"],
  rate_limited: [429, "Too many requests"],
  internal: [500, "Internal error"],
  database_unavailable: [503, "Database unavailable"],
  model_unavailable: [503, "Model unavailable"],
  shutting_down: [503, "Shutting down"],
} as const;

export type ErrorCode = keyof typeof ERRORS;

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
    return ERRORS[this.code][0];
  }
}

/** The RFC 9457 problem object of an error; `requestId` where there is a request to name. */
export const problemOf = (error: AppError, requestId?: string) => ({
  type: "about:blank",
  title: ERRORS[error.code][1] as string,
  status: error.status,
  detail: error.message,
  code: error.code as string,
  ...(requestId === undefined ? {} : { request_id: requestId }),
  ...(error.fields === undefined ? {} : { errors: error.fields }),
  ...error.extra,
});
