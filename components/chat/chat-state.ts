/** What a conversation looks like on the page at one moment, and the pure steps from one moment to the next. */
import { contentOf, EMPTY_TRANSCRIPT, type Transcript } from "@/lib/agent/transcript";
import type { Approval, Conversation, Message, Problem } from "@/lib/conversations/schema";

/** A message; for a turn that failed before this page's eyes, why; for one that waits, for what. */
export type ShownMessage = Message & { error?: Problem | null; held?: HeldTurn | null };

export type Decision = "approve" | "reject";

/** The turn that waits for the person's yes. */
export type HeldTurn = {
  turnId: string;
  /** Null until the server has said what it waits with. */
  approval: Approval | null;
  /** What was pressed and is on its way. */
  deciding: Decision | null;
  /** It came to wait while this page heard it, not before a reload or elsewhere. */
  isNew: boolean;
};

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
  /** The latest turn, when it waits for a yes. Something else can be said meanwhile. */
  held: HeldTurn | null;
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
  held: null,
  stopping: false,
  notice: null,
  endedMessageId: null,
};

export const isBusy = (state: ChatState): boolean =>
  state.live !== null || state.waitingFor !== null || (state.held?.deciding ?? null) !== null;

const isOfTurn =
  (turnId: string) =>
  (message: Message): boolean =>
    message.role === "assistant" && message.turn_id === turnId;

/** The turn that `conversation` waits with; what this page knows of it already is kept. */
const heldIn = (state: ChatState, { messages, active_turn_id }: Conversation): HeldTurn | null => {
  if (active_turn_id === null) return null;
  if (messages.findLast(isOfTurn(active_turn_id))?.status !== "awaiting_approval") return null;
  return state.held?.turnId === active_turn_id
    ? state.held
    : { turnId: active_turn_id, approval: null, deciding: null, isNew: false };
};

/**
 * The state with what the server says now. Older messages that were loaded stay, where they join the latest
 * without a gap.
 */
export const withConversation = (state: ChatState, conversation: Conversation): ChatState => {
  const first = conversation.messages[0];
  const joint = first ? state.messages.findIndex(({ id }) => id === first.id) : -1;
  const older = joint > 0 ? state.messages.slice(0, joint) : [];
  const errors = new Map(state.messages.map(({ id, error }) => [id, error]));
  const held = heldIn(state, conversation);
  const running = held ? null : conversation.active_turn_id;
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
    held,
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

/** The state when the live turn has come to wait for a yes: what was said so far joins the other messages. */
export const withHeld = (state: ChatState, at: string): ChatState => {
  const { turnId = null, approval = null } = state.live?.transcript ?? {};
  if (turnId === null) return state;
  return {
    ...withLiveEnded(state, at),
    held: { turnId, approval, deciding: null, isNew: true },
    endedMessageId: null,
  };
};

/** The state when a turn goes on: its message is live again, with what was said and done before. */
export const withLiveAgain = (state: ChatState, turnId: string): ChatState => {
  const answered = state.messages.findLast(isOfTurn(turnId));
  if (!answered) return state;
  const asked = state.messages.find(({ role, turn_id }) => role === "user" && turn_id === turnId);
  return {
    ...state,
    messages: state.messages.filter(({ turn_id }) => turn_id !== turnId),
    live: {
      text: asked?.content ?? "",
      sentAt: asked?.created_at ?? answered.created_at,
      transcript: {
        ...EMPTY_TRANSCRIPT,
        turnId,
        conversationId: state.conversationId,
        userMessageId: asked?.id ?? null,
        messageId: answered.id,
        parts: answered.parts,
      },
    },
  };
};

/** The state when the turn that waited goes on. */
export const withResumed = (state: ChatState): ChatState =>
  state.held ? { ...withLiveAgain(state, state.held.turnId), held: null } : state;

/** The state when something else was said instead of a yes: the tasks are kept. */
export const withDismissed = (state: ChatState): ChatState => {
  const { held } = state;
  if (!held) return state;
  return {
    ...state,
    held: null,
    messages: state.messages.map((message) =>
      isOfTurn(held.turnId)(message)
        ? {
            ...message,
            status: "cancelled",
            parts: message.parts.map((part) =>
              part.type === "tool_call" && part.status === "running"
                ? { ...part, status: "rejected" }
                : part,
            ),
          }
        : message,
    ),
  };
};

/** All that is shown, oldest first: an answer that is on its way is the last, with status `running`. */
export const shownMessages = (state: ChatState): readonly ShownMessage[] => {
  const { held } = state;
  if (held) {
    const waits = isOfTurn(held.turnId);
    const messages = state.messages.map((message) =>
      waits(message) ? { ...message, held } : message,
    );
    return state.live ? [...messages, ...liveMessages(state.live)] : messages;
  }
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
