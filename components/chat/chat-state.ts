/** What a conversation looks like on the page at one moment, and the pure steps from one moment to the next. */
import { contentOf, type Transcript } from "@/lib/agent/transcript";
import type { Conversation, Message, Problem } from "@/lib/conversations/schema";

/** A message, and for a turn that failed before this page's eyes, why. */
export type ShownMessage = Message & { error?: Problem | null };

/** The turn whose events this page reads. */
export type LiveTurn = { text: string; sentAt: string; transcript: Transcript };

export type ChatState = {
  /** Null until the first turn of a new conversation has begun. */
  conversationId: string | null;
  /** False while an existing conversation is still on its way. */
  loaded: boolean;
  title: string;
  /** Finished messages, oldest first; the live turn's are not among them. */
  messages: readonly ShownMessage[];
  previousCursor: string | null;
  older: "idle" | "loading" | "failed";
  live: LiveTurn | null;
  /** A turn that runs without this page hearing its events: begun elsewhere, before a reload, or a stream was lost. */
  waitingFor: string | null;
  stopping: boolean;
  /** A sentence near the composer: why a message was not sent, or could not be stopped. */
  notice: string | null;
  /** The answer that ended last while the page was open, for screen readers. */
  endedMessageId: string | null;
};

export const blankState: ChatState = {
  conversationId: null,
  loaded: true,
  title: "",
  messages: [],
  previousCursor: null,
  older: "idle",
  live: null,
  waitingFor: null,
  stopping: false,
  notice: null,
  endedMessageId: null,
};

export const isBusy = (state: ChatState): boolean =>
  state.live !== null || state.waitingFor !== null;

/**
 * The state with what the server says now. Older messages that were loaded stay, where they join the latest
 * without a gap.
 */
export const withConversation = (state: ChatState, conversation: Conversation): ChatState => {
  const first = conversation.messages[0];
  const joint = first ? state.messages.findIndex(({ id }) => id === first.id) : -1;
  const older = joint > 0 ? state.messages.slice(0, joint) : [];
  const errors = new Map(state.messages.map(({ id, error }) => [id, error]));
  const running = conversation.active_turn_id;
  const keepsLive = state.live !== null && state.live.transcript.turnId === running;
  return {
    ...state,
    conversationId: conversation.id,
    loaded: true,
    title: conversation.title,
    messages: [
      ...older,
      ...conversation.messages
        // The live turn is shown from its events, as far as they came.
        .filter((message) => !(keepsLive && message.turn_id === running))
        .map((message) => {
          const error = errors.get(message.id);
          return error ? { ...message, error } : message;
        }),
    ],
    previousCursor: older.length > 0 ? state.previousCursor : conversation.previous_cursor,
    live: keepsLive ? state.live : null,
    waitingFor: running,
    stopping: state.stopping && running !== null,
  };
};

/** The state with one more page of older messages at its beginning. */
export const withOlder = (state: ChatState, page: Conversation): ChatState => {
  const known = new Set(state.messages.map(({ id }) => id));
  return {
    ...state,
    older: "idle",
    messages: [...page.messages.filter(({ id }) => !known.has(id)), ...state.messages],
    previousCursor: page.previous_cursor,
  };
};

/** The live turn as the two messages that the server stores of it. */
const liveMessages = ({ text, sentAt, transcript }: LiveTurn): [ShownMessage, ShownMessage] => {
  const common = { created_at: sentAt, turn_id: transcript.turnId ?? "sending" };
  return [
    {
      ...common,
      id: transcript.userMessageId ?? "sending",
      role: "user",
      content: text,
      status: "completed",
      parts: [{ type: "text", text }],
    },
    {
      ...common,
      id: transcript.messageId ?? "answering",
      role: "assistant",
      content: "",
      status: transcript.status,
      parts: transcript.parts,
      error: transcript.error,
    },
  ];
};

/** The state after the live turn's last event: its messages join the others. */
export const withLiveEnded = (state: ChatState, endedAt: string): ChatState => {
  if (!state.live) return state;
  const [asked, answered] = liveMessages(state.live);
  return {
    ...state,
    messages: [
      ...state.messages,
      asked,
      { ...answered, content: contentOf(answered.parts), created_at: endedAt },
    ],
    live: null,
    waitingFor: null,
    stopping: false,
    endedMessageId: answered.id,
  };
};

/** All that is shown, oldest first: an answer that is on its way is the last, with status `running`. */
export const shownMessages = (state: ChatState): readonly ShownMessage[] => {
  if (state.live) return [...state.messages, ...liveMessages(state.live)];
  const last = state.messages.at(-1);
  if (!state.waitingFor || (last?.role === "assistant" && last.turn_id === state.waitingFor)) {
    return state.messages;
  }
  return [
    ...state.messages,
    {
      id: "answering",
      role: "assistant",
      content: "",
      created_at: last?.created_at ?? "",
      turn_id: state.waitingFor,
      status: "running",
      parts: [],
    },
  ];
};
