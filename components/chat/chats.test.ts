import { describe, expect, it, vi } from "vitest";
import {
  started,
  text,
  completed,
  message,
  conversationOf,
  refusal,
  setUp,
  words,
  until,
} from "@/test/played-chat";

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

  it("leaves the composer once it is seen that it was stored", async () => {
    const page = setUp();
    const before = message("m1", "user", "t0", "Milk");
    const chat = page.chats.open("c1", conversationOf("c1", [before]));
    page.refuseWith(refusal(0, "network"));
    await chat.send("Milk");
    page.drafts.set("c1", "Milk\n\ntyped since");
    page.pages.set("c1", conversationOf("c1", [before]));
    await chat.refresh();
    // The same words from before are another message. The server is back, so that it is not said to be away.
    expect(page.drafts.get("c1")).toBe("Milk\n\ntyped since");
    expect(chat.getState().notice).toBeNull();
    page.pages.set("c1", conversationOf("c1", [before, message("m3", "user", "t1", "Milk")]));
    await chat.refresh();
    expect(page.drafts.get("c1")).toBe("typed since");
    page.refuseWith(null);
    void chat.send("Milk");
    expect(new Set(page.sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(2);
  });

  it("is heard under its key where it began a conversation after all", async () => {
    const page = setUp();
    const chat = page.chats.blank;
    page.refuseWith(refusal(0, "network"));
    await chat.send("Milk");
    expect(page.drafts.get(null)).toBe("Milk");
    page.refuseWith(null);
    await chat.refresh();
    expect(page.drafts.get(null)).toBe("Milk");
    const created_at = new Date().toISOString();
    const stored = conversationOf("c1", [message("m1", "user", "t1", "Milk")], { created_at });
    page.pages.set("c1", stored);
    const settled = chat.refresh();
    await vi.waitUntil(() => page.streams.length > 0);
    page.streams[0]?.push(started("t1", "c1"), completed("t1", "c1"));
    page.streams[0]?.close();
    await settled;
    expect(new Set(page.sent.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(1);
    expect([page.drafts.get(null), page.drafts.get("c1")]).toEqual(["", ""]);
    expect(chat.getState()).toMatchObject({ conversationId: "c1", notice: null });
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
