import { describe, expect, it } from "vitest";
import type { TurnEvent } from "@/lib/agent/events";
import type { Conversation } from "@/lib/conversations/schema";
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
import type { Chat } from "./chat";
import { isBusy } from "./chat-state";

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
