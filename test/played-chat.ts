/** A server that a test plays to the page's conversations, and a record of what the page did. */
import { ApiError } from "@/components/api";
import type { Chat } from "@/components/chat/chat";
import type { ChatApi, Sending } from "@/components/chat/chat-api";
import { shownMessages } from "@/components/chat/chat-state";
import { Chats } from "@/components/chat/chats";
import { Drafts } from "@/components/chat/drafts";
import type { NumberedEvent, TurnEvent } from "@/lib/agent/events";
import type {
  Answer,
  Approval,
  Conversation,
  Message,
  Turn,
  TurnStatus,
} from "@/lib/conversations/schema";

export const NOW = "2026-11-20T09:30:00.000Z";

/** A turn's stream that the test feeds. */
export class Stream implements AsyncIterable<NumberedEvent> {
  readonly #events: NumberedEvent[] = [];
  #end: { error: Error | null } | null = null;
  #wake: (() => void) | null = null;
  #count: number;

  constructor(last = 0) {
    this.#count = last;
  }

  push(...events: TurnEvent[]): void {
    for (const event of events) this.#events.push({ id: (this.#count += 1), event });
    this.#wake?.();
  }

  /** From the beginning, whatever was said before. */
  pushAnew(...events: TurnEvent[]): void {
    this.#count = 0;
    this.push(...events);
  }

  close(error: Error | null = null): void {
    this.#end = { error };
    this.#wake?.();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<NumberedEvent> {
    for (;;) {
      const next = this.#events.shift();
      if (next) yield next;
      else if (this.#end) {
        if (this.#end.error !== null) throw this.#end.error;
        return;
      } else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

export const started = (turn: string, conversation: string): TurnEvent => ({
  type: "turn.started",
  turn_id: turn,
  conversation_id: conversation,
  user_message_id: `${turn}-user`,
  message_id: `${turn}-answer`,
});
export const text = (value: string): TurnEvent => ({ type: "text.delta", text: value });
export const answer = (turn: string, conversation: string): Answer => ({
  response: "",
  conversation_id: conversation,
  message_id: `${turn}-answer`,
  turn_id: turn,
  status: "completed",
  actions_taken: [],
  tool_calls: [],
});
export const completed = (turn: string, conversation: string): TurnEvent => ({
  type: "turn.completed",
  ...answer(turn, conversation),
});

export const approval: Approval = {
  id: "approval",
  calls: [3, 4].map((id) => ({
    tool: "delete_task",
    arguments: { task_id: id },
    tasks: [{ id, title: `Task ${id}` }],
  })),
};
export const deletion = (id: number): TurnEvent => ({
  type: "tool.started",
  call_id: `call-${id}`,
  tool: "delete_task",
  arguments: { task_id: id },
});
export const kept = (id: number): TurnEvent => ({
  type: "tool.finished",
  call_id: `call-${id}`,
  tool: "delete_task",
  status: "rejected",
  result: { error: "rejected" },
  changes: [],
});

export const message = (
  id: string,
  role: Message["role"],
  turn: string,
  content: string,
): Message => ({
  id,
  role,
  content,
  created_at: NOW,
  turn_id: turn,
  status: "completed",
  parts: [{ type: "text", text: content }],
});

export const conversationOf = (
  id: string,
  messages: Message[],
  rest: Partial<Conversation> = {},
): Conversation => ({
  id,
  title: "Groceries",
  created_at: NOW,
  updated_at: NOW,
  message_count: messages.length,
  messages,
  active_turn_id: null,
  previous_cursor: null,
  ...rest,
});

export const turnOf = (id: string, conversation: string, status: TurnStatus): Turn => ({
  id,
  conversation_id: conversation,
  user_message_id: `${id}-user`,
  message_id: `${id}-answer`,
  status,
  answer: null,
  error: null,
  usage: { prompt_tokens: 0, cached_tokens: 0, completion_tokens: 0, cost_usd: null },
  created_at: NOW,
  first_token_ms: null,
  duration_ms: null,
});

export const refusal = (status: number, code: string, extra: { retryAfter?: number } = {}) =>
  new ApiError({ status, code, detail: `Refused: ${code}.`, ...extra });

/** A server that the test plays, and a record of what the page did. */
export const setUp = () => {
  const sent: Sending[] = [];
  const streams: Stream[] = [];
  const cancelled: string[] = [];
  const decided: string[] = [];
  const retried: string[] = [];
  const log: string[] = [];
  let refuse: Error | null = null;
  let address = "/";
  const pages = new Map<string, Conversation>();
  const turnStatus = new Map<string, TurnStatus[]>();
  const waits: number[] = [];
  /** The streams of turns that were opened after an event: which, and what the server has of them. */
  const opened: string[] = [];
  const followed: Stream[] = [];
  let online = true;
  let away = 0;
  let gone: Error | null = null;

  const api: ChatApi = {
    send: (sending) => {
      sent.push(sending);
      if (refuse !== null) return Promise.reject(refuse);
      const stream = new Stream();
      streams.push(stream);
      return Promise.resolve(stream);
    },
    cancel: (id) => {
      cancelled.push(id);
      return Promise.resolve(turnOf(id, "c1", "cancelled"));
    },
    decide: (id, decision) => {
      decided.push(`${id} ${decision}`);
      if (refuse !== null) return Promise.reject(refuse);
      const stream = new Stream(4);
      streams.push(stream);
      return Promise.resolve(stream);
    },
    retry: (id, assistant) => {
      retried.push(`${id} ${assistant ?? "again"}`);
      const stream = new Stream(4);
      streams.push(stream);
      return Promise.resolve(stream);
    },
    events: (id, last, signal) => {
      opened.push(`${id}>${last}`);
      if (gone !== null) return Promise.reject(gone);
      if (away > 0) {
        away -= 1;
        return Promise.reject(refusal(0, "network"));
      }
      const stream = new Stream(last);
      signal.addEventListener("abort", () => stream.close(new Error("aborted")));
      followed.push(stream);
      return Promise.resolve(stream);
    },
    turn: (id) => {
      const status = turnStatus.get(id)?.shift();
      return status
        ? Promise.resolve({
            ...turnOf(id, "c1", status),
            answer: status === "awaiting_approval" ? { ...answer(id, "c1"), approval } : null,
          })
        : Promise.reject(refusal(404, "not_found"));
    },
    conversation: (id, before) => {
      const page = pages.get(before === undefined ? id : `${id}<${before}`);
      return page ? Promise.resolve(page) : Promise.reject(refusal(404, "not_found"));
    },
    newest: () =>
      Promise.resolve(
        [...pages.values()].map((page) => ({ ...page, pinned: false, archived: false })),
      ),
  };
  const drafts = new Drafts("ada", null);
  const chats = new Chats(
    api,
    {
      onStarted: (id) => {
        log.push(`started ${id}`);
        if (address !== "/") return false;
        address = `/c/${id}`;
        return true;
      },
      onChanges: (changes) => log.push(`changes ${changes.length}`),
      onTitled: (id, title) => log.push(`titled ${id} ${title}`),
      onTurnEnded: (id) => log.push(`ended ${id}`),
      wait: (ms) => {
        waits.push(ms);
        return Promise.resolve();
      },
      isOnline: () => online,
    },
    drafts,
  );
  return {
    chats,
    drafts,
    sent,
    streams,
    cancelled,
    decided,
    retried,
    log,
    pages,
    turnStatus,
    waits,
    opened,
    followed,
    /** The next `times` attempts to follow a turn find no server. */
    isAway: (times: number) => (away = times),
    goneWith: (error: Error) => (gone = error),
    isOffline: (offline: boolean) => (online = !offline),
    refuseWith: (error: Error | null) => (refuse = error),
    goTo: (path: string) => (address = path),
  };
};

export const words = (chat: Chat): string[] =>
  shownMessages(chat.getState()).map(
    ({ role, status, parts }) =>
      `${role} ${status}: ${parts.map((part) => (part.type === "text" ? part.text : part.tool)).join("|")}`,
  );

/** Resolves when `chat` is as `test` wants it. */
export const until = (chat: Chat, test: (state: ReturnType<Chat["getState"]>) => boolean) =>
  new Promise<void>((resolve) => {
    if (test(chat.getState())) return resolve();
    const stop = chat.subscribe(() => {
      if (!test(chat.getState())) return;
      stop();
      resolve();
    });
  });
