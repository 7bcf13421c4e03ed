/**
 * All conversations that this page has opened, so that leaving one and coming back finds it as it is now.
 * One per signed-in person and page load; `useChats` gives it to components.
 */
import type { Conversation } from "@/lib/conversations/schema";
import { Chat, type ChatEffects } from "./chat";
import type { ChatApi } from "./chat-api";
import { blankState, withConversation } from "./chat-state";
import type { Drafts } from "./drafts";

/** What the page does around the chats: addresses, lists, the task panel. */
type ChatsEffects = Pick<
  ChatEffects,
  "onChanges" | "onTitled" | "onTurnEnded" | "wait" | "isOnline"
> & {
  /** A new conversation has its id. True when the page shows it now under that address. */
  onStarted(conversationId: string): boolean;
};

export class Chats {
  readonly #api: ChatApi;
  readonly #effects: ChatEffects;
  readonly #byId = new Map<string, Chat>();
  #blank: Chat;

  constructor(
    api: ChatApi,
    effects: ChatsEffects,
    readonly drafts: Drafts,
  ) {
    this.#api = api;
    this.#effects = {
      ...effects,
      onStarted: (chat, conversationId) => {
        this.#byId.set(conversationId, chat);
        drafts.move(null, conversationId);
        if (!effects.onStarted(conversationId)) this.settle(conversationId);
      },
      returnText: (conversationId, text) => drafts.putBack(conversationId, text),
      takeText: (conversationId, text) => drafts.takeOut(conversationId, text),
      unsettled: (conversationId) => drafts.unsettled(conversationId),
      setUnsettled: (conversationId, sending) => drafts.setUnsettled(conversationId, sending),
    };
    this.#blank = new Chat(api, this.#effects);
  }

  /** The conversation that has not begun. While its first turn begins it is still this one. */
  get blank(): Chat {
    return this.#blank;
  }

  /** The chat of a conversation: as this page knows it, else as the server gave it, else on its way. */
  open(id: string, conversation: Conversation | null): Chat {
    const known = this.#byId.get(id);
    if (known) return known;
    const chat = new Chat(
      this.#api,
      this.#effects,
      conversation
        ? withConversation(blankState, conversation)
        : { ...blankState, conversationId: id, loaded: false },
    );
    this.#byId.set(id, chat);
    return chat;
  }

  /** Called when the page shows `id` under its own address: the next new conversation is another one. */
  settle(id: string): void {
    if (this.#blank.getState().conversationId === id) {
      this.#blank = new Chat(this.#api, this.#effects);
    }
  }
}
