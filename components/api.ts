/**
 * The browser's one way to the app's own HTTP API: JSON there and back with the session's cookie, and every failure
 * as an `ApiError` whose message may be shown. Answers are typed and not parsed again: they come from the same
 * origin and were checked there, and the page's first load does without the schemas.
 */
import type { Problem } from "@/lib/conversations/schema";
import type { FieldError } from "@/lib/errors";
import { isServerLost, serverAnswered, serverLost } from "./reachable";

export type ApiErrorDetails = {
  /** The HTTP status; 0 when there was no answer. */
  status: number;
  /** The contract's code, or `network` when there was no answer. */
  code: string;
  /** A sentence for people. */
  detail: string;
  fields?: readonly FieldError[];
  requestId?: string | undefined;
  /** Seconds after which a repeat may succeed. */
  retryAfter?: number | undefined;
  /** The whole problem body, for members that belong to one route. */
  problem?: Problem | undefined;
};

/** A request that failed. `message` is a sentence for people. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly code: string;
  /** The fields at fault, by dotted path. Empty when none is. */
  readonly fields: readonly FieldError[];
  readonly requestId: string | undefined;
  readonly retryAfter: number | undefined;
  readonly problem: Problem | undefined;

  constructor(details: ApiErrorDetails, options?: ErrorOptions) {
    super(details.detail, options);
    this.status = details.status;
    this.code = details.code;
    this.fields = details.fields ?? [];
    this.requestId = details.requestId;
    this.retryAfter = details.retryAfter;
    this.problem = details.problem;
  }

  /** The same sentence as `message`, by the name that the contract gives it. */
  get detail(): string {
    return this.message;
  }
}

export type ApiInit = {
  method?: "GET" | "POST" | "PATCH" | "DELETE";
  /** Sent as JSON. */
  body?: unknown;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
};

/** Whether a request failed because nobody answered. */
export const isOutage = (error: unknown): boolean =>
  error instanceof ApiError && error.code === "network";

const UNREACHABLE = "Errand can’t be reached. Check your connection and try again.";

const isProblem = (body: unknown): body is Problem =>
  typeof body === "object" && body !== null && "code" in body && "detail" in body;

/** The `ApiError` of an answer that is not a success. Reads its body. */
export const errorFromResponse = async (response: Response): Promise<ApiError> => {
  const body: unknown = await response.json().catch(() => null);
  const problem = isProblem(body) ? body : undefined;
  const retryAfter = Number(response.headers.get("Retry-After"));
  return new ApiError({
    status: response.status,
    // A proxy in between may answer without a problem body.
    code: problem?.code ?? "internal",
    detail: problem?.detail ?? "Something went wrong on the server. Try again in a moment.",
    fields: problem?.errors ?? [],
    requestId: problem?.request_id ?? response.headers.get("X-Request-Id") ?? undefined,
    retryAfter: retryAfter > 0 ? retryAfter : undefined,
    problem,
  });
};

/** To the sign-in page, and back here afterwards. */
const askToSignIn = () => {
  const here = window.location.pathname + window.location.search;
  window.location.assign(`/signin?next=${encodeURIComponent(here)}`);
};

const ASK_AGAIN_MS = 3000;

/** Nothing else may be asked for while a server is away: this learns when it is back. */
const askUntilAnswered = () => {
  const ask = () => {
    // Another request may have learnt it.
    if (isServerLost())
      void fetch("/api/health", { cache: "no-store" }).then(serverAnswered, again);
  };
  const again = () => setTimeout(ask, ASK_AGAIN_MS);
  again();
};

/**
 * Sends a request and gives the raw answer, for streams; `api` is for everything else.
 * @throws ApiError for a status outside 200–299 and for no answer (`network`). A session that has ended sends the
 *   page to /signin as well. An aborted request throws the signal's own reason.
 */
export const apiResponse = async (path: string, init: ApiInit = {}): Promise<Response> => {
  const { method = "GET", body, headers, signal } = init;
  let response: Response;
  try {
    response = await fetch(path, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        ...(body === undefined ? {} : { "Content-Type": "application/json" }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: signal ?? null,
    });
  } catch (cause) {
    if (signal?.aborted) throw cause;
    if (!isServerLost()) askUntilAnswered();
    serverLost();
    throw new ApiError({ status: 0, code: "network", detail: UNREACHABLE }, { cause });
  }
  serverAnswered();
  if (response.ok) return response;
  const error = await errorFromResponse(response);
  if (error.code === "unauthenticated") askToSignIn();
  throw error;
};

/**
 * Sends a request and gives the parsed JSON of its answer (undefined for 204).
 * `T` is the route's answer by its schema, e.g. `api<Me>("/api/me")`.
 */
export const api = async <T>(path: string, init?: ApiInit): Promise<T> => {
  const response = await apiResponse(path, init);
  return (response.status === 204 ? undefined : await response.json()) as T;
};
