/**
 * The events of a finished turn, rebuilt whole from its stored message.
 */
import type { MessagePart } from "@/lib/conversations/schema";
import type { TurnRow } from "@/lib/conversations/turns";
import { problemOf } from "@/lib/errors";
import type { NumberedEvent, TurnEvent } from "./events";
import { sealParts } from "./transcript";
import { interruptedError } from "./turn-problem";

/** The event that a turn ended or came to wait with, as its row tells it. */
export const lastEvent = (turn: TurnRow): TurnEvent => {
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

const eventsOf = (part: MessagePart): TurnEvent[] => {
  if (part.type === "text") return [{ type: "text.delta", text: part.text }];
  const { call_id, tool, status, result, changes } = part;
  const started: TurnEvent = { type: "tool.started", call_id, tool, arguments: part.arguments };
  return status === "running"
    ? [started]
    : [started, { type: "tool.finished", call_id, tool, status, result, changes }];
};

/** All events of a turn that has its outcome or waits, numbered from 1. */
export const replayTurn = (turn: TurnRow, parts: MessagePart[]): NumberedEvent[] => {
  const started: TurnEvent = {
    type: "turn.started",
    turn_id: turn.id,
    conversation_id: turn.conversationId,
    user_message_id: turn.userMessageId,
    message_id: turn.messageId,
  };
  const whole = turn.status === "awaiting_approval" ? parts : sealParts(parts);
  return [started, ...whole.flatMap(eventsOf), lastEvent(turn)].map((event, index) => ({
    id: index + 1,
    event,
  }));
};
