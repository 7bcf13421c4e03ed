import { z } from "zod";
import { startTurn } from "@/lib/agent/turn";
import { userMessage } from "@/lib/conversations/schema";
import { idempotencyKeyOf } from "@/lib/http/idempotency-key";
import { uuid } from "@/lib/http/params";
import { userRoutes, withUser } from "@/lib/http/route";
import { turnResponse } from "@/lib/http/turn-response";
import { timeZone } from "@/lib/users/schema";

/** Seconds that a platform with a limit lets the turn run; `TURN_TIMEOUT_MS` has to be below it. */
export const maxDuration = 300;

const body = z.strictObject({
  message: userMessage,
  conversation_id: uuid.nullish(),
  time_zone: timeZone.optional(),
});

export const { GET, POST, PUT, PATCH, DELETE } = userRoutes({
  POST: withUser({ body }, async ({ ctx, body, request, requestId }) => {
    const started = await startTurn(ctx, {
      message: body.message,
      conversationId: body.conversation_id ?? null,
      timeZone: body.time_zone,
      idempotencyKey: idempotencyKeyOf(request),
      requestId,
    });
    return turnResponse(request, ctx, started);
  }),
});
