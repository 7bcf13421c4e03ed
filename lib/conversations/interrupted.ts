/** What is told of a turn whose process stopped before it was finished. */
import { AppError } from "@/lib/errors";

export const interruptedError = (turn: { id: string; conversationId: string }): AppError =>
  new AppError(
    "internal",
    "The server stopped before the answer was finished. Your message and what was done are kept; try again.",
    { extra: { turn_id: turn.id, conversation_id: turn.conversationId } },
  );
