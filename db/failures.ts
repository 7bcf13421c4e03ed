/**
 * What a database error means, whichever driver threw it: read from SQLSTATE and the socket's code, down the causes.
 */

/** An error and what it was caused by. A WebSocket tells of its error in an event, which stands between them. */
const causesOf = function* (thrown: unknown): Generator<Error> {
  let at = thrown;
  while (typeof at === "object" && at !== null) {
    if (at instanceof Error) yield at;
    at = at instanceof Error ? at.cause : "error" in at ? at.error : undefined;
  }
};

const codesOf = (thrown: unknown): string[] => {
  const codes: string[] = [];
  for (const error of causesOf(thrown)) {
    if ("code" in error && typeof error.code === "string") codes.push(error.code);
    if (error instanceof AggregateError) codes.push(...error.errors.flatMap(codesOf));
  }
  return codes;
};

/** `unique_violation`; with `constraint`, of that one only. */
export const isUniqueViolation = (thrown: unknown, constraint?: string): boolean => {
  for (const error of causesOf(thrown)) {
    if ("code" in error && error.code === "23505") {
      return constraint === undefined || ("constraint" in error && error.constraint === constraint);
    }
  }
  return false;
};

/** Classes 22 and 23: values that don't fit their column, or break a rule of the table. */
export const isRefusedData = (thrown: unknown): boolean =>
  codesOf(thrown).some((code) => /^2[23]...$/.test(code));

const SOCKET_CODES = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOTFOUND",
  "EAI_AGAIN",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ETIMEDOUT",
  "EPIPE",
]);

/**
 * Classes 08 (connection), 53 (out of resources: disk, memory, connections), 57P (shutting down or starting), 58 (its
 * system failed) — https://www.postgresql.org/docs/current/errcodes-appendix.html
 */
const isUnavailableState = (code: string): boolean =>
  /^(08|53|57P|58)/.test(code) && code.length === 5;

/** What `pg` says without a code when a connection ends or none is to be had. */
const UNAVAILABLE_MESSAGES =
  /connection terminated|timeout exceeded when trying to connect|connection timeout|client has encountered a connection error|not queryable/i;

/** The database can't be reached or can't work now; the same request may succeed later. */
export const isDatabaseUnavailable = (error: unknown): boolean => {
  if (codesOf(error).some((code) => SOCKET_CODES.has(code) || isUnavailableState(code)))
    return true;
  for (const at of causesOf(error)) {
    if (UNAVAILABLE_MESSAGES.test(at.message) && !("query" in at)) return true;
  }
  return false;
};
