/** A turn that was started, as the client asked for it: a stream of its events, or its answer as JSON. */
import { after } from "next/server";
import { answerOfTurn, followStarted, type StartedTurn } from "@/lib/agent/turn";
import type { Context } from "@/lib/context";
import { eventStream, wantsEvents } from "./event-stream";
import { json } from "./route";

export const turnResponse = async (
  request: Request,
  ctx: Context,
  started: StartedTurn,
): Promise<Response> => {
  // The turn goes on when the client leaves: this keeps the process for it.
  after(() => started.done);
  // The model is asked first; what the answer needs to begin can wait that long.
  await new Promise(setImmediate);
  return wantsEvents(request)
    ? eventStream(followStarted(ctx, started), request.signal)
    : json(await answerOfTurn(ctx, started.turn, request.signal));
};
