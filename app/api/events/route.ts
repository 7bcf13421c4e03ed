import { listen } from "@/lib/events/listen";
import { eventStream } from "@/lib/http/event-stream";
import { lastEventIdOf } from "@/lib/http/last-event-id";
import { userRoutes, withUser } from "@/lib/http/route";

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  GET: withUser({}, ({ ctx, request }) =>
    Promise.resolve(eventStream(listen(ctx, lastEventIdOf(request), request.signal))),
  ),
});
