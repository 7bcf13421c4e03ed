import { startTurn } from "@/lib/agent/turn";
import { idempotencyKeyOf } from "@/lib/http/idempotency-key";
import { turnOperations } from "@/lib/http/operations/turns";
import { routes, withUser } from "@/lib/http/route";
import { turnResponse } from "@/lib/http/turn-response";

/** Seconds that a platform with a limit lets the turn run; `TURN_TIMEOUT_MS` has to be below it. */
export const maxDuration = 300;

export const { GET, POST, PUT, PATCH, DELETE, OPTIONS } = routes(
  withUser(turnOperations.chat, async ({ ctx, body, request, requestId }) => {
    const started = await startTurn(ctx, {
      message: body.message,
      conversationId: body.conversation_id ?? null,
      timeZone: body.time_zone,
      idempotencyKey: idempotencyKeyOf(request),
      requestId,
    });
    return turnResponse(request, ctx, started);
  }),
);
