/**
 * Turn events as Server-Sent Events: the server writes them with `encodeFrame`, the page reads them with `readEvents`.
 * Browser-safe, and without zod at run time: what the page reads comes from our own server.
 */
import { EventSourceParserStream } from "eventsource-parser/stream";
import type { NumberedEvent, TurnEvent } from "./events";

/** A comment that keeps proxies from closing a quiet stream; readers don't see it. */
export const KEEP_ALIVE = ": keep-alive\n\n";

/** Every type this page understands; the compiler keeps it whole. */
const KNOWN: Record<TurnEvent["type"], true> = {
  "turn.started": true,
  "text.delta": true,
  "tool.started": true,
  "tool.finished": true,
  "approval.required": true,
  "assistant.changed": true,
  "conversation.titled": true,
  "turn.completed": true,
  "turn.cancelled": true,
  "turn.failed": true,
};

/** An event as the wire carries it: `data` is one line of JSON and repeats `type`. */
export type Frame<Type extends string = string> = { id: number; type: Type; data: string };

/**
 * Takes frames as they come, those that come together; when it gives a promise, nothing more is told before that
 * resolves.
 */
export type Tell<Told = Frame> = (frames: readonly Told[]) => void | Promise<void>;

/**
 * Tells the frames of something that goes on; resolves at its end, or when `signal` is aborted, after which nothing is
 * told.
 */
export type Follow<Told = Frame> = (tell: Tell<Told>, signal: AbortSignal) => Promise<void>;

export const frameOf = <Event extends { type: string }>({
  id,
  event,
}: {
  id: number;
  event: Event;
}): Frame<Event["type"]> => ({ id, type: event.type, data: JSON.stringify(event) });

/** The bytes of a frame. */
export const encodeFrame = ({ id, type, data }: Frame): string =>
  `id: ${id}\nevent: ${type}\ndata: ${data}\n\n`;

const isTurnEvent = (value: unknown): value is TurnEvent =>
  typeof value === "object" &&
  value !== null &&
  "type" in value &&
  typeof value.type === "string" &&
  Object.hasOwn(KNOWN, value.type);

/**
 * The events of a response's body, in order, as they arrive. Comments and types that a newer server may send are
 * skipped. Ends when the stream ends, which may be before the turn does: the caller looks at the last event.
 * Throws what the body throws (a lost connection, an aborted fetch), and `SyntaxError` on data that is not JSON.
 * Leaving the loop closes the stream.
 */
export async function* readEvents(body: ReadableStream<Uint8Array>): AsyncGenerator<NumberedEvent> {
  const reader = body
    // The DOM types call the decoder's input BufferSource, of which Uint8Array is one.
    .pipeThrough(new TextDecoderStream() as TransformStream<Uint8Array, string>)
    .pipeThrough(new EventSourceParserStream())
    .getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const event: unknown = JSON.parse(value.data);
      if (isTurnEvent(event)) yield { id: Number(value.id), event };
    }
  } finally {
    // A body that has already failed refuses to be cancelled; its error is on the way to the caller.
    await reader.cancel().catch(() => undefined);
  }
}
