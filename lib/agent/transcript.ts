/**
 * The one reducer from a turn's events to what is shown and stored: the server builds the assistant's message
 * with it, the page its live view, so that the two cannot differ.
 * Browser-safe: pure functions, and no zod at run time, so that the page does not load it.
 */
import type {
  Answer,
  Approval,
  MessagePart,
  Problem,
  ToolCallPart,
  TurnStatus,
} from "@/lib/conversations/schema";
import type { TurnEvent } from "./events";

/** A turn as its events tell it so far. */
export type Transcript = {
  turnId: string | null;
  conversationId: string | null;
  userMessageId: string | null;
  messageId: string | null;
  status: TurnStatus;
  parts: MessagePart[];
  /** Set by `assistant.changed`; null while the assistant answers that the turn began with. */
  model: string | null;
  /** Set by `conversation.titled`. */
  title: string | null;
  /** What waits for a yes; null again once it is decided. */
  approval: Approval | null;
  error: Problem | null;
  retryable: boolean;
};

export const EMPTY_TRANSCRIPT: Transcript = {
  turnId: null,
  conversationId: null,
  userMessageId: null,
  messageId: null,
  status: "running",
  parts: [],
  model: null,
  title: null,
  approval: null,
  error: null,
  retryable: false,
};

const appendText = (parts: MessagePart[], text: string): MessagePart[] => {
  const last = parts.at(-1);
  return last?.type === "text"
    ? [...parts.slice(0, -1), { type: "text", text: last.text + text }]
    : [...parts, { type: "text", text }];
};

/** Calls that never finished are sealed as failed, so that no stored call is left without a result. */
export const sealParts = (parts: MessagePart[]): MessagePart[] =>
  parts.map((part) =>
    part.type === "tool_call" && part.status === "running"
      ? {
          ...part,
          status: "failed",
          result: { error: "failed", message: "The turn ended before this call finished." },
        }
      : part,
  );

/** The transcript after `event`; never changes the one it was given. */
export const applyEvent = (transcript: Transcript, event: TurnEvent): Transcript => {
  switch (event.type) {
    // A turn that is tried again starts again: what it did stays, its unfinished words go.
    case "turn.started":
      return {
        ...transcript,
        status: "running",
        parts: transcript.parts.filter((part) => part.type === "tool_call"),
        error: null,
        retryable: false,
        turnId: event.turn_id,
        conversationId: event.conversation_id,
        userMessageId: event.user_message_id,
        messageId: event.message_id,
      };
    case "text.delta":
      return { ...transcript, parts: appendText(transcript.parts, event.text) };
    case "tool.started":
      return {
        ...transcript,
        parts: [
          ...transcript.parts,
          {
            type: "tool_call",
            call_id: event.call_id,
            tool: event.tool,
            arguments: event.arguments,
            status: "running",
            result: null,
            changes: [],
          },
        ],
      };
    // The first result after a wait is the decision's.
    case "tool.finished":
      return {
        ...transcript,
        status: "running",
        approval: null,
        parts: transcript.parts.map((part) =>
          part.type === "tool_call" && part.call_id === event.call_id && part.status === "running"
            ? { ...part, status: event.status, result: event.result, changes: event.changes }
            : part,
        ),
      };
    case "assistant.changed":
      return { ...transcript, model: event.model };
    case "approval.required":
      return { ...transcript, status: "awaiting_approval", approval: event.approval };
    case "conversation.titled":
      return { ...transcript, title: event.title };
    case "turn.completed":
    case "turn.cancelled":
      return {
        ...transcript,
        status: event.type === "turn.completed" ? "completed" : "cancelled",
        approval: null,
        parts: sealParts(transcript.parts),
      };
    case "turn.failed":
      return {
        ...transcript,
        status: "failed",
        approval: null,
        parts: sealParts(transcript.parts),
        error: event.error,
        retryable: event.retryable,
      };
  }
};

/** The words of a message, its text parts joined by a blank line. */
export const contentOf = (parts: readonly MessagePart[]): string =>
  parts
    .flatMap((part) => (part.type === "text" ? [part.text.trim()] : []))
    .filter((text) => text !== "")
    .join("\n\n");

const taskIdOf = (result: unknown): string | null =>
  typeof result === "object" &&
  result !== null &&
  "task_id" in result &&
  Number.isInteger(result.task_id)
    ? String(result.task_id)
    : null;

/** The JSON answer of a turn, from its parts (both source documents' fields). */
export const answerOf = (
  ids: { conversationId: string; messageId: string; turnId: string },
  status: Answer["status"],
  parts: readonly MessagePart[],
): Answer => {
  const calls = parts.filter((part): part is ToolCallPart => part.type === "tool_call");
  return {
    response: contentOf(parts),
    conversation_id: ids.conversationId,
    message_id: ids.messageId,
    turn_id: ids.turnId,
    status,
    actions_taken: calls.map((call) => ({
      tool: call.tool,
      result: call.status === "running" ? "failed" : call.status,
      task_id: taskIdOf(call.result),
    })),
    tool_calls: calls.map((call) => ({ tool: call.tool, arguments: call.arguments })),
  };
};
