/** Reads what a turn tells, as its listeners get it. */
import type { TurnEvent } from "@/lib/agent/events";
import { followTurn } from "@/lib/agent/follow-turn";
import type { Follow } from "@/lib/agent/sse";
import { followStarted, type StartedTurn } from "@/lib/agent/turn";
import type { Context } from "@/lib/context";
import type { TurnFrame } from "@/lib/conversations/turn-events";

/** Nobody leaves. */
export const never = new AbortController().signal;

/** All that is told. */
const collected = async (follow: Follow<TurnFrame>): Promise<TurnFrame[]> => {
  const all: TurnFrame[] = [];
  await follow((frames) => void all.push(...frames), never);
  return all;
};

/** A frame with its event read. */
export const eventOf = ({ id, data }: TurnFrame): { id: number; event: TurnEvent } => ({
  id,
  event: JSON.parse(data) as TurnEvent,
});

/** The frames of an answer: to the turn's outcome, or to where it has to wait. */
export const answerFrames = async (ctx: Context, started: StartedTurn): Promise<TurnFrame[]> => {
  const frames = await collected(followStarted(ctx, started));
  await started.done;
  return frames;
};

/** The events of an answer. */
export const answerEvents = async (ctx: Context, started: StartedTurn) =>
  (await answerFrames(ctx, started)).map(eventOf);

/** The frames of a turn after number `after`, to its outcome. */
export const framesOf = (ctx: Context, id: string, after = 0): Promise<TurnFrame[]> =>
  collected(followTurn(ctx, { id }, { after }));

/** Resolves once a frame of this type was told; rejects where the turn ends without one. */
export const hasTold = async (
  ctx: Context,
  started: StartedTurn,
  type: TurnFrame["type"],
): Promise<void> => {
  const enough = new AbortController();
  await followStarted(ctx, started)((frames) => {
    if (frames.some((frame) => frame.type === type)) enough.abort();
  }, enough.signal);
  if (!enough.signal.aborted) throw new Error(`The turn has told no ${type}.`);
};
