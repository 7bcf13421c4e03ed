/**
 * Following a turn, wherever it runs: what is stored of it, and what comes, until it has its outcome. Its own process
 * shows what it has just stored; any other looks several times a second. Called by `turn.ts` and the events route.
 */
import type { Context } from "@/lib/context";
import { rebuiltEvents } from "@/lib/conversations/rebuild-events";
import {
  eventsAfter,
  FRAMES_PER_PAGE,
  lastNumber,
  lastNumbers,
  type TurnFrame,
} from "@/lib/conversations/turn-events";
import { findTurn, getTurn, getTurnParts, type TurnRow } from "@/lib/conversations/turns";
import { Watch } from "@/lib/events/watch";
import { stopping } from "@/lib/stopping";
import { liveTurns } from "./live-turn";
import type { Follow, Tell } from "./sse";

const LOOK_MS = 200;

const moving = new Watch("turns", LOOK_MS, lastNumbers);

/** Whether nothing of this turn comes after `frame` in an answer that ends where the turn has to wait. */
const endsAnswer = ({ type }: TurnFrame): boolean =>
  type === "approval.required" || endsTurn({ type });

const endsTurn = ({ type }: Pick<TurnFrame, "type">): boolean =>
  type === "turn.completed" || type === "turn.cancelled" || type === "turn.failed";

/** Tells what a running turn of this process has said after number `after`, and says; what earlier runs said included. */
const tellLive = async (
  ctx: Context,
  turnId: string,
  after: number,
  tell: Tell<TurnFrame>,
  signal: AbortSignal,
): Promise<void> => {
  const live = liveTurns().get(turnId);
  if (!live || live.isOver) return;
  let seen = after;
  while (seen < live.firstEvent - 1) {
    const page = await eventsAfter(ctx.db, turnId, seen);
    const earlier = page.filter(({ id }) => id < live.firstEvent);
    if (earlier.length > 0) await tell(earlier);
    seen = page.length === FRAMES_PER_PAGE ? (page.at(-1)?.id ?? seen) : live.firstEvent - 1;
  }
  await live.tellAfter(seen, tell, signal);
};

/**
 * Tells the frames of a turn after number `after`, until it has its outcome; `onlyToWait` ends where it comes to wait for
 * the person. The outcome's event may be followed by those of another try, and then it isn't the last one.
 * `signal` ends the following, and so does the end of this process, unless the turn runs here.
 */
export const followTurn =
  (
    ctx: Context,
    { id }: Pick<TurnRow, "id">,
    { after = 0, onlyToWait = false }: { after?: number; onlyToWait?: boolean },
  ): Follow<TurnFrame> =>
  async (tell, signal) => {
    const isEnd = onlyToWait ? endsAnswer : endsTurn;
    let seen = after;
    let last: TurnFrame | undefined;
    const pass: Tell<TurnFrame> = (frames) => {
      last = frames.at(-1);
      seen = last?.id ?? seen;
      return tell(frames);
    };
    while (!signal.aborted) {
      last = undefined;
      await tellLive(ctx, id, seen, pass, signal);
      if (signal.aborted || (last && isEnd(last))) return;
      const turn = await findTurn(ctx, id);
      // Its conversation was deleted.
      if (!turn) return;
      const goesOn =
        turn.status === "running" || (turn.status === "awaiting_approval" && !onlyToWait);
      const frames = await framesAfter(ctx, turn, seen);
      if (frames.length > 0) await pass(frames);
      if (frames.length === FRAMES_PER_PAGE) continue;
      if (!goesOn) return;
      // What came after the turn was looked at may have been its end.
      if (frames.length > 0) continue;
      const patience = AbortSignal.any([signal, stopping()]);
      if (patience.aborted) return;
      await moving.beyond(ctx.db, id, seen, patience);
    }
  };

/** What is stored after number `after`; of a turn whose events are not kept any more, its message, whole, from 1. */
const framesAfter = async (ctx: Context, turn: TurnRow, after: number): Promise<TurnFrame[]> => {
  const frames = await eventsAfter(ctx.db, turn.id, after);
  if (frames.length > 0 || turn.status === "running") return frames;
  return (await lastNumber(ctx.db, turn.id)) > 0
    ? []
    : rebuiltEvents(turn, await getTurnParts(ctx, turn));
};

/** The turn once it doesn't run any more: it waits, or has its outcome. `signal` ends the wait, with the turn as it is. */
export const settledTurn = async (
  ctx: Context,
  id: string,
  signal: AbortSignal,
): Promise<TurnRow> => {
  for (;;) {
    await liveTurns().get(id)?.over(signal);
    const last = await lastNumber(ctx.db, id);
    const turn = await getTurn(ctx, id);
    if (turn.status !== "running" || signal.aborted) return turn;
    await moving.beyond(ctx.db, id, last, signal);
  }
};
