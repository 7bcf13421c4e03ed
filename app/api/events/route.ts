import { type Frame, frameOf } from "@/lib/agent/sse";
import { listen } from "@/lib/events/listen";
import type { NumberedUserEvent } from "@/lib/events/schema";
import { eventStream } from "@/lib/http/event-stream";
import { lastEventIdOf } from "@/lib/http/last-event-id";
import { serverOperations } from "@/lib/http/operations/server";
import { routes, withUser } from "@/lib/http/route";
import { whileSignedIn } from "@/lib/http/while-signed-in";
import { stopping } from "@/lib/stopping";

async function* framesOf(events: AsyncIterable<NumberedUserEvent>): AsyncGenerator<Frame, void> {
  for await (const event of events) yield frameOf(event);
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(serverOperations.events, ({ ctx, request }) => {
    const signal = AbortSignal.any([request.signal, stopping()]);
    const events = listen(ctx, lastEventIdOf(request), signal);
    return Promise.resolve(eventStream(framesOf(whileSignedIn(request, events))));
  }),
);
