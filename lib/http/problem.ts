/**
 * Errors on the wire: every thrown thing becomes an RFC 9457 problem here, and nowhere else.
 */
import { z } from "zod";
import { isDatabaseUnavailable } from "@/db/failures";
import { AppError, type ErrorCode, type FieldError, problemOf } from "@/lib/errors";

const fieldErrors = (error: z.ZodError): FieldError[] =>
  error.issues.flatMap((issue) =>
    issue.code === "unrecognized_keys"
      ? issue.keys.map((key) => ({
          path: [...issue.path, key].join("."),
          message: "This is not known.",
        }))
      : [{ path: issue.path.join("."), message: issue.message }],
  );

/** Any thrown value as an `AppError`: faulty input and a missing database by name, all else as `internal`. */
export const asAppError = (error: unknown): AppError => {
  if (error instanceof AppError) return error;
  if (error instanceof z.ZodError) {
    const fields = fieldErrors(error);
    const first = fields[0];
    const message = first
      ? first.message.replace(/^This\b/, first.path || "This")
      : "The request is not valid.";
    return new AppError("invalid_request", message, { fields, cause: error });
  }
  if (isDatabaseUnavailable(error)) {
    const message =
      "The database can't be reached right now. Try again in a moment; if it stays so, check POSTGRES_URL and the " +
      "database server.";
    return new AppError("database_unavailable", message, { cause: error });
  }
  return new AppError(
    "internal",
    "Something went wrong here. The request id finds it in the log.",
    {
      cause: error,
    },
  );
};

/** RFC 6750: what would help a caller whose token is missing, or may not do this. */
const CHALLENGES: Partial<Record<ErrorCode, string>> = {
  unauthenticated: 'Bearer realm="errand"',
  insufficient_scope: 'Bearer realm="errand", error="insufficient_scope"',
};

/** The response to an error. */
export const problemResponse = (error: AppError, requestId: string): Response =>
  Response.json(problemOf(error, requestId), {
    status: error.status,
    headers: {
      "Content-Type": "application/problem+json",
      "Cache-Control": "no-store",
      ...(error.retryAfterSeconds === undefined
        ? {}
        : { "Retry-After": String(error.retryAfterSeconds) }),
      ...(error.code in CHALLENGES ? { "WWW-Authenticate": CHALLENGES[error.code] } : {}),
    },
  });
