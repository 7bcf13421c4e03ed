import { type Follow, frameOf } from "@/lib/agent/sse";
import { listen } from "@/lib/events/listen";
import { eventStream } from "@/lib/http/event-stream";
import { lastEventIdOf } from "@/lib/http/last-event-id";
import { serverOperations } from "@/lib/http/operations/server";
import { routes, withUser } from "@/lib/http/route";
import { whileSignedIn } from "@/lib/http/while-signed-in";
import { stopping } from "@/lib/stopping";

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(serverOperations.events, ({ ctx, request }) => {
    const after = lastEventIdOf(request);
    const follow: Follow = async (tell, signal) => {
      for await (const event of listen(ctx, after, signal)) {
        await tell([frameOf(event)]);
      }
    };
    const until = AbortSignal.any([request.signal, stopping()]);
    return Promise.resolve(eventStream(whileSignedIn(request, follow), until));
  }),
);
