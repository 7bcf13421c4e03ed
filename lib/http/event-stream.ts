/** Numbered events as a Server-Sent Events response. */
import { encodeFrame, type Frame, KEEP_ALIVE } from "@/lib/agent/sse";

const KEEP_ALIVE_MS = 15_000;

/** Whether the client asked for a stream. JSON is the default. */
export const wantsEvents = (request: Request): boolean =>
  (request.headers.get("accept") ?? "").toLowerCase().includes("text/event-stream");

/** Streams `frames` as they come, with a comment every 15 seconds. A client that leaves ends only the listening. */
export const eventStream = (frames: AsyncGenerator<Frame, void>): Response => {
  const encoder = new TextEncoder();
  let keepAlive: NodeJS.Timeout;
  let left = false;
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      keepAlive = setInterval(() => controller.enqueue(encoder.encode(KEEP_ALIVE)), KEEP_ALIVE_MS);
    },
    async pull(controller) {
      try {
        const { done, value } = await frames.next();
        if (left) return;
        if (!done) {
          controller.enqueue(encoder.encode(encodeFrame(value)));
          return;
        }
        clearInterval(keepAlive);
        controller.close();
      } catch (error) {
        clearInterval(keepAlive);
        if (!left) controller.error(error);
      }
    },
    cancel() {
      left = true;
      clearInterval(keepAlive);
      // Not awaited: it settles with the event that the listener is waiting for.
      void frames.return(undefined);
    },
  });
  return new Response(body, {
    headers: {
      "Content-Type": "text/event-stream; charset=utf-8",
      "Cache-Control": "no-store, no-transform",
      // nginx would hold the stream back.
      "X-Accel-Buffering": "no",
    },
  });
};
