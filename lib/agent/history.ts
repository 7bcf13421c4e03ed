/**
 * What the model is shown of a conversation's past: a window of the latest messages, so that a turn costs the same at
 * ten messages and at ten thousand. A call is never split from its result.
 */
import type { MessagePart } from "@/lib/conversations/schema";
import type { HistoryMessage } from "@/lib/conversations/turns";
import type { ModelMessage } from "@/lib/model/model";

/** Messages that are read for the window at most. */
export const HISTORY_MESSAGES = 40;

/** The window's size in tokens, estimated at four characters each. */
export const HISTORY_TOKENS = 6000;
const CHARACTERS_PER_TOKEN = 4;

const argumentsText = (args: Record<string, unknown> | string): string =>
  typeof args === "string" ? args : JSON.stringify(args);

/** An assistant's message as the model wrote it: text, calls, their results, and the text after them. */
export const fromParts = (parts: readonly MessagePart[]): ModelMessage[] => {
  const rounds: { text: string; calls: Extract<MessagePart, { type: "tool_call" }>[] }[] = [];
  for (const part of parts) {
    const last = rounds.at(-1);
    if (part.type === "tool_call") {
      if (last) last.calls.push(part);
      else rounds.push({ text: "", calls: [part] });
    } else if (last && last.calls.length === 0) {
      last.text += part.text;
    } else {
      rounds.push({ text: part.text, calls: [] });
    }
  }
  return rounds.flatMap(({ text, calls }): ModelMessage[] => [
    {
      role: "assistant",
      content: text,
      toolCalls: calls.map((call) => ({
        id: call.call_id,
        name: call.tool,
        arguments: argumentsText(call.arguments),
      })),
    },
    ...calls.map((call): ModelMessage => ({
      role: "tool",
      callId: call.call_id,
      tool: call.tool,
      content: JSON.stringify(call.result),
    })),
  ]);
};

const sizeOf = (messages: readonly ModelMessage[]): number => JSON.stringify(messages).length;

/** The window, oldest first, from messages that come newest first. It begins with something the person said. */
export const historyWindow = (
  newestFirst: readonly HistoryMessage[],
  maxTokens = HISTORY_TOKENS,
): ModelMessage[] => {
  let room = maxTokens * CHARACTERS_PER_TOKEN;
  const window: ModelMessage[][] = [];
  for (const message of newestFirst) {
    const converted: ModelMessage[] =
      message.role === "user"
        ? [{ role: "user", content: message.content }]
        : fromParts(message.parts);
    room -= sizeOf(converted);
    if (room < 0) break;
    window.unshift(converted);
  }
  const messages = window.flat();
  const start = messages.findIndex((message) => message.role === "user");
  return start === -1 ? [] : messages.slice(start);
};
