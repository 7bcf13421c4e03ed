/** Numbered events as a Server-Sent Events response. */
import { encodeFrame, type Follow, KEEP_ALIVE, type Tell } from "@/lib/agent/sse";

const KEEP_ALIVE_MS = 15_000;
/** What may wait to be sent to a client that reads slowly, in bytes; until it has read on, nothing more is taken. */
const HIGH_WATER_MARK = 64 * 1024;

/** Whether the client asked for a stream. JSON is the default. */
export const wantsEvents = (request: Request): boolean =>
  (request.headers.get("accept") ?? "").toLowerCase().includes("text/event-stream");

/**
 * Streams what `follow` tells as it comes, with a comment every 15 seconds. A client that leaves ends only the
 * listening; so does `until`.
 */
export const eventStream = (follow: Follow, until: AbortSignal): Response => {
  const encoder = new TextEncoder();
  const left = new AbortController();
  const over = AbortSignal.any([left.signal, until]);
  let goOn: () => void = () => undefined;
  let keepAlive: NodeJS.Timeout;

  const start = (controller: ReadableStreamDefaultController<Uint8Array>) => {
    const hasRoom = () => (controller.desiredSize ?? 0) > 0;
    const tell: Tell = (frames) => {
      if (over.aborted) return;
      controller.enqueue(encoder.encode(frames.map(encodeFrame).join("")));
      if (!hasRoom()) return new Promise((resolve) => (goOn = resolve));
    };
    keepAlive = setInterval(() => {
      if (hasRoom()) controller.enqueue(encoder.encode(KEEP_ALIVE));
    }, KEEP_ALIVE_MS);
    follow(tell, over)
      .finally(() => clearInterval(keepAlive))
      .then(
        () => {
          if (!left.signal.aborted) controller.close();
        },
        (error: unknown) => {
          if (!left.signal.aborted) controller.error(error);
        },
      );
  };
  const body = new ReadableStream<Uint8Array>(
    {
      start,
      pull: () => goOn(),
      cancel() {
        clearInterval(keepAlive);
        left.abort();
        goOn();
      },
    },
    new ByteLengthQueuingStrategy({ highWaterMark: HIGH_WATER_MARK }),
  );
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      // nginx would hold the stream back.
      "X-Accel-Buffering": "no",
    },
  });
};
