/** Reads what a turn tells, as its listeners get it. */
import type { TurnEvent } from "@/lib/agent/events";
import { followTurn } from "@/lib/agent/follow-turn";
import { followStarted, type StartedTurn } from "@/lib/agent/turn";
import type { Context } from "@/lib/context";
import type { TurnFrame } from "@/lib/conversations/turn-events";

/** Nobody leaves. */
export const never = new AbortController().signal;

/** A frame with its event read. */
export const eventOf = ({ id, data }: TurnFrame): { id: number; event: TurnEvent } => ({
  id,
  event: JSON.parse(data) as TurnEvent,
});

/** The frames of an answer: to the turn's outcome, or to where it has to wait. */
export const answerFrames = async (ctx: Context, started: StartedTurn): Promise<TurnFrame[]> => {
  const frames: TurnFrame[] = [];
  for await (const frame of followStarted(ctx, started, never)) frames.push(frame);
  await started.done;
  return frames;
};

/** The events of an answer. */
export const answerEvents = async (ctx: Context, started: StartedTurn) =>
  (await answerFrames(ctx, started)).map(eventOf);

/** The frames of a turn after number `after`, to its outcome. */
export const framesOf = async (ctx: Context, id: string, after = 0): Promise<TurnFrame[]> => {
  const frames: TurnFrame[] = [];
  for await (const frame of followTurn(ctx, { id }, { after }, never)) frames.push(frame);
  return frames;
};
