import { decideTurn } from "@/lib/agent/turn";
import { turnOperations } from "@/lib/http/operations/turns";
import { routes, withUser } from "@/lib/http/route";
import { turnResponse } from "@/lib/http/turn-response";

/** Seconds that a platform with a limit lets the turn go on; `TURN_TIMEOUT_MS` has to be below it. */
export const maxDuration = 300;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(turnOperations.decide, async ({ ctx, params, body, request, requestId }) =>
    turnResponse(
      request,
      ctx,
      await decideTurn(ctx, params.id, body.decision, requestId, { approvalId: body.approval_id }),
    ),
  ),
);
