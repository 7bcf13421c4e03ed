/** A turn that has just begun, stored as the app stores it, for tests of what comes after. */
import type { Context } from "@/lib/context";
import { beginTurn } from "@/lib/conversations/begin-turn";
import type { TurnRow } from "@/lib/conversations/turns";

export const begunTurn = async (
  ctx: Context,
  message: string,
  conversationId: string | null = null,
): Promise<TurnRow> => {
  const request = { conversationId, message, idempotencyKey: null, requestHash: "hash" };
  const begun = await beginTurn(ctx, { ...request, model: "scripted" });
  if (!("turn" in begun)) throw new Error("Nothing else goes on in this conversation.");
  return begun.turn;
};
