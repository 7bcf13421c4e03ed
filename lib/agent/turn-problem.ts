/**
 * What a failed turn tells the person: a sentence about what happened and what can be done, and never the cause.
 */
import { isDatabaseUnavailable } from "@/db/failures";
import type { TurnRow } from "@/lib/conversations/turns";
import { AppError } from "@/lib/errors";
import { ModelError } from "@/lib/model/model";
import { TurnTimedOut } from "./live-turn";

type TurnIds = Pick<TurnRow, "id" | "conversationId">;

const problem = (turn: TurnIds, code: AppError["code"], message: string, cause?: unknown) =>
  new AppError(code, message, {
    cause,
    extra: { turn_id: turn.id, conversation_id: turn.conversationId },
  });

/** The error of a turn that `thrown` ended. */
export const turnError = (thrown: unknown, turn: TurnIds): AppError => {
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
export const isRetryable = (thrown: unknown): boolean =>
  !(thrown instanceof ModelError && thrown.kind === "bad_request");
