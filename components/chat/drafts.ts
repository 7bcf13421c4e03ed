/**
 * What a person has typed and not sent, for each conversation. Kept for the tab's life in `sessionStorage`, under
 * the person's id: it survives a reload and a new sign-in, and nobody else at the same machine finds it.
 */

/** The part of `Storage` that drafts need. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Longer drafts live in memory only: storage is small and slow. */
const STORED_MAX = 50_000;

export class Drafts {
  readonly #storage: DraftStorage | null;
  readonly #prefix: string;
  readonly #texts = new Map<string, string>();
  readonly #listeners = new Set<() => void>();

  /** `storage` is null where there is none: on the server, or where the browser forbids it. */
  constructor(userId: string, storage: DraftStorage | null) {
    this.#storage = storage;
    this.#prefix = `errand.draft.${userId}.`;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  /** The draft of a conversation; null names the one that has not begun. */
  get(conversationId: string | null): string {
    const key = this.#key(conversationId);
    const text = this.#texts.get(key);
    if (text !== undefined) return text;
    const stored = this.#read(key);
    this.#texts.set(key, stored);
    return stored;
  }

  set(conversationId: string | null, text: string): void {
    const key = this.#key(conversationId);
    this.#texts.set(key, text);
    this.#write(key, text);
    for (const listener of this.#listeners) listener();
  }

  /** Text that was not sent comes back, before what has been typed since. */
  putBack(conversationId: string | null, text: string): void {
    const typed = this.get(conversationId);
    const isAll = typed.trim() === "" || typed === text;
    this.set(conversationId, isAll ? text : `${text}\n\n${typed}`);
  }

  move(from: string | null, to: string | null): void {
    const text = this.get(from);
    this.set(from, "");
    this.set(to, text);
  }

  #key(conversationId: string | null): string {
    return this.#prefix + (conversationId ?? "new");
  }

  #read(key: string): string {
    try {
      return this.#storage?.getItem(key) ?? "";
    } catch {
      // Storage may be forbidden or broken: drafts then last as long as the page.
      return "";
    }
  }

  #write(key: string, text: string): void {
    try {
      if (text === "" || text.length > STORED_MAX) this.#storage?.removeItem(key);
      else this.#storage?.setItem(key, text);
    } catch {
      // As above, and it may be full.
    }
  }
}
