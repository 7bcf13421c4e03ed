import { z } from "zod";
import { decideTurn } from "@/lib/agent/turn";
import { idParams, uuid } from "@/lib/http/params";
import { userRoutes, withUser } from "@/lib/http/route";
import { turnResponse } from "@/lib/http/turn-response";

/** Seconds that a platform with a limit lets the turn go on; `TURN_TIMEOUT_MS` has to be below it. */
export const maxDuration = 300;

const body = z.strictObject({
  decision: z.enum(["approve", "reject"], { error: "The decision is approve or reject." }),
  /** What was shown when it was decided; a repeat then can't approve what came after. */
  approval_id: uuid.optional(),
});

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ params: idParams, body }, async ({ ctx, params, body, request, requestId }) =>
    turnResponse(
      request,
      ctx,
      await decideTurn(ctx, params.id, body.decision, requestId, { approvalId: body.approval_id }),
    ),
  ),
});
