/**
 * From the port's request to the body of a Chat Completions request. Called by `openai.ts` for every round.
 * Sends only what every compatible server takes: no temperature (the o-series refuses it), no limits, no `strict`
 * schemas (they forbid optional fields), and `parallel_tool_calls` at its default, which is on.
 */
import type { ModelMessage, ModelRequest, ModelToolCall } from "./model";

type ChatToolCall = {
  id: string;
  type: "function";
  function: { name: string; arguments: string };
};

type ChatMessage =
  | { role: "system" | "user"; content: string }
  | { role: "assistant"; content: string | null; tool_calls?: ChatToolCall[] }
  | { role: "tool"; tool_call_id: string; content: string };

const isJsonObject = (text: string): boolean => {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
};

/**
 * A call as it goes back to the server. What a model once wrote wrongly must not make every later request of the
 * conversation fail: servers refuse names out of their pattern, and several parse the arguments. The tool's own
 * message says what was wrong.
 */
const chatToolCall = (call: ModelToolCall): ChatToolCall => ({
  id: call.id,
  type: "function",
  function: {
    name: /^[\w-]{1,64}$/.test(call.name) ? call.name : "unknown_tool",
    arguments: isJsonObject(call.arguments) ? call.arguments : "{}",
  },
});

const chatMessage = (message: ModelMessage): ChatMessage => {
  switch (message.role) {
    case "user":
      return { role: "user", content: message.content };
    case "assistant":
      return message.toolCalls.length === 0
        ? { role: "assistant", content: message.content }
        : {
            role: "assistant",
            content: message.content === "" ? null : message.content,
            tool_calls: message.toolCalls.map(chatToolCall),
          };
    case "tool":
      return { role: "tool", tool_call_id: message.callId, content: message.content };
  }
};

/** The body of one round's request. `tools` is left out when there are none: an empty list is refused. */
export const chatRequest = (model: string, request: ModelRequest) => ({
  model,
  messages: [
    { role: "system", content: request.system } satisfies ChatMessage,
    ...request.messages.map(chatMessage),
  ],
  ...(request.tools.length > 0 && {
    tools: request.tools.map(({ name, description, parameters }) => ({
      type: "function" as const,
      function: { name, description, parameters },
    })),
  }),
  stream: true as const,
  stream_options: { include_usage: true },
});
