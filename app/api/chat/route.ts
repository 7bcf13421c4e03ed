import { after } from "next/server";
import { z } from "zod";
import { answerOfTurn, followTurn, startTurn } from "@/lib/agent/turn";
import { userMessage } from "@/lib/conversations/schema";
import { eventStream, wantsEvents } from "@/lib/http/event-stream";
import { idempotencyKeyOf } from "@/lib/http/idempotency-key";
import { uuid } from "@/lib/http/params";
import { json, userRoutes, withUser } from "@/lib/http/route";
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
    const { turn, done } = await startTurn(ctx, {
      message: body.message,
      conversationId: body.conversation_id ?? null,
      timeZone: body.time_zone,
      idempotencyKey: idempotencyKeyOf(request),
      requestId,
    });
    // The turn goes on when the client leaves: this keeps the process for it.
    after(() => done);
    return wantsEvents(request)
      ? eventStream(followTurn(ctx, turn, request.signal))
      : json(await answerOfTurn(ctx, turn, request.signal));
  }),
});
