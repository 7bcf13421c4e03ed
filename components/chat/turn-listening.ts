/**
 * Hearing the turn that runs in a chat: reads its events, over as many connections as it takes, and folds them into
 * the chat's state. One turn at a time. Used by `chat.ts`, which is told where the turn begins, waits and ends.
 */
import type { NumberedEvent } from "@/lib/agent/events";
import { applyEvent, EMPTY_TRANSCRIPT } from "@/lib/agent/transcript";
import type { Change } from "@/lib/tasks/schema";
import type { ChatApi } from "./chat-api";
import { type LiveTurn, withHeld, withLiveEnded } from "./chat-state";
import type { ChatStore } from "./chat-store";
import { readTurn, type TurnReader } from "./read-turn";

export type TurnMoments = {
  /** The turn has an id, and a new conversation as well. */
  begun(turnId: string, conversationId: string): void;
  /** Rows of the ledger, of a turn of this page's. */
  changed(changes: readonly Change[]): void;
  titled(conversationId: string, title: string): void;
  /** It waits for a yes, or has its outcome; the state says which. */
  paused(): void;
};

/** Its stream goes on: it runs or, where this page only follows, waits for a yes that may have been given. */
const isUnderWay = ({ transcript: { status }, isOwn }: LiveTurn): boolean =>
  status === "running" || (status === "awaiting_approval" && !isOwn);

const now = (): string => new Date().toISOString();

export class TurnListening {
  readonly #store: ChatStore;
  readonly #api: Pick<ChatApi, "events" | "turn">;
  readonly #network: Pick<TurnReader, "isOnline" | "wait">;
  readonly #moments: TurnMoments;
  #reading: AbortController | null = null;

  constructor(
    store: ChatStore,
    api: Pick<ChatApi, "events" | "turn">,
    network: Pick<TurnReader, "isOnline" | "wait">,
    moments: TurnMoments,
  ) {
    this.#store = store;
    this.#api = api;
    this.#network = network;
    this.#moments = moments;
  }

  /** From `start` until the turn waits or ends, or `stop`. */
  get isOn(): boolean {
    return this.#reading !== null;
  }

  start(): AbortSignal {
    this.stop();
    this.#reading = new AbortController();
    return this.#reading.signal;
  }

  stop(): void {
    this.#reading?.abort();
    this.#reading = null;
  }

  /**
   * Reads the turn to where it waits or ends, from `events` or, without, from where it was left. Throws what another
   * connection can't mend; and, before the turn has an id, whatever broke `events` (null: they just ended).
   */
  async read(events: AsyncIterable<NumberedEvent> | null, signal: AbortSignal): Promise<void> {
    await readTurn(this.#reader(), events, signal);
    if (signal.aborted) return;
    this.#reading = null;
    this.#store.replace(withLiveEnded(this.#store.state, now()));
    this.#moments.paused();
  }

  #reader(): TurnReader {
    return {
      open: (turnId, last, signal) => this.#api.events(turnId, last, signal),
      isOnline: () => this.#network.isOnline(),
      wait: (ms, signal) => this.#network.wait(ms, signal),
      take: (event) => this.#take(event),
      progress: () => {
        const { live } = this.#store.state;
        return {
          turnId: live?.transcript.turnId ?? null,
          last: live?.last ?? 0,
          isOver: live === null || !isUnderWay(live),
        };
      },
      connection: (connection) => {
        if (connection !== this.#store.state.connection) this.#store.set({ connection });
      },
    };
  }

  #take({ id, event }: NumberedEvent): void {
    const before = this.#store.state.live;
    // The first event is a beginning, wherever one was.
    if (!before || (id <= before.last && id !== 1)) return;
    const transcript = applyEvent(id === 1 ? EMPTY_TRANSCRIPT : before.transcript, event);
    const live = { ...before, transcript, last: id };
    // The end is shown once the stream has ended: another try may follow it.
    if (event.type === "text.delta" || !isUnderWay(live)) this.#store.setSoon({ live });
    else this.#store.set({ live });
    if (event.type === "turn.started" && before.transcript.turnId === null) {
      this.#moments.begun(event.turn_id, event.conversation_id);
    }
    // What was done before this page listened, it has loaded.
    if (event.type === "tool.finished" && live.isOwn && event.changes.length > 0) {
      this.#moments.changed(event.changes);
    }
    if (event.type === "conversation.titled") {
      this.#moments.titled(event.conversation_id, event.title);
    }
    if (event.type === "approval.required") void this.#waits(live);
  }

  /** The question may be an old one, in a turn that was decided elsewhere before this page listened. */
  async #waits({ isOwn, transcript: { turnId } }: LiveTurn): Promise<void> {
    if (turnId === null) return;
    if (!isOwn) {
      const { status } = await this.#api.turn(turnId).catch(() => ({ status: "running" }));
      const shown = this.#store.state.live?.transcript;
      if (status !== "awaiting_approval" || shown?.turnId !== turnId) return;
      if (shown.status !== "awaiting_approval") return;
    }
    this.stop();
    this.#store.replace(withHeld(this.#store.state, now()));
    this.#moments.paused();
  }
}
