/**
 * The person's events in the browser, with one connection for all tabs: a browser gives a host six over HTTP/1.1, and
 * streams that stay open would leave none for the page.
 *
 * The tabs compete for a lock; who has it listens to the server and passes everything on over a channel. When that
 * tab goes, the lock falls to another. Where locks or channels are missing, each tab listens for itself.
 * Used through `use-live-events.ts`; the parts of the browser are ports, so that tests can play them.
 */
import type { UserEvent } from "@/lib/events/schema";

/** What listeners hear. `resync`: events may have been missed, so what is shown is to be asked for again. */
export type LiveMessage = { type: "resync" } | UserEvent;

type Channel = {
  post(message: LiveMessage): void;
  listen(onMessage: (message: LiveMessage) => void): void;
  close(): void;
};

type Source = { close(): void };

export type LivePorts = {
  /** Opens the server's stream. `onLost`: it ended for good and has to be opened anew. */
  connect(on: { open: () => void; event: (event: UserEvent) => void; lost: () => void }): Source;
  /** Null where tabs cannot talk to each other. */
  channel: (() => Channel) | null;
  /** Calls `work` while this tab, alone among all, has the lock; until the promise settles. Null without locks. */
  lead: ((work: () => Promise<void>, signal: AbortSignal) => Promise<void>) | null;
  /** Resolves after `ms`, at once when `signal` is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
};

const RETRY_FIRST_MS = 1000;
const RETRY_SLOWEST_MS = 60_000;
/** By then a free lock is taken. */
const SETTLED_MS = 500;

export class LiveFeed {
  readonly #ports: LivePorts;
  readonly #listeners = new Set<(message: LiveMessage) => void>();
  #running: AbortController | null = null;

  constructor(ports: LivePorts) {
    this.#ports = ports;
  }

  /** Hears every message from now on, until the returned function is called. */
  readonly subscribe = (listener: (message: LiveMessage) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  start(): void {
    if (this.#running) return;
    this.#running = new AbortController();
    void this.#run(this.#running.signal);
  }

  stop(): void {
    this.#running?.abort();
    this.#running = null;
  }

  async #run(signal: AbortSignal): Promise<void> {
    const { channel, lead } = this.#ports;
    if (!channel || !lead) return this.#listen(signal, (message) => this.#tell(message));
    const tabs = channel();
    signal.addEventListener("abort", () => tabs.close());
    tabs.listen((message) => this.#tell(message));
    let leads = false;
    void lead(() => {
      leads = true;
      return this.#listen(signal, (message) => {
        tabs.post(message);
        this.#tell(message);
      });
    }, signal);
    // What has changed since the server rendered the page. Who leads is told so with the connection.
    await this.#ports.wait(SETTLED_MS, signal);
    if (!leads && !signal.aborted) this.#tell({ type: "resync" });
  }

  /** Listens to the server, again and again, until `signal` is aborted. */
  async #listen(signal: AbortSignal, tell: (message: LiveMessage) => void): Promise<void> {
    let pause = RETRY_FIRST_MS;
    while (!signal.aborted) {
      await new Promise<void>((resolve) => {
        let opened = false;
        const source = this.#ports.connect({
          open: () => {
            pause = RETRY_FIRST_MS;
            // The browser mends short breaks by itself and goes on where it was; this is a new beginning.
            if (!opened) tell({ type: "resync" });
            opened = true;
          },
          event: tell,
          lost: () => {
            source.close();
            resolve();
          },
        });
        signal.addEventListener("abort", () => {
          source.close();
          resolve();
        });
      });
      await this.#ports.wait(pause, signal);
      pause = Math.min(pause * 2, RETRY_SLOWEST_MS);
    }
  }

  #tell(message: LiveMessage): void {
    if (this.#running === null) return;
    for (const listener of this.#listeners) listener(message);
  }
}
