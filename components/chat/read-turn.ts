/**
 * Reads a turn to its end, over as many connections as it takes: what breaks one, such as a lost network or a server
 * that starts again, is waited out, and the next goes on after the last event that was heard. Used by `chat.ts`.
 */
import { ApiError } from "@/components/api";
import type { NumberedEvent } from "@/lib/agent/events";
import type { Connection } from "./chat-state";

export type TurnReader = {
  /** The turn's events after number `last`. */
  open(turnId: string, last: number, signal: AbortSignal): Promise<AsyncIterable<NumberedEvent>>;
  take(event: NumberedEvent): void;
  /** How far the reading came; without a turn's id nothing can be gone on with. */
  progress(): { turnId: string | null; last: number; isOver: boolean };
  connection(state: Connection): void;
  isOnline(): boolean;
  /** Resolves after `ms`, earlier when the network is back; at once when `signal` is aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
};

const RETRY_FIRST_MS = 500;
const RETRY_SLOWEST_MS = 5000;

/** What another connection would not change. */
const isFinal = (error: unknown): boolean =>
  error instanceof ApiError && error.status >= 400 && error.status < 500 && error.status !== 429;

/**
 * Reads `first`, or else opens a stream, until the turn is over or `signal` is aborted. Throws what can't be mended
 * by trying again, and what breaks `first` before the turn has an id; null where that just ended.
 */
export const readTurn = async (
  reader: TurnReader,
  first: AsyncIterable<NumberedEvent> | null,
  signal: AbortSignal,
): Promise<void> => {
  let events = first;
  let pause = RETRY_FIRST_MS;
  for (;;) {
    let thrown: unknown = null;
    const { turnId, last } = reader.progress();
    try {
      if (turnId !== null) events ??= await reader.open(turnId, last, signal);
      reader.connection("live");
      for await (const event of events ?? []) {
        if (signal.aborted) return;
        reader.take(event);
        pause = RETRY_FIRST_MS;
      }
    } catch (error) {
      thrown = error;
    }
    const now = reader.progress();
    if (signal.aborted || now.isOver) return;
    if (now.turnId === null || isFinal(thrown)) throw thrown;
    // A stream that just ended, as one does when its server is told to stop, is hardly worth a word.
    if (!reader.isOnline()) reader.connection("offline");
    else if (thrown !== null) reader.connection("lost");
    await reader.wait(pause, signal);
    if (signal.aborted) return;
    pause = Math.min(pause * 2, RETRY_SLOWEST_MS);
    events = null;
  }
};
