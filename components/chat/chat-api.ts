/** The HTTP calls of the chat, as `Chat` needs them: a port, so that tests can play the server. */
import { api, apiResponse } from "@/components/api";
import type { NumberedEvent } from "@/lib/agent/events";
import { readEvents } from "@/lib/agent/sse";
import type { ConversationPage } from "@/components/sidebar/conversation-page";
import type { Conversation, ConversationSummary, Turn } from "@/lib/conversations/schema";
import type { Decision } from "./chat-state";
import { watchedBody } from "./watched-body";

export type Sending = {
  message: string;
  /** Null begins a new conversation. */
  conversationId: string | null;
  /** The same for a repeat of the same sending: the server then gives the same turn again. */
  idempotencyKey: string;
};

/** Every call throws `ApiError` where the server refuses or cannot be reached. */
export type ChatApi = {
  /** Sends a message; the turn's events, from the first. */
  send(sending: Sending): Promise<AsyncIterable<NumberedEvent>>;
  cancel(turnId: string): Promise<Turn>;
  /** Decides about what a turn waits with; the events that follow. */
  decide(
    turnId: string,
    decision: Decision,
    /** What the person was shown. */
    approvalId: string | undefined,
  ): Promise<AsyncIterable<NumberedEvent>>;
  /** Tries a turn again, by the offline assistant if it says so; the events that follow. */
  retry(turnId: string, assistant?: "offline"): Promise<AsyncIterable<NumberedEvent>>;
  /** The turn's events after number `last`, live while it runs. */
  events(turnId: string, last: number, signal: AbortSignal): Promise<AsyncIterable<NumberedEvent>>;
  turn(turnId: string): Promise<Turn>;
  /** The latest messages, or those before a cursor. */
  conversation(id: string, before?: string): Promise<Conversation>;
  /** The few conversations in which something was said last. */
  newest(): Promise<readonly ConversationSummary[]>;
};

const eventsOf = ({ body }: Response): AsyncIterable<NumberedEvent> =>
  readEvents(body ? watchedBody(body) : new ReadableStream({ start: (stream) => stream.close() }));

export const chatApi: ChatApi = {
  async send({ message, conversationId, idempotencyKey }) {
    const response = await apiResponse("/api/chat", {
      method: "POST",
      headers: { Accept: "text/event-stream", "Idempotency-Key": idempotencyKey },
      body: { message, conversation_id: conversationId },
    });
    return eventsOf(response);
  },
  cancel: (turnId) => api<Turn>(`/api/turns/${turnId}/cancel`, { method: "POST" }),
  decide: async (turnId, decision, approvalId) =>
    eventsOf(
      await apiResponse(`/api/turns/${turnId}/approval`, {
        method: "POST",
        headers: { Accept: "text/event-stream" },
        body: { decision, ...(approvalId === undefined ? {} : { approval_id: approvalId }) },
      }),
    ),
  retry: async (turnId, assistant) =>
    eventsOf(
      await apiResponse(`/api/turns/${turnId}/retry`, {
        method: "POST",
        headers: { Accept: "text/event-stream" },
        body: assistant === undefined ? {} : { assistant },
      }),
    ),
  events: async (turnId, last, signal) =>
    eventsOf(
      await apiResponse(`/api/turns/${turnId}/events`, {
        headers: {
          Accept: "text/event-stream",
          ...(last > 0 ? { "Last-Event-ID": String(last) } : {}),
        },
        signal,
      }),
    ),
  turn: (turnId) => api<Turn>(`/api/turns/${turnId}`),
  conversation: (id, before) =>
    api<Conversation>(
      before === undefined
        ? `/api/conversations/${id}`
        : `/api/conversations/${id}?before=${encodeURIComponent(before)}`,
    ),
  newest: async () => (await api<ConversationPage>("/api/conversations?limit=3")).conversations,
};
