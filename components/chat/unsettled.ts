/**
 * A message that was sent and not answered: it may have been stored all the same. `Chat` sends the same words again
 * under the same key, and looks for them in what the server has.
 */
import type { ConversationSummary, Message } from "@/lib/conversations/schema";

export type Unsettled = {
  text: string;
  /** Its `Idempotency-Key`. */
  key: string;
  sentAt: string;
  /** The last message that was known before it; ids sort by time. */
  after: string | null;
};

/** So far the clocks of server and browser may be apart. */
const CLOCKS_MS = 5 * 60_000;

/** Whether the message is among those that the server has. */
export const wasStored = (
  { text, after }: Unsettled,
  messages: readonly Pick<Message, "id" | "role" | "content">[],
): boolean =>
  messages.some(
    ({ id, role, content }) =>
      role === "user" && content === text.trim() && (after === null || id > after),
  );

/** Whether the message may have begun this conversation. */
export const wasBegunBy = (
  { sentAt }: Unsettled,
  { created_at }: Pick<ConversationSummary, "created_at">,
): boolean => Date.parse(created_at) > Date.parse(sentAt) - CLOCKS_MS;
