/** Storing a turn's outcome, over a database that is away for a moment. */
import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseUnavailable } from "@/db/failures";
import type { Context } from "@/lib/context";
import { endTurn, type TurnOutcome } from "@/lib/conversations/end-turn";
import { type TurnRow } from "@/lib/conversations/turns";

/** How often the end is tried to be stored while the database doesn't answer. */
const END_TRIES = 5;
const END_RETRY_MS = 1000;

/** Closes the running turn, or gives false when it was closed already; a database that stays away leaves that to the lease, and its error is thrown. */
export const storeEnd = async (
  ctx: Context,
  turn: TurnRow,
  outcome: TurnOutcome,
): Promise<boolean> => {
  for (let tries = 1; ; tries++) {
    try {
      return await endTurn(ctx, turn, outcome);
    } catch (error) {
      if (!isDatabaseUnavailable(error) || tries >= END_TRIES) throw error;
      await pause(END_RETRY_MS);
    }
  }
};
