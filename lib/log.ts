/**
 * The log: JSON lines on stdout. Lines carry the ids of the work that they are written in
 * (request, turn, trace), never a secret, an address of a person, or what anybody wrote.
 */
import pino, { type Logger } from "pino";
import { env } from "./env";
import { logFields } from "./observe";

let logger: Logger | undefined;

export const log = (): Logger => {
  logger ??= pino({
    level: env().LOG_LEVEL,
    base: undefined,
    // A line's own fields come before these.
    mixin: logFields,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
  return logger;
};

type ErrorLines = { error: string; stack?: string | undefined; cause?: ErrorLines };

const MAX_CAUSES = 5;

/**
 * An error for the log: its kind and where it was thrown, down its causes. The database's errors repeat the
 * parameters of the statement, which are what people wrote, so only the driver's own message is kept of those.
 */
export const errorLines = (error: unknown, depth = 0): ErrorLines => {
  if (!(error instanceof Error)) {
    // A WebSocket tells of its error in an event.
    const told = typeof error === "object" && error !== null && "error" in error;
    return told && depth < MAX_CAUSES
      ? errorLines(error.error, depth + 1)
      : { error: typeof error };
  }
  const isQuery = "query" in error && "params" in error;
  const cause =
    error.cause === undefined || depth >= MAX_CAUSES
      ? undefined
      : errorLines(error.cause, depth + 1);
  return {
    error: isQuery ? "A database statement failed" : `${error.name}: ${error.message}`,
    stack: error.stack
      ?.split("\n")
      .filter((line) => line.trimStart().startsWith("at "))
      .slice(0, 12)
      .join("\n"),
    ...(cause ? { cause } : {}),
  };
};
