import { describe, expect, it, vi } from "vitest";
import type { TurnEvent } from "@/lib/agent/events";
import {
  started,
  text,
  answer,
  completed,
  approval,
  deletion,
  kept,
  message,
  conversationOf,
  refusal,
  setUp,
  words,
  until,
} from "@/test/played-chat";
import { shownMessages } from "./chat-state";

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
