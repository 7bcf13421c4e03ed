/** Storing a turn's outcome, over a database that is away for a while. */
import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseUnavailable } from "@/db/failures";
import type { Context } from "@/lib/context";
import { endTurn, type TurnOutcome } from "@/lib/conversations/end-turn";
import { type TurnRow } from "@/lib/conversations/turns";

/** Past it, the turn's lease has run out, and whoever meets the turn closes it. */
const PATIENCE_MS = 20_000;
/** Past it, nobody is made to wait any longer. */
const LISTENERS_PATIENCE_MS = 5000;
const RETRY_MS = 500;

/**
 * Closes the running turn, or gives false when it was closed already. Calls `giveUpListeners` when the database stays
 * away for longer than anybody wants to wait, and throws its error when it stays away for good.
 */
export const storeEnd = async (
  ctx: Context,
  turn: TurnRow,
  outcome: TurnOutcome,
  giveUpListeners: () => void,
): Promise<boolean> => {
  const begun = performance.now();
  for (;;) {
    try {
      return await endTurn(ctx, turn, outcome);
    } catch (error) {
      const waited = performance.now() - begun;
      if (!isDatabaseUnavailable(error) || waited > PATIENCE_MS) throw error;
      if (waited > LISTENERS_PATIENCE_MS) giveUpListeners();
      await pause(RETRY_MS);
    }
  }
};
