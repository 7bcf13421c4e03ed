/**
 * A turn that runs in this process: what it says, in the order in which it is stored and then shown, whoever listens,
 * and the way to stop it. `event-writer.ts` stores what it says.
 * Running turns live on `globalThis`, for routes and `instrumentation.ts` get different copies of a module.
 */
import type { Database } from "@/db/client";
import { numbered, type TurnFrame } from "@/lib/conversations/turn-events";
import type { TurnEvent } from "./events";
import { writerOf } from "./event-writer";
import type { Tell } from "./sse";

/** The reason that a turn's signal is aborted with when somebody asked for it. */
export class TurnCancelled extends Error {
  override readonly name = "TurnCancelled";
}

/** The reason that a turn's signal is aborted with when its process ends. */
export class TurnInterrupted extends Error {
  override readonly name = "TurnInterrupted";
}

/** The reason that a turn's signal is aborted with when it has taken too long. */
export class TurnTimedOut extends Error {
  override readonly name = "TurnTimedOut";
}

export class LiveTurn {
  /** What is stored of this run, and may be seen. */
  readonly #frames: TurnFrame[] = [];
  /** What has its number and may be stored or not. */
  #unsaved: TurnFrame[] = [];
  /** What has no number yet: words that come in quick succession become one event. */
  #pending: TurnEvent[] = [];
  readonly #abort = new AbortController();
  readonly #listeners = new Set<() => void>();
  #over = false;

  /** The number of this run's first event. */
  readonly firstEvent: number;

  /** `told` is stored already; what follows gets the numbers from `next` on. */
  constructor(
    readonly id: string,
    /** Which run of the turn this is, counted from 1. */
    readonly run: number,
    readonly db: Database,
    next = 1,
    told: readonly TurnFrame[] = [],
  ) {
    this.firstEvent = next;
    this.#frames.push(...told);
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** No event comes any more. */
  get isOver(): boolean {
    return this.#over;
  }

  /** Stops the turn; the model's call is aborted with it. */
  cancel(): void {
    this.#abort.abort(new TurnCancelled("The turn was cancelled."));
  }

  /** Stops the turn because its process ends. */
  interrupt(): void {
    this.#abort.abort(new TurnInterrupted("The process ends."));
  }

  /** Stops the turn because it has taken too long. */
  expire(): void {
    this.#abort.abort(new TurnTimedOut("The turn took too long."));
  }

  /** Takes an event to be stored and then shown. */
  append(event: TurnEvent): void {
    const last = this.#pending.at(-1);
    if (event.type === "text.delta" && last?.type === "text.delta") {
      this.#pending[this.#pending.length - 1] = { ...last, text: last.text + event.text };
      return;
    }
    this.#pending.push(event);
    const latest = this.#unsaved.at(-1) ?? this.#frames.at(-1);
    // The first words after something else are waited for; the rest of a sentence may come in larger pieces.
    const isUrgent = event.type !== "text.delta" || latest?.type !== "text.delta";
    writerOf(this.db).add(this, isUrgent);
  }

  /** For the writer: what is to be stored. The same numbers stand for the same events from here on. */
  unsaved(): readonly TurnFrame[] {
    const next = this.firstEvent + this.#frames.length + this.#unsaved.length;
    this.#unsaved.push(...numbered(this.#pending, next));
    this.#pending = [];
    return this.#unsaved;
  }

  /** For the writer: `frames` are stored. */
  saved(frames: readonly TurnFrame[]): void {
    this.#frames.push(...frames);
    this.#unsaved = this.#unsaved.slice(frames.length);
    this.#wake();
  }

  /** For the writer: what was said can't be stored. Nobody waits for more; the turn ends with `reason`. */
  broken(reason: unknown): void {
    this.#abort.abort(reason);
    this.end();
  }

  /** What is not stored yet, `last` at its end: to be stored together with what that tells of. */
  async closing(last: TurnEvent): Promise<readonly TurnFrame[]> {
    await writerOf(this.db).leave(this);
    const frames = this.unsaved();
    const next = this.firstEvent + this.#frames.length + frames.length;
    return [...frames, ...numbered([last], next)];
  }

  /** No event comes after these, which are stored. */
  end(frames: readonly TurnFrame[] = []): void {
    if (this.#over) return;
    this.#frames.push(...frames);
    this.#over = true;
    this.#wake();
  }

  #wake(): void {
    for (const listener of this.#listeners) listener();
  }

  /** Resolves after the last event, or when `signal` is aborted. */
  over(signal: AbortSignal): Promise<void> {
    return this.tellAfter(Infinity, () => undefined, signal);
  }

  /**
   * Tells what is stored of this run after number `after`, and what comes, until the turn ends or `signal` is aborted;
   * any number of listeners, each as fast as it likes. Rejects with what `tell` throws.
   */
  tellAfter(after: number, tell: Tell<TurnFrame>, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      let next = Math.max(after + 1 - this.firstEvent, 0);
      let isBusy = false;
      const stop = () => {
        this.#listeners.delete(listener);
        signal.removeEventListener("abort", leave);
      };
      const leave = () => {
        stop();
        resolve();
      };
      const fail = (error: Error) => {
        stop();
        reject(error);
      };
      const listener = () => {
        if (isBusy || signal.aborted) return;
        const frames = this.#frames.slice(next);
        next += frames.length;
        try {
          const taken = frames.length > 0 ? tell(frames) : undefined;
          if (taken) {
            isBusy = true;
            taken.then(() => {
              isBusy = false;
              listener();
            }, fail);
          } else if (this.#over) {
            leave();
          }
        } catch (error) {
          fail(error as Error);
        }
      };
      this.#listeners.add(listener);
      signal.addEventListener("abort", leave);
      if (signal.aborted) leave();
      else listener();
    });
  }
}

const globals = globalThis as typeof globalThis & { errandLiveTurns?: Map<string, LiveTurn> };

/** The turns that run in this process, by id. */
export const liveTurns = (): Map<string, LiveTurn> =>
  (globals.errandLiveTurns ??= new Map<string, LiveTurn>());
