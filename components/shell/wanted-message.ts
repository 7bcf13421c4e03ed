/** The message that somebody wants to see, which the conversation brings into sight when it is on the page. */
import { makeSignal } from "./signal";

export const wantedMessage = makeSignal<{ conversationId: string; messageId: string } | null>(null);
