import { expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { deleteConversation, updateConversation } from "@/lib/conversations/service";
import { endTurn } from "@/lib/conversations/end-turn";
import { addTask, completeTask } from "@/lib/tasks/service";
import { begunTurn } from "@/test/begun-turn";
import { makeUser, onEachDatabase } from "@/test/database";
import { forgetOldEvents, listen } from "./listen";
import type { NumberedUserEvent } from "./schema";

/** Reads `count` events, then leaves. */
const read = async (
  ctx: Context,
  after: number | null,
  count: number,
  while_: () => Promise<unknown> = () => Promise.resolve(),
): Promise<NumberedUserEvent[]> => {
  const leave = new AbortController();
  const events = listen(ctx, after, leave.signal);
  const first = events.next();
  const did = while_();
  const seen: NumberedUserEvent[] = [];
  for (let next = await first; !next.done; next = await events.next()) {
    seen.push(next.value);
    if (seen.length === count) leave.abort();
  }
  await did;
  return seen;
};

const ended = {
  status: "completed" as const,
  content: "Hello.",
  parts: [],
  answer: null,
  error: null,
  usage: { promptTokens: 0, cachedTokens: 0, completionTokens: 0 },
  costUsd: null,
  firstTokenMs: null,
  durationMs: 1,
  frames: [],
  model: "scripted",
};

onEachDatabase("a person's events", (database) => {
  it("tell of every change of a task, a conversation and a turn, numbered without a gap", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, { title: "Milk" });
    await completeTask(ctx, 1);
    await completeTask(ctx, 1);
    const turn = await begunTurn(ctx, "hello");
    const { conversationId, id } = turn;
    await endTurn(ctx, turn, ended);
    await updateConversation(ctx, conversationId, { title: "Renamed" });
    await deleteConversation(ctx, conversationId);
    const events = await read(ctx, 0, 8);
    expect(events.map((event) => event.id)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(events.map(({ event }) => event)).toMatchObject([
      { type: "task.changed", kind: "created", task_id: 1, after: { title: "Milk" } },
      { type: "task.changed", kind: "completed", task_id: 1 },
      { type: "turn.changed", turn_id: id, conversation_id: conversationId, status: "running" },
      { type: "conversation.changed", conversation_id: conversationId },
      { type: "turn.changed", turn_id: id, status: "completed" },
      { type: "conversation.changed" },
      { type: "conversation.changed" },
      { type: "conversation.changed" },
    ]);
    expect((await read(ctx, 6, 2)).map((event) => event.id)).toEqual([7, 8]);
  });

  it("reach whoever listens while they happen", async () => {
    const ctx = await makeUser(database());
    const leave = new AbortController();
    const events = listen(ctx, 0, leave.signal);
    const first = events.next();
    await addTask(ctx, { title: "Milk" });
    expect((await first).value).toMatchObject({ id: 1, event: { after: { title: "Milk" } } });
    const second = events.next();
    await addTask(ctx, { title: "Eggs" });
    expect((await second).value).toMatchObject({ id: 2, event: { after: { title: "Eggs" } } });
    leave.abort();
    expect((await events.next()).done).toBe(true);
  });

  it("come in the order of their commits from many writers at once", async () => {
    const ctx = await makeUser(database());
    await Promise.all(Array.from({ length: 20 }, (_, n) => addTask(ctx, { title: `Task ${n}` })));
    const events = await read(ctx, 0, 20);
    const tasks = events.map(({ event }) => (event.type === "task.changed" ? event.task_id : 0));
    expect(tasks).toEqual(Array.from({ length: 20 }, (_, n) => n + 1));
  });

  it("begin from now on for whoever doesn't say, even for a number from the future", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, { title: "Before" });
    for (const after of [null, 999]) {
      const leave = new AbortController();
      const first = listen(ctx, after, leave.signal).next();
      leave.abort();
      expect((await first).done).toBe(true);
    }
  });

  it("are nobody else's, go after a day, and leave nothing that listens", async () => {
    const ada = await makeUser(database());
    const eve = await makeUser(database());
    await addTask(ada, { title: "Hers" });
    await addTask(eve, { title: "Eve's" });
    expect((await read(eve, 0, 1))[0]?.event).toMatchObject({ after: { title: "Eve's" } });
    await forgetOldEvents(database(), new Date(Date.now() + 25 * 60 * 60 * 1000));
    await addTask(eve, { title: "Later" });
    expect((await read(eve, 0, 1))[0]).toMatchObject({
      id: 2,
      event: { after: { title: "Later" } },
    });
  });
});
