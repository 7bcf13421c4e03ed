import { z } from "zod";
import { retryTurn } from "@/lib/agent/turn";
import { idParams } from "@/lib/http/params";
import { userRoutes, withUser } from "@/lib/http/route";
import { turnResponse } from "@/lib/http/turn-response";
import { offlineAssistant } from "@/lib/model/choose";

/** Seconds that a platform with a limit lets the turn run; `TURN_TIMEOUT_MS` has to be below it. */
export const maxDuration = 300;

const body = z
  .strictObject({
    assistant: z.literal("offline", { error: "The assistant is offline, or left out." }).optional(),
  })
  .optional();

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ params: idParams, body }, async ({ ctx, params, body, request, requestId }) => {
    const chosen = body?.assistant === "offline" ? await offlineAssistant() : undefined;
    return turnResponse(request, ctx, await retryTurn(ctx, params.id, requestId, chosen));
  }),
});
