/** Telling a person's open pages what became of a conversation or a turn. Only inside `changing`. */
import type { Context } from "@/lib/context";
import { recordEvent, recordEvents } from "@/lib/events/record";
import type { UserEvent } from "@/lib/events/schema";
import type { TurnStatus } from "./schema";

const changed = (id: string): UserEvent => ({ type: "conversation.changed", conversation_id: id });

/** The conversation is another now, or gone. */
export const conversationChanged = (ctx: Context, id: string): Promise<void> =>
  recordEvent(ctx, changed(id));

/** What is told of a turn that has another status: its conversation moved, too. */
export const turnEventsFor = (
  turn: { id: string; conversationId: string },
  status: TurnStatus,
): UserEvent[] => [
  { type: "turn.changed", turn_id: turn.id, conversation_id: turn.conversationId, status },
  changed(turn.conversationId),
];

/** The turn has another status, and its conversation moved. */
export const turnChanged = (
  ctx: Context,
  turn: { id: string; conversationId: string },
  status: TurnStatus,
): Promise<void> => recordEvents(ctx, turnEventsFor(turn, status));
