import type { NextRequest } from "next/server";
import { type Frame, frameOf } from "@/lib/agent/sse";
import { isSignedIn } from "@/lib/auth/require-user";
import { listen } from "@/lib/events/listen";
import type { NumberedUserEvent } from "@/lib/events/schema";
import { eventStream } from "@/lib/http/event-stream";
import { lastEventIdOf } from "@/lib/http/last-event-id";
import { serverOperations } from "@/lib/http/operations/server";
import { routes, withUser } from "@/lib/http/route";
import { stopping } from "@/lib/stopping";

/** A stream outlives many requests; when its session is ended, so is what it tells. */
async function* whileSignedIn(
  request: NextRequest,
  events: AsyncGenerator<NumberedUserEvent, void>,
): AsyncGenerator<Frame, void> {
  for await (const event of events) {
    if (!(await isSignedIn(request))) return;
    yield frameOf(event);
  }
}

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(serverOperations.events, ({ ctx, request }) =>
    Promise.resolve(
      eventStream(
        whileSignedIn(
          request,
          listen(ctx, lastEventIdOf(request), AbortSignal.any([request.signal, stopping()])),
        ),
      ),
    ),
  ),
);
