/**
 * What a person's open pages are told: that something of theirs changed, from whatever source.
 * Browser-safe: zod and pure functions only.
 */
import { z } from "zod";
import { turnStatus } from "@/lib/conversations/schema";
import { change } from "@/lib/tasks/schema";

export const userEvent = z.discriminatedUnion("type", [
  change.extend({ type: z.literal("task.changed") }),
  z.object({ type: z.literal("conversation.changed"), conversation_id: z.uuid() }),
  z.object({
    type: z.literal("turn.changed"),
    turn_id: z.uuid(),
    conversation_id: z.uuid(),
    status: turnStatus,
  }),
]);
export type UserEvent = z.infer<typeof userEvent>;

/** An event with its number, counted for each person. */
export type NumberedUserEvent = { id: number; event: UserEvent };
