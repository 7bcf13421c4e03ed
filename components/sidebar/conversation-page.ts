/** A page of the list of conversations, as the server renders the first and the browser asks for the others. */
import type { ConversationSummary } from "@/lib/conversations/schema";

/** `GET /api/conversations`. */
export type ConversationPage = {
  conversations: ConversationSummary[];
  count: number;
  next_cursor: string | null;
};

export const CONVERSATIONS_AT_ONCE = 50;
