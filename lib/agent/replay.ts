/**
 * The events of a finished turn, rebuilt whole from its stored message.
 */
import type { MessagePart } from "@/lib/conversations/schema";
import type { TurnRow } from "@/lib/conversations/turns";
import { problemOf } from "@/lib/errors";
import type { NumberedEvent, TurnEvent } from "./events";
import { sealParts } from "./transcript";
import { interruptedError } from "./turn-problem";

const lastEvent = (turn: TurnRow): TurnEvent => {
  const { answer, error, status } = turn;
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
  const { call_id, tool, result, changes } = part;
  const status = part.status === "running" ? "failed" : part.status;
  return [
    { type: "tool.started", call_id, tool, arguments: part.arguments },
    { type: "tool.finished", call_id, tool, status, result, changes },
  ];
};

/** All events of a turn that has its outcome, numbered from 1. */
export const replayTurn = (turn: TurnRow, parts: MessagePart[]): NumberedEvent[] => {
  const started: TurnEvent = {
    type: "turn.started",
    turn_id: turn.id,
    conversation_id: turn.conversationId,
    user_message_id: turn.userMessageId,
    message_id: turn.messageId,
  };
  return [started, ...sealParts(parts).flatMap(eventsOf), lastEvent(turn)].map((event, index) => ({
    id: index + 1,
    event,
  }));
};
