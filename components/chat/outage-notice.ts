/** The notice of a chat, where it is about a server that can't be reached: then it is over when the server is back. */
import { isOutage } from "@/components/api";
import type { ChatStore } from "./chat-store";
import { sentenceOf } from "./refusal";

export class OutageNotice {
  #isShown = false;

  constructor(private readonly store: ChatStore) {}

  get isShown(): boolean {
    return this.#isShown;
  }

  /** The sentence of a notice; remembers whether the server's return ends it. */
  sentenceOf(error: unknown, lost?: string): string {
    this.#isShown = isOutage(error);
    return sentenceOf(error, lost);
  }

  /** Shows the notice of `error` while `work` is done: that this works does not end what is said about what did not. */
  async keep(notice: string | null, error: unknown, work: () => Promise<void>): Promise<void> {
    this.#isShown = false;
    this.store.set({ notice });
    await work();
    this.#isShown = isOutage(error);
  }

  /** The server answers again. */
  end(): void {
    if (this.#isShown) this.store.set({ notice: null });
    this.#isShown = false;
  }
}
