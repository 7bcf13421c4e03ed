/** Telling a person's open pages what became of a conversation or a turn. Only inside `changing`. */
import type { Context } from "@/lib/context";
import { recordEvent } from "@/lib/events/record";
import type { TurnStatus } from "./schema";

/** The conversation is another now, or gone. */
export const conversationChanged = (ctx: Context, id: string): Promise<void> =>
  recordEvent(ctx, { type: "conversation.changed", conversation_id: id });

/** The turn has another status, and its conversation moved. */
export const turnChanged = async (
  ctx: Context,
  turn: { id: string; conversationId: string },
  status: TurnStatus,
): Promise<void> => {
  const ids = { turn_id: turn.id, conversation_id: turn.conversationId };
  await recordEvent(ctx, { type: "turn.changed", ...ids, status });
  await conversationChanged(ctx, turn.conversationId);
};
