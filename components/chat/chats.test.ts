import { describe, expect, it } from "vitest";
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
  #count = 0;

  push(...events: TurnEvent[]): void {
    for (const event of events) this.#events.push({ id: (this.#count += 1), event });
    this.#wake?.();
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
      const stream = new Stream();
      streams.push(stream);
      return Promise.resolve(stream);
    },
    retry: (id, assistant) => {
      retried.push(`${id} ${assistant ?? "again"}`);
      const stream = new Stream();
      streams.push(stream);
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
    await chat.send("Mine");
    await until(chat, ({ waitingFor }) => waitingFor !== null);
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
    await third;
    expect(new Set(page.sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect(page.drafts.get("c1")).toBe("Milk");
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
    const keys = page.sent.map(({ idempotencyKey }) => idempotencyKey);
    expect(keys[1]).toBe(keys[2]);
    expect(new Set(keys).size).toBe(4);
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
  it("goes on in what the server stored", async () => {
    const page = setUp();
    const chat = page.chats.open("c1", conversationOf("c1", []));
    const sending = chat.send("Milk");
    page.streams[0]?.push(started("t1", "c1"), text("Add"));
    page.streams[0]?.close(new TypeError("network error"));
    await sending;
    expect(chat.getState().waitingFor).toBe("t1");
    expect(words(chat)).toEqual(["user completed: Milk", "assistant running: Add"]);

    page.turnStatus.set("t1", ["running", "completed"]);
    page.pages.set(
      "c1",
      conversationOf("c1", [
        message("t1-user", "user", "t1", "Milk"),
        message("t1-answer", "assistant", "t1", "Added milk."),
      ]),
    );
    const stop = chat.follow("t1");
    await until(chat, ({ endedMessageId }) => endedMessageId === "t1-answer");
    stop();
    expect(words(chat)).toEqual(["user completed: Milk", "assistant completed: Added milk."]);
    expect(page.log).toEqual(["ended c1"]);
  });
});

describe("a turn that runs after a reload", () => {
  const reloaded = () => {
    const page = setUp();
    const asked = message("t1-user", "user", "t1", "Milk");
    const chat = page.chats.open("c1", conversationOf("c1", [asked], { active_turn_id: "t1" }));
    return { page, chat, asked };
  };

  it("is shown as working and asked for ever more slowly", async () => {
    const { page, chat, asked } = reloaded();
    expect(words(chat)).toEqual(["user completed: Milk", "assistant running: "]);
    page.turnStatus.set("t1", ["running", "running", "running", "running", "running", "failed"]);
    page.pages.set(
      "c1",
      conversationOf("c1", [
        asked,
        { ...message("t1-answer", "assistant", "t1", ""), status: "failed" },
      ]),
    );
    chat.follow("t1");
    await until(chat, ({ waitingFor }) => waitingFor === null);
    expect(page.waits[0]).toBe(1000);
    expect(page.waits.at(-1)).toBe(3000);
    expect(page.waits).toEqual([...page.waits].sort((a, b) => a - b));
    expect(words(chat)[1]).toBe("assistant failed: ");
  });

  it("can be stopped", async () => {
    const { page, chat, asked } = reloaded();
    page.pages.set(
      "c1",
      conversationOf("c1", [
        asked,
        { ...message("t1-answer", "assistant", "t1", "Ad"), status: "cancelled" },
      ]),
    );
    await chat.stop();
    expect(page.cancelled).toEqual(["t1"]);
    expect(words(chat)).toEqual(["user completed: Milk", "assistant cancelled: Ad"]);
    expect(chat.getState()).toMatchObject({ waitingFor: null, stopping: false });
  });

  it("is not asked for any more once the page has left", async () => {
    const { page, chat } = reloaded();
    page.turnStatus.set("t1", ["running"]);
    chat.follow("t1")();
    await Promise.resolve();
    await Promise.resolve();
    expect(page.turnStatus.get("t1")).toEqual(["running"]);
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
