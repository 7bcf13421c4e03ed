/**
 * What a person has typed and not sent, for each conversation. Kept for the tab's life in `sessionStorage`, under
 * the person's id: it survives a reload and a new sign-in, and nobody else at the same machine finds it. With it,
 * what was sent and may not have arrived.
 */
import type { Unsettled } from "./unsettled";

/** The part of `Storage` that drafts need. */
export type DraftStorage = Pick<Storage, "getItem" | "setItem" | "removeItem">;

/** Longer drafts live in memory only: storage is small and slow. */
const STORED_MAX = 50_000;

/** In the place of the id of a conversation that has not begun. */
const NEW = "new";

export class Drafts {
  readonly #storage: DraftStorage | null;
  readonly #prefix: string;
  readonly #sendingPrefix: string;
  readonly #texts = new Map<string, string>();
  readonly #sendings = new Map<string, Unsettled | null>();
  readonly #listeners = new Set<() => void>();

  /** `storage` is null where there is none: on the server, or where the browser forbids it. */
  constructor(userId: string, storage: DraftStorage | null) {
    this.#storage = storage;
    this.#prefix = `errand.draft.${userId}.`;
    this.#sendingPrefix = `errand.sending.${userId}.`;
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

  /** Takes `text`, which was put back, out of the draft again. False where it is not there as it was. */
  takeOut(conversationId: string | null, text: string): boolean {
    const typed = this.get(conversationId);
    if (typed !== text && !typed.startsWith(`${text}\n\n`)) return false;
    this.set(conversationId, typed.slice(text.length).trimStart());
    return true;
  }

  /** The sending of a conversation whose fate is unknown. */
  unsettled(conversationId: string | null): Unsettled | null {
    const key = this.#sendingPrefix + (conversationId ?? NEW);
    const known = this.#sendings.get(key);
    if (known !== undefined) return known;
    const stored = this.#read(key);
    // Written by `setUnsettled` alone.
    const sending = stored === "" ? null : (JSON.parse(stored) as Unsettled);
    this.#sendings.set(key, sending);
    return sending;
  }

  setUnsettled(conversationId: string | null, sending: Unsettled | null): void {
    const key = this.#sendingPrefix + (conversationId ?? NEW);
    this.#sendings.set(key, sending);
    this.#write(key, sending === null ? "" : JSON.stringify(sending));
  }

  move(from: string | null, to: string | null): void {
    const text = this.get(from);
    this.set(from, "");
    this.set(to, text);
  }

  #key(conversationId: string | null): string {
    return this.#prefix + (conversationId ?? NEW);
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
