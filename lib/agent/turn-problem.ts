/**
 * What a failed turn tells the person: a sentence about what happened and what can be done, and never the cause.
 */
import { isDatabaseUnavailable } from "@/db/failures";
import { interruptedError } from "@/lib/conversations/interrupted";
import type { TurnRow } from "@/lib/conversations/turns";
import { AppError, problemOf } from "@/lib/errors";
import { errorLines, log } from "@/lib/log";
import { ModelError } from "@/lib/model/model";
import type { TurnEvent } from "./events";
import { TurnTimedOut } from "./live-turn";

type TurnIds = Pick<TurnRow, "id" | "conversationId">;

const problem = (turn: TurnIds, code: AppError["code"], message: string, cause?: unknown) =>
  new AppError(code, message, {
    cause,
    extra: { turn_id: turn.id, conversation_id: turn.conversationId },
  });

/** The error of a turn that `thrown` ended. */
const turnError = (thrown: unknown, turn: TurnIds): AppError => {
  if (thrown instanceof ModelError) {
    return problem(turn, "model_unavailable", thrown.message, thrown);
  }
  if (thrown instanceof TurnTimedOut) {
    const message =
      "The answer took too long, so it was stopped. Try again, or ask for less at once.";
    return problem(turn, "model_unavailable", message, thrown);
  }
  if (isDatabaseUnavailable(thrown)) {
    const message =
      "The database stopped answering. What was done before that is kept; try again in a moment.";
    return problem(turn, "database_unavailable", message, thrown);
  }
  const message = "Something went wrong here. Your message is kept; try again in a moment.";
  return problem(turn, "internal", message, thrown);
};

/** The same request may succeed later; not so when the model refused its form. */
const isRetryable = (thrown: unknown): boolean =>
  !(thrown instanceof ModelError && thrown.kind === "bad_request");

/** The end of a turn that `thrown` broke off; its cause goes into the log and nowhere else. */
export const failedEvent = (thrown: unknown, turn: TurnIds, requestId: string): TurnEvent => {
  const error = turnError(thrown, turn);
  const fields = { turn_id: turn.id, request_id: requestId };
  const kind = thrown instanceof ModelError ? thrown.kind : undefined;
  log().warn({ ...fields, code: error.code, kind, ...errorLines(thrown) }, "turn failed");
  return {
    type: "turn.failed",
    error: problemOf(error, requestId),
    retryable: isRetryable(thrown),
  };
};

/** The end of a turn whose process ends. */
export const interruptedEvent = (turn: TurnIds, requestId: string): TurnEvent => ({
  type: "turn.failed",
  error: problemOf(interruptedError(turn), requestId),
  retryable: true,
});
