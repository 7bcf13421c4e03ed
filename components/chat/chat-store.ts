/** The state of a chat, for its parts to change and for components to read with `useSyncExternalStore`. */
import type { ChatState } from "./chat-state";

/** Pieces of text are shown together when they come faster than this. */
const TEXT_NOTIFY_MS = 40;

export class ChatStore {
  readonly #listeners = new Set<() => void>();
  #state: ChatState;
  #notifyTimer: ReturnType<typeof setTimeout> | null = null;

  constructor(state: ChatState) {
    this.#state = state;
  }

  get state(): ChatState {
    return this.#state;
  }

  readonly getState = (): ChatState => this.#state;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  set(patch: Partial<ChatState>): void {
    this.replace({ ...this.#state, ...patch });
  }

  replace(state: ChatState): void {
    this.#state = state;
    if (this.#notifyTimer !== null) clearTimeout(this.#notifyTimer);
    this.#notifyTimer = null;
    for (const listener of this.#listeners) listener();
  }

  /** As `set`, shown together with what comes in the next moment. */
  setSoon(patch: Partial<ChatState>): void {
    this.#state = { ...this.#state, ...patch };
    this.#notifyTimer ??= setTimeout(() => this.replace(this.#state), TEXT_NOTIFY_MS);
  }
}
