/**
 * Leaving: the person's turns are stopped, and then everything that is theirs goes. Called by `DELETE /api/me`, once
 * they have confirmed it.
 */
import type { Context } from "@/lib/context";
import { runningTurnIds } from "@/lib/conversations/turns";
import { deleteAccount } from "@/lib/users/accounts";
import { cancelTurn } from "./turn";

/**
 * Deletes the account for good. A turn that begins in between finds nothing left to write to, and is stopped by its
 * heartbeat.
 */
export const leave = async (ctx: Context): Promise<void> => {
  for (const id of await runningTurnIds(ctx)) await cancelTurn(ctx, id);
  await deleteAccount(ctx.db, ctx.userId);
};
