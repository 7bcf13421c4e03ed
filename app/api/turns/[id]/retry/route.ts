import { retryTurn } from "@/lib/agent/turn";
import { turnOperations } from "@/lib/http/operations/turns";
import { routes, withUser } from "@/lib/http/route";
import { turnResponse } from "@/lib/http/turn-response";
import { offlineAssistant } from "@/lib/model/choose";

/** Seconds that a platform with a limit lets the turn run; `TURN_TIMEOUT_MS` has to be below it. */
export const maxDuration = 300;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(turnOperations.retry, async ({ ctx, params, body, request, requestId }) => {
    const chosen = body?.assistant === "offline" ? await offlineAssistant() : undefined;
    return turnResponse(request, ctx, await retryTurn(ctx, params.id, requestId, chosen));
  }),
);
