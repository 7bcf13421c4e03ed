/**
 * The events of a turn, rebuilt whole from its stored message: for one whose own are not kept any more.
 */
import type { turns } from "@/db/schema";
import type { TurnEvent } from "@/lib/agent/events";
import { sealParts } from "@/lib/agent/transcript";
import { problemOf } from "@/lib/errors";
import { interruptedError } from "./interrupted";
import type { MessagePart } from "./schema";
import { numbered, type TurnFrame } from "./turn-events";

type TurnRow = typeof turns.$inferSelect;

/** The event that a turn ended or came to wait with, as its row tells it. */
const lastEvent = (turn: TurnRow): TurnEvent => {
  const { answer, error, status } = turn;
  if (answer?.approval && status === "awaiting_approval") {
    return { type: "approval.required", approval: answer.approval };
  }
  if (answer && (status === "completed" || status === "cancelled")) {
    return { type: `turn.${status}`, ...answer };
  }
  return {
    type: "turn.failed",
    error: error ?? problemOf(interruptedError(turn)),
    retryable: true,
  };
};

/** The first event of every run but one that goes on after a wait. */
export const startedEvent = (
  turn: Pick<TurnRow, "id" | "conversationId" | "userMessageId" | "messageId">,
): TurnEvent => ({
  type: "turn.started",
  turn_id: turn.id,
  conversation_id: turn.conversationId,
  user_message_id: turn.userMessageId,
  message_id: turn.messageId,
});

/** The events of a call: that it began and, where it is over, its result. */
export const eventsOfPart = (part: MessagePart): TurnEvent[] => {
  if (part.type === "text") return [{ type: "text.delta", text: part.text }];
  const { call_id, tool, status, result, changes } = part;
  const started: TurnEvent = { type: "tool.started", call_id, tool, arguments: part.arguments };
  return status === "running"
    ? [started]
    : [started, { type: "tool.finished", call_id, tool, status, result, changes }];
};

/** All events of a turn that has its outcome or waits, numbered from 1. */
export const rebuiltEvents = (turn: TurnRow, parts: MessagePart[]): TurnFrame[] => {
  const whole = turn.status === "awaiting_approval" ? parts : sealParts(parts);
  return numbered([startedEvent(turn), ...whole.flatMap(eventsOfPart), lastEvent(turn)], 1);
};
