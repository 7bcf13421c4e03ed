import { and, eq, sql } from "drizzle-orm";
import { expect, it } from "vitest";
import type { Database } from "@/db/client";
import { turnEvents, turns } from "@/db/schema";
import type { Context } from "@/lib/context";
import { getConversation } from "@/lib/conversations/service";
import {
  appendEvents,
  forgetOldTurnEvents,
  TURN_EVENT_RETENTION_MS,
  type TurnFrame,
} from "@/lib/conversations/turn-events";
import { type Model, ModelError } from "@/lib/model/model";
import { addTask } from "@/lib/tasks/service";
import { makeUser, onEachDatabase } from "@/test/database";
import { answerFrames, eventOf, framesOf, never } from "@/test/follow";
import { finish, ScriptedModel } from "@/test/scripted-model";
import { followTurn } from "./follow-turn";
import { liveTurns } from "./live-turn";
import { encodeFrame } from "./sse";
import { applyEvent, EMPTY_TRANSCRIPT } from "./transcript";
import { cancelTurn, decideTurn, followStarted, retryTurn, startTurn } from "./turn";

const say = (ctx: Context, model: Model, conversationId: string | null = null) =>
  startTurn(
    ctx,
    {
      message: "clean up",
      conversationId,
      timeZone: undefined,
      idempotencyKey: null,
      requestId: "test-request",
    },
    { model, standIn: null },
  );

const wire = (frames: readonly TurnFrame[]): string => frames.map(encodeFrame).join("");

const DELETIONS = [1, 2].map((task_id) => ({ name: "delete_task", arguments: { task_id } }));
const ADD = { name: "add_task", arguments: { title: "Bröt 🥖 \u0000\u2028" } };

/** A model that says words until it is stopped. */
const endless = () =>
  new ScriptedModel(async function* (_request, signal) {
    yield { type: "text", text: "On and" };
    await new Promise<never>((_, reject) => {
      signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true });
    });
  });

/** What its process said is all there is: as on another instance. */
const elsewhere = (id: string) => liveTurns().delete(id);

/** Resolves when a statement of another connection waits for what this transaction has locked. */
const waitsForLock = async (tx: Pick<Database, "execute">): Promise<void> => {
  const waiting = sql`select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`;
  for (;;) {
    const { rows } = (await tx.execute(waiting)) as { rows: unknown[] };
    if (rows.length > 0) return;
  }
};

onEachDatabase("the events of a turn", (database, driver) => {
  /** Turns as they were heard while they ran, and as they are stored. */
  const recorded: Record<string, (ctx: Context) => Promise<{ id: string; heard: TurnFrame[] }>> = {
    "a plain one": async (ctx) => {
      const started = await say(ctx, new ScriptedModel({ calls: [ADD] }, { text: "Dóne." }));
      return { id: started.turn.id, heard: await answerFrames(ctx, started) };
    },
    "one that waited for a yes": async (ctx) => {
      await addTask(ctx, { title: "Milk" });
      await addTask(ctx, { title: "Eggs" });
      const model = new ScriptedModel({ text: "Well.", calls: DELETIONS }, { text: "Both gone." });
      const started = await say(ctx, model);
      const before = await answerFrames(ctx, started);
      const decided = await decideTurn(ctx, started.turn.id, "approve", "r", { model });
      return { id: started.turn.id, heard: [...before, ...(await answerFrames(ctx, decided))] };
    },
    "one that was tried again": async (ctx) => {
      const failing = new ScriptedModel({ text: "I", calls: [ADD] }, async function* () {
        yield { type: "text", text: "oh" };
        throw new ModelError("unavailable", "The model's server is out of order.");
      });
      const started = await say(ctx, failing);
      const before = await answerFrames(ctx, started);
      const again = await retryTurn(ctx, started.turn.id, "r", new ScriptedModel({ text: "OK" }));
      return { id: started.turn.id, heard: [...before, ...(await answerFrames(ctx, again))] };
    },
    "one that was stopped": async (ctx) => {
      const started = await say(ctx, endless());
      const heard: TurnFrame[] = [];
      await followStarted(ctx, started)((frames) => {
        heard.push(...frames);
        if (frames.at(-1)?.type === "text.delta") void cancelTurn(ctx, started.turn.id);
      }, never);
      return { id: started.turn.id, heard };
    },
  };

  it.each(Object.keys(recorded))("are the same to the byte wherever %s is cut", async (what) => {
    const ctx = await makeUser(database());
    const { id, heard } = (await recorded[what]?.(ctx)) ?? { id: "", heard: [] };
    expect(heard.map((frame) => frame.id)).toEqual(heard.map((_, index) => index + 1));
    for (let cut = 0; cut <= heard.length; cut++) {
      expect(wire(await framesOf(ctx, id, cut))).toBe(wire(heard.slice(cut)));
    }
    const { conversation_id } = eventOf(heard[0]!).event as { conversation_id: string };
    const { messages } = await getConversation(ctx, conversation_id);
    const shown = heard.map((frame) => eventOf(frame).event).reduce(applyEvent, EMPTY_TRANSCRIPT);
    expect(shown.parts).toEqual(messages[1]?.parts);
  });

  it("reach several listeners here and elsewhere while they happen, from wherever they join", async () => {
    const ctx = await makeUser(database());
    const steps: (() => void)[] = [];
    const model = new ScriptedModel(async function* () {
      for (const text of ["One. ", "Two. ", "Three."]) {
        yield { type: "text", text };
        await new Promise<void>((resolve) => steps.push(resolve));
      }
      yield finish();
    });
    const started = await say(ctx, model);
    const { id } = started.turn;
    const here = framesOf(ctx, id);
    const live = liveTurns().get(id);
    elsewhere(id);
    const there = [framesOf(ctx, id), framesOf(ctx, id, 2)];
    if (live) liveTurns().set(id, live);
    const words: string[] = [];
    await followStarted(ctx, started)((frames) => {
      for (const { event } of frames.map(eventOf)) {
        if (event.type !== "text.delta") continue;
        words.push(event.text);
        // The next words come when these were seen.
        steps.shift()?.();
      }
    }, never);
    expect(words).toEqual(["One. ", "Two. ", "Three."]);
    const heard = await here;
    expect(heard.at(-1)?.type).toBe("turn.completed");
    expect(wire((await there[0]) ?? [])).toBe(wire(heard));
    expect(wire((await there[1]) ?? [])).toBe(wire(heard.slice(2)));
  });

  it("stay open over a wait for the person, here and elsewhere", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, { title: "Milk" });
    await addTask(ctx, { title: "Eggs" });
    const model = new ScriptedModel({ calls: DELETIONS }, { text: "Both gone." });
    const started = await say(ctx, model);
    const answer = await answerFrames(ctx, started);
    expect(answer.at(-1)?.type).toBe("approval.required");
    const open = framesOf(ctx, started.turn.id);
    const decided = await decideTurn(ctx, started.turn.id, "reject", "r", { model });
    const rest = await answerFrames(ctx, decided);
    expect(rest[0]?.id).toBe(answer.length + 1);
    expect(wire(await open)).toBe(wire([...answer, ...rest]));
  });

  it("end for a listener when the conversation is deleted", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, endless());
    const live = liveTurns().get(started.turn.id);
    elsewhere(started.turn.id);
    const open = framesOf(ctx, started.turn.id);
    await ctx.db.delete(turns).where(eq(turns.id, started.turn.id));
    expect((await open).map(({ type }) => type)).not.toContain("turn.completed");
    // The heartbeat, which would tell the turn, does not know it any more.
    live?.cancel();
    await started.done;
  });

  it("come in few pieces when words come faster than they can be stored", async () => {
    const ctx = await makeUser(database());
    const words = Array.from({ length: 2000 }, (_, index) => `${index} `);
    const started = await say(
      ctx,
      new ScriptedModel(async function* () {
        for (const text of words) yield { type: "text", text };
        yield finish();
      }),
    );
    const events = (await answerFrames(ctx, started)).map(eventOf);
    const pieces = events.flatMap(({ event }) => (event.type === "text.delta" ? [event.text] : []));
    expect(pieces.join("")).toBe(words.join(""));
    expect(pieces.length).toBeLessThan(200);
  });

  it("are kept for a day after a turn's last one, all or none, and rebuilt from the message then", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, new ScriptedModel({ calls: [ADD] }, { text: "Done." }));
    const { id } = started.turn;
    const heard = await answerFrames(ctx, started);
    const begun = Date.now();
    // The turn began a day ago and ended just now.
    const early = new Date(begun - TURN_EVENT_RETENTION_MS - 1000);
    await ctx.db
      .update(turnEvents)
      .set({ createdAt: early })
      .where(and(eq(turnEvents.turnId, id), sql`${turnEvents.number} < 3`));
    await forgetOldTurnEvents(ctx.db, new Date(begun));
    expect(wire(await framesOf(ctx, id))).toBe(wire(heard));
    await ctx.db.update(turnEvents).set({ createdAt: early }).where(eq(turnEvents.turnId, id));
    await forgetOldTurnEvents(ctx.db, new Date(begun));
    expect(await ctx.db.$count(turnEvents)).toBe(0);
    const rebuilt = (await framesOf(ctx, id, 4)).map(eventOf);
    expect(rebuilt.map((event) => event.id)).toEqual([1, 2, 3, 4, 5]);
    expect(rebuilt.map(({ event }) => event)).toEqual(
      heard
        .map((frame) => eventOf(frame).event)
        .filter(({ type }) => type !== "conversation.titled"),
    );
  });

  it("of a turn that is tried again when they are not kept any more begin anew, whole", async () => {
    const ctx = await makeUser(database());
    const started = await say(
      ctx,
      new ScriptedModel({ calls: [ADD] }, async function* () {
        yield { type: "text", text: "oh" };
        throw new ModelError("unavailable", "The model's server is out of order.");
      }),
    );
    await started.done;
    await ctx.db.delete(turnEvents);
    const again = await retryTurn(ctx, started.turn.id, "r", new ScriptedModel({ text: "OK" }));
    await again.done;
    const all = (await framesOf(ctx, started.turn.id)).map(eventOf);
    expect(all.map(({ id }) => id)).toEqual(all.map((_, index) => index + 1));
    const { messages } = await getConversation(ctx, started.turn.conversationId);
    const shown = all.map(({ event }) => event).reduce(applyEvent, EMPTY_TRANSCRIPT);
    expect(shown.parts).toEqual(messages[1]?.parts);
  });

  it("of a turn that waits are kept however long it waits", async () => {
    const ctx = await makeUser(database());
    await addTask(ctx, { title: "Milk" });
    await addTask(ctx, { title: "Eggs" });
    const started = await say(ctx, new ScriptedModel({ calls: DELETIONS }));
    await started.done;
    const stored = await ctx.db.$count(turnEvents);
    await forgetOldTurnEvents(ctx.db, new Date(Date.now() + 10 * TURN_EVENT_RETENTION_MS));
    expect(await ctx.db.$count(turnEvents)).toBe(stored);
  });

  it("are not stored for a run that has lost its turn", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, endless());
    const { id } = started.turn;
    const late = {
      turnId: id,
      run: 1,
      frames: [
        { id: 99, type: "text.delta" as const, data: '{"type":"text.delta","text":"late"}' },
      ],
    };
    expect([...(await appendEvents(ctx.db, [late])).keys()]).toEqual([id]);
    // The same again, as after a connection that was lost: still held, still once.
    expect([...(await appendEvents(ctx.db, [late])).keys()]).toEqual([id]);
    await cancelTurn(ctx, id);
    await started.done;
    const stored = await ctx.db.$count(turnEvents);
    const later = { ...late, frames: late.frames.map((frame) => ({ ...frame, id: 100 })) };
    expect((await appendEvents(ctx.db, [later])).size).toBe(0);
    const again = await retryTurn(ctx, id, "r", endless());
    expect((await appendEvents(ctx.db, [later])).size).toBe(0);
    expect((await appendEvents(ctx.db, [{ ...later, run: 2 }])).size).toBe(1);
    expect(await ctx.db.$count(turnEvents)).toBeGreaterThan(stored);
    await cancelTurn(ctx, id);
    await again.done;
  });

  it("are not stored when the turn is taken while they are on their way", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, endless());
    const { id } = started.turn;
    const frame = { id: 99, type: "text.delta" as const, data: "{}" };
    const { late } = await ctx.db.transaction(async (tx) => {
      await tx.select().from(turns).where(eq(turns.id, id)).for("update");
      const late = appendEvents(ctx.db, [{ turnId: id, run: 1, frames: [frame] }]);
      if (driver !== "pglite") await waitsForLock(tx);
      await tx.update(turns).set({ status: "interrupted" }).where(eq(turns.id, id));
      // In an object, or the transaction would wait for it.
      return { late };
    });
    expect((await late).size).toBe(0);
    expect(await ctx.db.$count(turnEvents, eq(turnEvents.number, 99))).toBe(0);
    await cancelTurn(ctx, id);
    liveTurns().get(id)?.cancel();
    await started.done;
  });

  it("leave when the listener does", async () => {
    const ctx = await makeUser(database());
    const started = await say(ctx, endless());
    const leave = new AbortController();
    const frames: TurnFrame[] = [];
    const follow = followTurn(ctx, started.turn, {});
    await follow((told) => {
      frames.push(...told);
      if (told.at(-1)?.type === "text.delta") leave.abort();
    }, leave.signal);
    expect(frames.at(-1)?.type).toBe("text.delta");
    await cancelTurn(ctx, started.turn.id);
    await started.done;
  });
});
