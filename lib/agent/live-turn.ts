/**
 * A turn that runs in this process: its events so far, whoever listens, and the way to stop it.
 * Running turns live on `globalThis`, for routes and `instrumentation.ts` get different copies of a module.
 */
import type { Database } from "@/db/client";
import type { NumberedEvent, TurnEvent } from "./events";

/** The reason that a turn's signal is aborted with when somebody asked for it. */
class TurnCancelled extends Error {
  override readonly name = "TurnCancelled";
}

export class LiveTurn {
  readonly #events: NumberedEvent[] = [];
  readonly #abort = new AbortController();
  #waiting: (() => void)[] = [];
  #ended = false;
  #settle: () => void = () => undefined;

  /** Settles after the last event. */
  readonly ended = new Promise<void>((resolve) => {
    this.#settle = resolve;
  });

  /** `firstEvent`: the number of the first event, 1 unless the turn goes on after a wait. */
  constructor(
    readonly id: string,
    /** Which run of the turn this is, counted from 1. */
    readonly run: number,
    readonly db: Database,
    readonly firstEvent = 1,
  ) {}

  /** The number that the next event gets. */
  get nextEvent(): number {
    return this.firstEvent + this.#events.length;
  }

  get signal(): AbortSignal {
    return this.#abort.signal;
  }

  /** Stops the turn; the model's call is aborted with it. */
  cancel(): void {
    this.#abort.abort(new TurnCancelled("The turn was cancelled."));
  }

  append(event: TurnEvent): void {
    this.#events.push({ id: this.nextEvent, event });
    this.#wake();
  }

  /** No event comes after this. */
  end(): void {
    this.#ended = true;
    this.#settle();
    this.#wake();
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  /** All events of this run from its first one on, live until the turn ends; any number of listeners. */
  async *events(): AsyncGenerator<NumberedEvent, void> {
    for (let next = 0; ;) {
      const event = this.#events[next];
      if (event) {
        next += 1;
        yield event;
      } else if (this.#ended) {
        return;
      } else {
        await new Promise<void>((resolve) => this.#waiting.push(resolve));
      }
    }
  }
}

const globals = globalThis as typeof globalThis & { errandLiveTurns?: Map<string, LiveTurn> };

/** The turns that run in this process, by id. */
export const liveTurns = (): Map<string, LiveTurn> =>
  (globals.errandLiveTurns ??= new Map<string, LiveTurn>());
