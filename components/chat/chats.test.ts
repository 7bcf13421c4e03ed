import { describe, expect, it, vi } from "vitest";
import { ApiError } from "@/components/api";
import type { NumberedEvent, TurnEvent } from "@/lib/agent/events";
import type {
  Answer,
  Approval,
  Conversation,
  Message,
  Turn,
  TurnStatus,
} from "@/lib/conversations/schema";
import type { Chat } from "./chat";
import type { ChatApi, Sending } from "./chat-api";
import { isBusy, shownMessages } from "./chat-state";
import { Chats } from "./chats";
import { Drafts } from "./drafts";

const NOW = "2026-11-20T09:30:00.000Z";

/** A turn's stream that the test feeds. */
class Stream implements AsyncIterable<NumberedEvent> {
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

const started = (turn: string, conversation: string): TurnEvent => ({
  type: "turn.started",
  turn_id: turn,
  conversation_id: conversation,
  user_message_id: `${turn}-user`,
  message_id: `${turn}-answer`,
});
const text = (value: string): TurnEvent => ({ type: "text.delta", text: value });
const answer = (turn: string, conversation: string): Answer => ({
  response: "",
  conversation_id: conversation,
  message_id: `${turn}-answer`,
  turn_id: turn,
  status: "completed",
  actions_taken: [],
  tool_calls: [],
});
const completed = (turn: string, conversation: string): TurnEvent => ({
  type: "turn.completed",
  ...answer(turn, conversation),
});

const approval: Approval = {
  id: "approval",
  calls: [3, 4].map((id) => ({
    tool: "delete_task",
    arguments: { task_id: id },
    tasks: [{ id, title: `Task ${id}` }],
  })),
};
const deletion = (id: number): TurnEvent => ({
  type: "tool.started",
  call_id: `call-${id}`,
  tool: "delete_task",
  arguments: { task_id: id },
});
const kept = (id: number): TurnEvent => ({
  type: "tool.finished",
  call_id: `call-${id}`,
  tool: "delete_task",
  status: "rejected",
  result: { error: "rejected" },
  changes: [],
});

const message = (id: string, role: Message["role"], turn: string, content: string): Message => ({
  id,
  role,
  content,
  created_at: NOW,
  turn_id: turn,
  status: "completed",
  parts: [{ type: "text", text: content }],
});

const conversationOf = (
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

const turnOf = (id: string, conversation: string, status: TurnStatus): Turn => ({
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

const refusal = (status: number, code: string, extra: { retryAfter?: number } = {}) =>
  new ApiError({ status, code, detail: `Refused: ${code}.`, ...extra });

/** A server that the test plays, and a record of what the page did. */
const setUp = () => {
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

const words = (chat: Chat): string[] =>
  shownMessages(chat.getState()).map(
    ({ role, status, parts }) =>
      `${role} ${status}: ${parts.map((part) => (part.type === "text" ? part.text : part.tool)).join("|")}`,
  );

/** Resolves when `chat` is as `test` wants it. */
const until = (chat: Chat, test: (state: ReturnType<Chat["getState"]>) => boolean) =>
  new Promise<void>((resolve) => {
    if (test(chat.getState())) return resolve();
    const stop = chat.subscribe(() => {
      if (!test(chat.getState())) return;
      stop();
      resolve();
    });
  });

describe("a new conversation", () => {
  it("shows the message at once, then the answer, and takes its address", async () => {
    const page = setUp();
    const chat = page.chats.blank;
    const sending = chat.send("Add milk");
    expect(words(chat)).toEqual(["user completed: Add milk", "assistant running: "]);
    const [stream] = page.streams;
    stream?.push(started("t1", "c1"), text("Added "), text("milk."), completed("t1", "c1"));
    stream?.close();
    await sending;
    expect(words(chat)).toEqual(["user completed: Add milk", "assistant completed: Added milk."]);
    expect(chat.getState()).toMatchObject({
      conversationId: "c1",
      live: null,
      endedMessageId: "t1-answer",
    });
    expect(chat.getState().messages.map(({ id, content }) => [id, content])).toEqual([
      ["t1-user", "Add milk"],
      ["t1-answer", "Added milk."],
    ]);
    expect(page.log).toEqual(["started c1", "ended c1"]);
    expect(page.chats.open("c1", null)).toBe(chat);
  });

  it("stays the blank one until its own address is shown, then the next is another", async () => {
    const page = setUp();
    const chat = page.chats.blank;
    const sending = chat.send("Hello");
    page.streams[0]?.push(started("t1", "c1"), completed("t1", "c1"));
    page.streams[0]?.close();
    await sending;
    expect(page.chats.blank).toBe(chat);
    page.chats.settle("c1");
    expect(page.chats.blank).not.toBe(chat);
    expect(words(page.chats.blank)).toEqual([]);
  });

  it("goes on unseen when the page has left before it began", async () => {
    const page = setUp();
    const chat = page.chats.blank;
    const sending = chat.send("Hello");
    page.goTo("/c/other");
    page.streams[0]?.push(started("t1", "c1"), text("Hi."), completed("t1", "c1"));
    page.streams[0]?.close();
    await sending;
    expect(page.chats.blank).not.toBe(chat);
    expect(words(page.chats.open("c1", null))).toEqual([
      "user completed: Hello",
      "assistant completed: Hi.",
    ]);
  });

  it("keeps what is typed ahead with the conversation", async () => {
    const page = setUp();
    const sending = page.chats.blank.send("Hello");
    page.drafts.set(null, "and then");
    page.streams[0]?.push(started("t1", "c1"), completed("t1", "c1"));
    page.streams[0]?.close();
    await sending;
    expect([page.drafts.get(null), page.drafts.get("c1")]).toEqual(["", "and then"]);
  });
});

describe("two conversations at once", () => {
  it("keeps their events apart", async () => {
    const page = setUp();
    const first = page.chats.open("c1", conversationOf("c1", []));
    const second = page.chats.open("c2", conversationOf("c2", []));
    const sendings = [first.send("One"), second.send("Two")];
    page.streams[1]?.push(started("t2", "c2"), text("Answer two"));
    page.streams[0]?.push(started("t1", "c1"), text("Answer one"), completed("t1", "c1"));
    page.streams[1]?.push(completed("t2", "c2"));
    for (const stream of page.streams) stream.close();
    await Promise.all(sendings);
    expect(words(first)).toEqual(["user completed: One", "assistant completed: Answer one"]);
    expect(words(second)).toEqual(["user completed: Two", "assistant completed: Answer two"]);
  });
});

describe("a message that was not taken", () => {
  it.each([
    [refusal(400, "invalid_request"), "Refused: invalid_request."],
    [refusal(413, "payload_too_large"), "Refused: payload_too_large."],
    [
      refusal(429, "rate_limited", { retryAfter: 12 }),
      "That was a lot of messages in a short time. Send it again in 12 seconds.",
    ],
    [refusal(0, "network"), "Refused: network. Your words are kept."],
  ])("goes back to the composer with a sentence: %s", async (error, sentence) => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", []));
    page.refuseWith(error);
    const sending = chat.send("Precious words");
    page.drafts.set("c1", "typed since");
    await sending;
    expect(words(chat)).toEqual([]);
    expect(page.drafts.get("c1")).toBe("Precious words\n\ntyped since");
    expect(chat.getState().notice).toBe(sentence);
    expect(chat.getState().live).toBeNull();
  });

  it("loads the turn that runs already", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", []));
    page.refuseWith(refusal(409, "turn_in_progress"));
    page.pages.set(
      "c1",
      conversationOf("c1", [message("m1", "user", "t9", "From the other tab")], {
        active_turn_id: "t9",
      }),
    );
    chat.visit();
    await chat.send("Mine");
    await until(chat, ({ live }) => live !== null);
    expect(words(chat)).toEqual(["user completed: From the other tab", "assistant running: "]);
    expect(page.drafts.get("c1")).toBe("Mine");
  });

  it("is the same sending when it is sent again after a lost connection", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", []));
    page.refuseWith(refusal(0, "network"));
    await chat.send("Milk");
    await chat.send("Milk");
    page.refuseWith(null);
    const third = chat.send("Milk");
    page.streams[0]?.close();
    await vi.waitUntil(() => page.streams.length > 1);
    page.streams[1]?.push(started("t1", "c1"), completed("t1", "c1"));
    page.streams[1]?.close();
    await third;
    expect(new Set(page.sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(page.sent).toHaveLength(8);
    expect(words(chat)).toEqual(["user completed: Milk", "assistant completed: "]);
  });

  it("is another sending with other words, after a refusal, or once it was stored", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", []));
    page.refuseWith(refusal(0, "network"));
    await chat.send("Milk");
    await chat.send("Bread");
    page.refuseWith(refusal(400, "invalid_request"));
    await chat.send("Bread");
    page.refuseWith(null);
    for (const turn of ["t1", "t2"]) {
      const sending = chat.send("Bread");
      page.streams.at(-1)?.push(started(turn, "c1"), completed(turn, "c1"));
      page.streams.at(-1)?.close();
      await sending;
    }
    const keys = page.sent.map(({ idempotencyKey, message }) => `${message} ${idempotencyKey}`);
    // Three times by itself, and once more by hand.
    expect(keys.map((key) => keys.indexOf(key))).toEqual([0, 0, 0, 3, 3, 3, 3, 7, 8]);
  });

  it("is not sent while a turn runs, nor when it is blank", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", []));
    await chat.send("  \n ");
    void chat.send("One");
    await chat.send("Two");
    expect(page.sent.map((sending) => sending.message)).toEqual(["One"]);
  });
});

describe("a turn whose stream is lost", () => {
  /** A chat that has heard the beginning of turn `t1`. */
  const begun = async (page: ReturnType<typeof setUp>) => {
    const chat = page.chats.open("c1", conversationOf("c1", []));
    const sending = chat.send("Milk");
    page.streams[0]?.push(started("t1", "c1"), text("Add"));
    await until(chat, ({ live }) => live?.last === 2);
    return { chat, sending };
  };

  it("goes on after the last event that was heard, and says so meanwhile", async () => {
    const page = setUp();
    const { chat, sending } = await begun(page);
    page.isAway(3);
    const lost = until(chat, ({ connection }) => connection === "lost");
    page.streams[0]?.close(new TypeError("network error"));
    await lost;
    expect(words(chat)).toEqual(["user completed: Milk", "assistant running: Add"]);
    await until(chat, ({ connection }) => connection === "live");
    page.followed[0]?.push(text("ed milk."), completed("t1", "c1"));
    page.followed[0]?.close();
    await sending;
    expect(page.opened).toEqual(["t1>2", "t1>2", "t1>2", "t1>2"]);
    expect(page.waits).toEqual([500, 1000, 2000, 4000]);
    expect(words(chat)).toEqual(["user completed: Milk", "assistant completed: Added milk."]);
    expect(page.log).toEqual(["ended c1"]);
  });

  it("says when there is no network", async () => {
    const page = setUp();
    const { chat, sending } = await begun(page);
    page.isOffline(true);
    page.isAway(1);
    const offline = until(chat, ({ connection }) => connection === "offline");
    page.streams[0]?.close(new TypeError("network error"));
    await offline;
    expect(shownMessages(chat.getState()).at(-1)?.connection).toBe("offline");
    await until(chat, ({ connection }) => connection === "live");
    page.followed[0]?.push(completed("t1", "c1"));
    page.followed[0]?.close();
    await sending;
  });

  it("is read from its beginning where the server has nothing else any more", async () => {
    const page = setUp();
    const { chat, sending } = await begun(page);
    page.streams[0]?.close();
    await vi.waitUntil(() => page.followed.length > 0);
    page.followed[0]?.pushAnew(started("t1", "c1"), text("Added milk."), completed("t1", "c1"));
    page.followed[0]?.close();
    await sending;
    expect(words(chat)[1]).toBe("assistant completed: Added milk.");
  });

  it("is given up when it is gone", async () => {
    const page = setUp();
    const { chat, sending } = await begun(page);
    page.goneWith(refusal(404, "not_found"));
    page.streams[0]?.close();
    await sending;
    expect(chat.getState()).toMatchObject({ live: null, notice: "Refused: not_found." });
    expect(page.drafts.get("c1")).toBe("");
  });
});

describe("a turn that runs after a reload, or was begun elsewhere", () => {
  const reloaded = () => {
    const page = setUp();
    const asked = message("t1-user", "user", "t1", "Milk");
    const answering = {
      ...message("t1-answer", "assistant", "t1", ""),
      status: "running" as const,
    };
    const running = conversationOf("c1", [asked, answering], { active_turn_id: "t1" });
    return { page, running, chat: page.chats.open("c1", running) };
  };

  it("is heard from its beginning", async () => {
    const { page, chat } = reloaded();
    expect(words(chat)).toEqual(["user completed: Milk", "assistant running: "]);
    chat.visit();
    await vi.waitUntil(() => page.followed.length > 0);
    page.followed[0]?.push(started("t1", "c1"), text("Added "), text("milk."));
    await until(chat, ({ live }) => live?.last === 3);
    expect(words(chat)).toEqual(["user completed: Milk", "assistant running: Added milk."]);
    page.followed[0]?.push(completed("t1", "c1"));
    page.followed[0]?.close();
    await until(chat, ({ live }) => live === null);
    expect(page.opened).toEqual(["t1>0"]);
    expect(words(chat)).toEqual(["user completed: Milk", "assistant completed: Added milk."]);
    expect(chat.getState().endedMessageId).toBe("t1-answer");
  });

  it("is shown as its last try tells it", async () => {
    const { page, chat } = reloaded();
    chat.visit();
    await vi.waitUntil(() => page.followed.length > 0);
    const error = { type: "about:blank", title: "", status: 503, detail: "Away.", code: "x" };
    const failed: TurnEvent = { type: "turn.failed", error, retryable: true };
    const again = [started("t1", "c1"), text("Added."), completed("t1", "c1")];
    page.followed[0]?.push(started("t1", "c1"), text("I have"), failed, ...again);
    page.followed[0]?.close();
    await until(chat, ({ live }) => live === null);
    expect(words(chat)[1]).toBe("assistant completed: Added.");
    expect(page.log).toEqual(["ended c1"]);
  });

  it("passes over a question that was answered, and stops at one that was not", async () => {
    const { page, chat } = reloaded();
    page.turnStatus.set("t1", ["running", "awaiting_approval"]);
    chat.visit();
    await vi.waitUntil(() => page.followed.length > 0);
    const asks: TurnEvent = { type: "approval.required", approval };
    page.followed[0]?.push(started("t1", "c1"), deletion(3), deletion(4), asks, kept(3), kept(4));
    await until(chat, ({ live }) => live?.last === 6);
    expect(chat.getState().held).toBeNull();
    page.followed[0]?.push(asks);
    await until(chat, ({ held }) => held !== null);
    expect(chat.getState()).toMatchObject({ live: null, held: { turnId: "t1", approval } });
  });

  it("can be stopped", async () => {
    const { page, chat } = reloaded();
    chat.visit();
    await vi.waitUntil(() => page.followed.length > 0);
    page.followed[0]?.push(started("t1", "c1"), text("Ad"));
    await chat.stop();
    expect(page.cancelled).toEqual(["t1"]);
    expect(chat.getState().stopping).toBe(true);
    page.followed[0]?.push({ type: "turn.cancelled", ...answer("t1", "c1"), status: "cancelled" });
    page.followed[0]?.close();
    await until(chat, ({ live }) => live === null);
    expect(words(chat)).toEqual(["user completed: Milk", "assistant cancelled: Ad"]);
    expect(chat.getState().stopping).toBe(false);
  });

  it("is left alone once the page shows something else, and gone on with when it is back", async () => {
    const { page, chat, running } = reloaded();
    page.pages.set("c1", running);
    const leave = chat.visit();
    await vi.waitUntil(() => page.followed.length > 0);
    page.followed[0]?.push(started("t1", "c1"), text("Add"));
    await until(chat, ({ live }) => live?.last === 2);
    leave();
    chat.visit();
    await vi.waitUntil(() => page.followed.length > 1);
    expect(page.opened).toEqual(["t1>0", "t1>2"]);
  });

  it("is heard when another page begins it", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", []));
    chat.visit();
    page.pages.set("c1", reloaded().running);
    chat.turnChanged("t1", "running");
    await vi.waitUntil(() => page.followed.length > 0);
    expect(words(chat)).toEqual(["user completed: Milk", "assistant running: "]);
    // What the list says of it meanwhile is looked at afterwards.
    page.pages.set("c1", conversationOf("c1", [message("m9", "user", "t9", "Later")]));
    await chat.refresh();
    page.followed[0]?.push(started("t1", "c1"), completed("t1", "c1"));
    page.followed[0]?.close();
    await until(chat, ({ messages }) => messages[0]?.id === "m9");
  });
});

describe("stop", () => {
  it("waits for the turn's id when it comes too early", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", []));
    const sending = chat.send("Milk");
    await chat.stop();
    expect(page.cancelled).toEqual([]);
    page.streams[0]?.push(started("t1", "c1"), {
      type: "turn.cancelled",
      ...answer("t1", "c1"),
      status: "cancelled",
    });
    page.streams[0]?.close();
    await sending;
    expect(page.cancelled).toEqual(["t1"]);
    expect(words(chat)[1]).toBe("assistant cancelled: ");
  });
});

describe("refresh", () => {
  const m = (n: number) => message(`m${n}`, n % 2 ? "user" : "assistant", `t${n}`, String(n));

  it("takes what is new and keeps the older messages that join it", async () => {
    const page = setUp();
    page.pages.set("c1<cur", conversationOf("c1", [m(1), m(2)]));
    page.pages.set("c1", conversationOf("c1", [m(4), m(5), m(6)], { previous_cursor: "newer" }));
    const chat = page.chats.open(
      "c1",
      conversationOf("c1", [m(3), m(4)], { previous_cursor: "cur" }),
    );
    await chat.loadOlder();
    await chat.refresh();
    expect(chat.getState().messages.map(({ id }) => id)).toEqual([
      "m1",
      "m2",
      "m3",
      "m4",
      "m5",
      "m6",
    ]);
    expect(chat.getState().previousCursor).toBeNull();
  });

  it("lets go of older messages when there is a gap", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", [m(1), m(2)]));
    page.pages.set("c1", conversationOf("c1", [m(7), m(8)], { previous_cursor: "cur" }));
    await chat.refresh();
    expect(chat.getState()).toMatchObject({ previousCursor: "cur", messages: [m(7), m(8)] });
  });

  it("ignores an answer from before the message that was sent meanwhile", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", [m(1)]));
    page.pages.set("c1", conversationOf("c1", [m(1)]));
    const refreshing = chat.refresh();
    const sending = chat.send("Milk");
    page.streams[0]?.push(started("t1", "c1"), completed("t1", "c1"));
    page.streams[0]?.close();
    await Promise.all([refreshing, sending]);
    expect(chat.getState().messages.map(({ id }) => id)).toEqual(["m1", "t1-user", "t1-answer"]);
  });

  it("says so when a conversation cannot be loaded", async () => {
    const page = setUp();
    const chat = page.chats.open("gone", null);
    expect(chat.getState().loaded).toBe(false);
    await chat.refresh();
    expect(chat.getState().notice).toBe("Refused: not_found.");
  });
});

describe("older messages", () => {
  it("can be asked for again after a failure", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", [], { previous_cursor: "cur" }));
    await chat.loadOlder();
    expect(chat.getState().older).toBe("failed");
    page.pages.set("c1<cur", conversationOf("c1", [message("m1", "user", "t0", "Old")]));
    await chat.loadOlder();
    expect(chat.getState()).toMatchObject({ older: "idle", previousCursor: null });
    expect(words(chat)).toEqual(["user completed: Old"]);
  });
});

/** A chat whose turn `t1` has just come to wait. */
const comeToWait = async (page: ReturnType<typeof setUp>): Promise<Chat> => {
  const chat = page.chats.blank;
  const sending = chat.send("Delete 3 and 4");
  page.streams[0]?.push(started("t1", "c1"), deletion(3), deletion(4), {
    type: "approval.required",
    approval,
  });
  page.streams[0]?.close();
  await sending;
  return chat;
};

/** `c1` as the server has it while `t1` waits. */
const waitingConversation = (): Conversation =>
  conversationOf(
    "c1",
    [
      message("t1-user", "user", "t1", "Delete 3 and 4"),
      {
        ...message("t1-answer", "assistant", "t1", ""),
        status: "awaiting_approval",
        parts: [3, 4].map((id) => ({
          type: "tool_call",
          call_id: `call-${id}`,
          tool: "delete_task",
          arguments: { task_id: id },
          status: "running",
          result: null,
          changes: [],
        })),
      },
    ],
    { active_turn_id: "t1" },
  );

describe("trying again", () => {
  it.each([undefined, "offline" as const])(
    "answers the same message anew (%s), without its unfinished words",
    async (assistant) => {
      const page = setUp();
      const chat = page.chats.blank;
      const sending = chat.send("Add milk");
      const error = { type: "about:blank", title: "", status: 503, detail: "Away.", code: "x" };
      const broken: TurnEvent = { type: "turn.failed", error, retryable: true };
      page.streams[0]?.push(started("t1", "c1"), text("I have ad"), broken);
      page.streams[0]?.close();
      await sending;
      expect(words(chat)[1]).toBe("assistant failed: I have ad");
      const retrying = chat.retry("t1", assistant);
      await until(chat, ({ live }) => live !== null);
      page.streams[1]?.push(started("t1", "c1"), text("Added."), completed("t1", "c1"));
      page.streams[1]?.close();
      await retrying;
      expect(page.retried).toEqual([`t1 ${assistant ?? "again"}`]);
      expect(words(chat)).toEqual(["user completed: Add milk", "assistant completed: Added."]);
    },
  );
});

describe("deletions that wait for a yes", () => {
  it("wait in their message, with the composer free", async () => {
    const chat = await comeToWait(setUp());
    expect(words(chat)).toEqual([
      "user completed: Delete 3 and 4",
      "assistant awaiting_approval: delete_task|delete_task",
    ]);
    expect(isBusy(chat.getState())).toBe(false);
    expect(chat.getState().held).toMatchObject({ turnId: "t1", approval, isNew: true });
  });

  it("go on in the same message once they are decided", async () => {
    const page = setUp();
    const chat = await comeToWait(page);
    const deciding = chat.decide("reject");
    await until(chat, ({ live }) => live !== null);
    page.streams[1]?.push(kept(3), kept(4), text("Kept."), completed("t1", "c1"));
    page.streams[1]?.close();
    await deciding;
    expect(page.decided).toEqual(["t1 reject"]);
    expect(words(chat)).toEqual([
      "user completed: Delete 3 and 4",
      "assistant completed: delete_task|delete_task|Kept.",
    ]);
    expect(chat.getState()).toMatchObject({ held: null, live: null, endedMessageId: "t1-answer" });
  });

  it("are kept when something else is said", async () => {
    const page = setUp();
    const chat = await comeToWait(page);
    const sending = chat.send("What is due today?");
    page.streams[1]?.push(started("t2", "c1"), text("Nothing."), completed("t2", "c1"));
    page.streams[1]?.close();
    await sending;
    expect(words(chat)[1]).toBe("assistant cancelled: delete_task|delete_task");
    expect(words(chat)[3]).toBe("assistant completed: Nothing.");
    expect(chat.getState().held).toBeNull();
  });

  it("still wait when the decision does not arrive", async () => {
    const page = setUp();
    const chat = await comeToWait(page);
    page.pages.set("c1", waitingConversation());
    page.refuseWith(refusal(0, "network"));
    await chat.decide("approve");
    expect(chat.getState()).toMatchObject({
      notice: "Refused: network.",
      held: { turnId: "t1", deciding: null, approval },
    });
  });

  it("are gone when they were decided elsewhere", async () => {
    const page = setUp();
    const chat = await comeToWait(page);
    page.pages.set("c1", conversationOf("c1", [message("t1-user", "user", "t1", "Delete")]));
    page.refuseWith(refusal(409, "no_approval_pending"));
    await chat.decide("approve");
    expect(chat.getState()).toMatchObject({ notice: null, held: null });
  });

  it("survive a reload: the turn is asked what it waits with", async () => {
    const page = setUp();
    page.turnStatus.set("t1", ["awaiting_approval"]);
    const chat = page.chats.open("c1", waitingConversation());
    expect(isBusy(chat.getState())).toBe(false);
    chat.visit();
    await until(chat, ({ held }) => held?.approval !== null);
    expect(chat.getState().held).toMatchObject({ approval, isNew: false });
  });

  it("disappear when another page decides, and the answer follows", async () => {
    const page = setUp();
    const chat = await comeToWait(page);
    const answered = message("t1-answer", "assistant", "t1", "Deleted.");
    page.pages.set(
      "c1",
      conversationOf("c1", [message("t1-user", "user", "t1", "Delete"), answered]),
    );
    chat.turnChanged("t1", "completed");
    await until(chat, ({ held }) => held === null);
    expect(words(chat)[1]).toBe("assistant completed: Deleted.");
  });
});
