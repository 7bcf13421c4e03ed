/**
 * Waiting for something in the database to move, whichever instance moves it: one query for all who wait in this
 * process looks several times a second. Nothing runs while nobody waits.
 */
import type { Database } from "@/db/client";
import { errorLines, log } from "@/lib/log";

/** How far each of `keys` has come. What is missing, or is to be looked at in any case, is at infinity. */
export type Look = (db: Database, keys: string[]) => Promise<ReadonlyMap<string, number>>;

type Waiter = { key: string; seen: number; wake: () => void };

type Watching = { waiters: Set<Waiter>; timer?: NodeJS.Timeout };

const globals = globalThis as typeof globalThis & {
  errandWatching?: Map<string, Map<Database, Watching>>;
};

export class Watch {
  /** `name` tells watches apart; each is one in a process. */
  constructor(
    readonly name: string,
    readonly everyMs: number,
    readonly look: Look,
  ) {}

  get #all(): Map<Database, Watching> {
    const watches = (globals.errandWatching ??= new Map<string, Map<Database, Watching>>());
    const own = watches.get(this.name) ?? new Map<Database, Watching>();
    watches.set(this.name, own);
    return own;
  }

  /** Resolves when `key` has moved beyond `seen`, or `signal` is aborted. */
  async beyond(db: Database, key: string, seen: number, signal: AbortSignal): Promise<void> {
    if (signal.aborted) return;
    const watching = this.#all.get(db) ?? { waiters: new Set() };
    this.#all.set(db, watching);
    await new Promise<void>((resolve) => {
      const waiter = {
        key,
        seen,
        wake: () => {
          watching.waiters.delete(waiter);
          signal.removeEventListener("abort", waiter.wake);
          resolve();
        },
      };
      watching.waiters.add(waiter);
      signal.addEventListener("abort", waiter.wake);
      this.#lookLater(db, watching);
    });
  }

  #lookLater(db: Database, watching: Watching): void {
    watching.timer ??= setTimeout(() => void this.#look(db, watching), this.everyMs).unref();
  }

  async #look(db: Database, watching: Watching): Promise<void> {
    const keys = [...new Set([...watching.waiters].map((waiter) => waiter.key))];
    if (keys.length === 0) {
      delete watching.timer;
      this.#all.delete(db);
      return;
    }
    try {
      const reached = await this.look(db, keys);
      for (const { key, seen, wake } of [...watching.waiters]) {
        if (keys.includes(key) && (reached.get(key) ?? Infinity) > seen) wake();
      }
    } catch (error) {
      // The next look tries again; the listeners' streams stay open meanwhile.
      log().warn({ watch: this.name, ...errorLines(error) }, "looking for events failed");
    }
    delete watching.timer;
    this.#lookLater(db, watching);
  }
}
