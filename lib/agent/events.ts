/**
 * The one union of events that a turn emits: written by the server, read by the page.
 * Browser-safe: zod and pure functions only.
 */
import { z } from "zod";
import { answer, approval, problem, toolArguments, toolStatus } from "@/lib/conversations/schema";
import { change } from "@/lib/tasks/schema";

export const turnEvent = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("turn.started"),
    turn_id: z.uuid(),
    conversation_id: z.uuid(),
    user_message_id: z.uuid(),
    message_id: z.uuid(),
  }),
  z.object({ type: z.literal("text.delta"), text: z.string() }),
  z.object({
    type: z.literal("tool.started"),
    call_id: z.string(),
    tool: z.string(),
    arguments: toolArguments,
  }),
  z.object({
    type: z.literal("tool.finished"),
    call_id: z.string(),
    tool: z.string(),
    status: toolStatus,
    result: z.unknown(),
    changes: z.array(change),
  }),
  z.object({ type: z.literal("approval.required"), approval }),
  /** From here on another assistant answers than the one that the turn began with. */
  z.object({ type: z.literal("assistant.changed"), model: z.string() }),
  z.object({
    type: z.literal("conversation.titled"),
    conversation_id: z.uuid(),
    title: z.string(),
  }),
  answer.extend({ type: z.literal("turn.completed") }),
  answer.extend({ type: z.literal("turn.cancelled") }),
  z.object({ type: z.literal("turn.failed"), error: problem, retryable: z.boolean() }),
]);
export type TurnEvent = z.infer<typeof turnEvent>;

/** Events that the loop makes; the turn adds those about itself. */
export type LoopEvent = Extract<
  TurnEvent,
  { type: "text.delta" | "tool.started" | "tool.finished" }
>;

/** An event with its number in the turn, from 1. */
export type NumberedEvent = { id: number; event: TurnEvent };
