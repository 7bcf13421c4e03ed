import { followTurn } from "@/lib/agent/follow-turn";
import { getTurn } from "@/lib/conversations/turns";
import { eventStream } from "@/lib/http/event-stream";
import { lastEventIdOf } from "@/lib/http/last-event-id";
import { turnOperations } from "@/lib/http/operations/turns";
import { routes, withUser } from "@/lib/http/route";
import { whileSignedIn } from "@/lib/http/while-signed-in";

/** Seconds that a platform with a limit lets one connection last; the client goes on with the next. */
export const maxDuration = 300;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(turnOperations.events, async ({ ctx, params, request }) => {
    const after = lastEventIdOf(request) ?? 0;
    const turn = await getTurn(ctx, params.id);
    // A turn may wait for days before it goes on; its words come many a second.
    const follow = whileSignedIn(
      request,
      followTurn(ctx, turn, { after }),
      ({ type }) => type === "text.delta",
    );
    return eventStream(follow, request.signal);
  }),
);
