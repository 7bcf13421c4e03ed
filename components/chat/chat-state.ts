/** What a conversation looks like on the page at one moment, and the pure steps from one moment to the next. */
import { contentOf, EMPTY_TRANSCRIPT, type Transcript } from "@/lib/agent/transcript";
import type { Approval, Conversation, Message, Problem } from "@/lib/conversations/schema";

/** Whether the page hears the turn that runs: it connects again by itself when it does not. */
export type Connection = "live" | "lost" | "offline";

/**
 * A message; for a turn that failed before this page's eyes, why; for one that waits, for what; for one that runs,
 * whether it is heard.
 */
export type ShownMessage = Message & {
  error?: Problem | null;
  held?: HeldTurn | null;
  connection?: Connection;
};

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

/** The turn that runs, as far as its events came. */
export type LiveTurn = {
  text: string;
  sentAt: string;
  transcript: Transcript;
  /** The number of the last event that was heard; 0 before the first. */
  last: number;
  /** Begun, decided or tried again by this page, which heard all of it. */
  isOwn: boolean;
};

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
  /** From here, from elsewhere, or from before a reload. */
  live: LiveTurn | null;
  connection: Connection;
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
  connection: "live",
  held: null,
  stopping: false,
  notice: null,
  endedMessageId: null,
};

export const isBusy = (state: ChatState): boolean =>
  state.live !== null || (state.held?.deciding ?? null) !== null;

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

/** A turn that runs, none of whose events this page has heard yet. */
const unheard = ({ id, messages }: Conversation, turnId: string): LiveTurn => {
  const asked = messages.find(({ role, turn_id }) => role === "user" && turn_id === turnId);
  return {
    text: asked?.content ?? "",
    sentAt: asked?.created_at ?? "",
    transcript: {
      ...EMPTY_TRANSCRIPT,
      turnId,
      conversationId: id,
      userMessageId: asked?.id ?? null,
      messageId: messages.find(isOfTurn(turnId))?.id ?? null,
    },
    last: 0,
    isOwn: false,
  };
};

/** The running turn of `conversation` as this page knows it. */
const runningIn = (state: ChatState, conversation: Conversation): LiveTurn | null => {
  const { active_turn_id: running } = conversation;
  if (running === null) return null;
  return state.live?.transcript.turnId === running ? state.live : unheard(conversation, running);
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
  const live = held ? null : runningIn(state, conversation);
  return {
    ...state,
    conversationId: conversation.id,
    loaded: true,
    title: conversation.title,
    messages: [
      ...older,
      ...conversation.messages
        // The live turn is shown from its events, as far as they came.
        .filter((message) => live === null || message.turn_id !== live.transcript.turnId)
        .map((message) => {
          const error = errors.get(message.id);
          return error ? { ...message, error } : message;
        }),
    ],
    previousCursor: older.length > 0 ? state.previousCursor : conversation.previous_cursor,
    live,
    held,
    stopping: state.stopping && live !== null,
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
const liveMessages = (
  { text, sentAt, transcript }: LiveTurn,
  connection: Connection,
): [ShownMessage, ShownMessage] => {
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
      connection,
      ...(transcript.model === null ? {} : { model: transcript.model }),
    },
  ];
};

/** The state after the live turn's last event: its messages join the others. */
export const withLiveEnded = (state: ChatState, endedAt: string): ChatState => {
  if (!state.live) return state;
  const [asked, answered] = liveMessages(state.live, "live");
  return {
    ...state,
    messages: [
      ...state.messages,
      asked,
      { ...answered, content: contentOf(answered.parts), created_at: endedAt },
    ],
    live: null,
    connection: "live",
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
      last: 0,
      isOwn: true,
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
  const { held, live, connection } = state;
  const messages = held
    ? state.messages.map((message) =>
        isOfTurn(held.turnId)(message) ? { ...message, held } : message,
      )
    : state.messages;
  return live ? [...messages, ...liveMessages(live, connection)] : messages;
};
