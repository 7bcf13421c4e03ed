/**
 * What became of a message that was sent and not answered: whether the server has it after all, and then under which
 * conversation. Part of a `Chat`.
 */
import type { ChatApi } from "./chat-api";
import type { ChatState } from "./chat-state";
import type { ChatStore } from "./chat-store";
import { type Unsettled, wasBegunBy, wasStored } from "./unsettled";

/** What it needs of `ChatEffects`. */
type Effects = {
  takeText(conversationId: string | null, text: string): boolean;
  unsettled(conversationId: string | null): Unsettled | null;
  setUnsettled(conversationId: string | null, sending: Unsettled | null): void;
};

export class SentBefore {
  constructor(
    private readonly store: ChatStore,
    private readonly api: Pick<ChatApi, "newest" | "conversation">,
    private readonly effects: Effects,
  ) {}

  /** A message whose fate was unknown and which is among `messages` is not to be sent again. */
  settle(messages: ChatState["messages"]): void {
    const { conversationId } = this.store.state;
    const sending = this.effects.unsettled(conversationId);
    if (sending === null || !wasStored(sending, messages)) return;
    this.effects.setUnsettled(conversationId, null);
    this.effects.takeText(conversationId, sending.text);
    this.store.set({ notice: null });
  }

  /**
   * Looks whether the message that was to begin this conversation has begun one. `answered` is called as soon as the
   * server answers; while something `isHeard`, nothing is taken.
   * @returns its words, where they still stand as they were sent and have left the composer; else null
   */
  async begun(answered: () => void, isHeard: () => boolean): Promise<string | null> {
    const sending = this.effects.unsettled(null);
    if (sending === null || isHeard()) return null;
    try {
      const newest = await this.api.newest();
      answered();
      for (const { id } of newest.filter((each) => wasBegunBy(sending, each))) {
        const { messages } = await this.api.conversation(id);
        if (!wasStored(sending, messages)) continue;
        if (isHeard() || this.effects.unsettled(null)?.key !== sending.key) return null;
        if (this.effects.takeText(null, sending.text)) return sending.text;
        this.effects.setUnsettled(null, null);
        return null;
      }
    } catch {
      // It stays unknown; the same words again are the same sending.
    }
    return null;
  }
}
