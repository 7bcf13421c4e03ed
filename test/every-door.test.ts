/**
 * Whatever is done to a person's tasks, through whichever doors, can be taken back to the beginning and put in force
 * again to the end; and no two tasks ever get the same number.
 */
import { eq } from "drizzle-orm";
import fc from "fast-check";
import { expect, it } from "vitest";
import * as changeRedo from "@/app/api/changes/[id]/redo/route";
import * as changeUndo from "@/app/api/changes/[id]/undo/route";
import * as mcp from "@/app/api/mcp/route";
import * as oneTask from "@/app/api/tasks/[id]/route";
import * as allTasks from "@/app/api/tasks/route";
import * as turnRedo from "@/app/api/turns/[id]/redo/route";
import * as turnUndo from "@/app/api/turns/[id]/undo/route";
import type { Database } from "@/db/client";
import { users } from "@/db/schema";
import { startTurn } from "@/lib/agent/turn";
import { bearerSession } from "@/lib/auth/bearer-session";
import type { Context } from "@/lib/context";
import { listChanges } from "@/lib/tasks/changes";
import { listTasks } from "@/lib/tasks/list";
import type { Change, Task } from "@/lib/tasks/schema";
import { addTask, deleteTask, updateTask } from "@/lib/tasks/service";
import { redoChange, redoTurn, undoChange, undoTurn } from "@/lib/tasks/undo";
import { makeUser, onEachDatabase } from "./database";
import { fetchFrom, routesUse } from "./routes";
import { ScriptedModel } from "./scripted-model";

type Call = { name: string; arguments: Record<string, unknown> };

/** Each run plays out whole turns; a busy machine takes its time. */
const SLOW_MS = 120_000;

/** A person who confirms nothing, so that every call takes effect, and a token of theirs. */
const someone = async (db: Database): Promise<{ ctx: Context; token: string }> => {
  const ctx = await makeUser(db);
  const [user] = await db
    .update(users)
    .set({ confirmDeletions: "never" })
    .where(eq(users.id, ctx.userId))
    .returning();
  if (!user) throw new Error("The person is gone.");
  return { ctx, token: (await bearerSession(db, user, new Date())).token };
};

type Someone = Awaited<ReturnType<typeof someone>>;

const ADDRESS = "http://localhost:3000";

const send = async (
  handlers: Parameters<typeof fetchFrom>[0],
  { token }: Someone,
  path: string,
  method: string,
  body?: unknown,
): Promise<number> => {
  const id = /^\/api\/\w+\/([^/]+)/.exec(path)?.[1];
  const answer = await fetchFrom(handlers, id === undefined ? {} : { id })(ADDRESS + path, {
    method,
    headers: {
      Authorization: `Bearer ${token}`,
      "Content-Type": "application/json",
      Accept: "application/json, text/event-stream",
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  await answer.text();
  return answer.status;
};

/** The arguments of a call as a form sends them. */
const fieldsOf = ({ arguments: { task_id: _id, due, ...fields } }: Call) => ({
  ...fields,
  ...(due === undefined ? {} : { due_on: due as string | null }),
});

const numberOf = (call: Call): number => Number(call.arguments["task_id"]);

/** Does what a call asks for as somebody at that door would; what isn't possible changes nothing. */
const DOORS = {
  service: async ({ ctx }: Someone, calls: Call[]) => {
    for (const call of calls) {
      const now = { ...ctx, now: new Date() };
      const verbs: Record<string, () => Promise<unknown>> = {
        add_task: () => addTask(now, fieldsOf(call) as { title: string }),
        update_task: () => updateTask(now, numberOf(call), fieldsOf(call)),
        delete_task: () => deleteTask(now, numberOf(call)),
      };
      await verbs[call.name]?.().catch(() => undefined);
    }
  },
  rest: async (person: Someone, calls: Call[]) => {
    for (const call of calls) {
      const path = `/api/tasks/${numberOf(call)}`;
      if (call.name === "add_task") {
        await send(allTasks, person, "/api/tasks", "POST", fieldsOf(call));
      }
      if (call.name === "update_task") await send(oneTask, person, path, "PATCH", fieldsOf(call));
      if (call.name === "delete_task") await send(oneTask, person, path, "DELETE");
    }
  },
  mcp: async (person: Someone, calls: Call[]) => {
    for (const params of calls) {
      const message = { jsonrpc: "2.0", id: 1, method: "tools/call", params };
      expect(await send(mcp, person, "/api/mcp", "POST", message)).toBe(200);
    }
  },
  agent: async ({ ctx }: Someone, calls: Call[]) => {
    const model = new ScriptedModel({ calls }, { text: "Done." });
    const turn = await startTurn(
      ctx,
      {
        message: "do it",
        conversationId: null,
        timeZone: undefined,
        idempotencyKey: null,
        requestId: "test",
      },
      { model, standIn: null },
    );
    await turn.done;
  },
};

type Door = keyof typeof DOORS;
const NAMES = Object.keys(DOORS) as Door[];

const taskId = fc.integer({ min: 1, max: 6 });
const due = fc.constantFrom("2026-12-01", "2027-01-31");
const call: fc.Arbitrary<Call> = fc.oneof(
  fc.record({
    name: fc.constant("add_task"),
    arguments: fc.record(
      { title: fc.string({ minLength: 1, maxLength: 30 }), due },
      { requiredKeys: ["title"] },
    ),
  }),
  fc.record({
    name: fc.constant("update_task"),
    arguments: fc.record(
      {
        task_id: taskId,
        title: fc.constantFrom("Milk", "Eggs"),
        due: fc.option(due),
        priority: fc.constantFrom("none", "high"),
        completed: fc.boolean(),
      },
      { requiredKeys: ["task_id"] },
    ),
  }),
  fc.record({ name: fc.constant("delete_task"), arguments: fc.record({ task_id: taskId }) }),
  // Assistants and MCP clients can also say undo; to the others it means nothing.
  fc.record({ name: fc.constant("undo"), arguments: fc.constant({}) }),
);
const steps = fc.array(
  fc.record({
    door: fc.constantFrom(...NAMES),
    calls: fc.array(call, { minLength: 1, maxLength: 3 }),
  }),
  { minLength: 1, maxLength: 7 },
);

/** All tasks, but for when they were last touched. */
const state = async (ctx: Context): Promise<Omit<Task, "updated_at">[]> =>
  (await listTasks(ctx, { limit: 1000 })).tasks.map(({ updated_at: _at, ...task }) => task);

/** The ledger, newest first, a turn's changes together. */
const units = async (ctx: Context): Promise<{ id: string; isTurn: boolean }[]> => {
  const { changes } = await listChanges(ctx, { limit: 1000 });
  const ids = changes.map(({ id, turn_id }: Change) => ({
    id: turn_id ?? id,
    isTurn: turn_id !== null,
  }));
  return ids.filter(({ id }, at) => ids.findIndex((other) => other.id === id) === at);
};

onEachDatabase("every door", (database) => {
  routesUse(database);

  it(
    "leads back to the beginning, and on to the end again",
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, fc.boolean(), async (done, byRest) => {
          const person = await someone(database());
          const { ctx } = person;
          await addTask(ctx, { title: "There before", due_on: "2026-12-24", due_time: "18:00" });
          const before = await state(ctx);
          const made = (await units(ctx)).length;
          for (const { door, calls } of done) await DOORS[door](person, calls);
          const after = await state(ctx);
          const { changes } = await listChanges(ctx, { limit: 1000 });
          const numbers = changes
            .filter(({ kind }) => kind === "created")
            .map((one) => one.task_id);
          expect(numbers.reverse()).toEqual(numbers.map((_, at) => at + 1));

          const all = (await units(ctx)).slice(0, -made);
          for (const { id, isTurn } of all) {
            if (!byRest) await (isTurn ? undoTurn(ctx, id) : undoChange(ctx, id));
            else if (isTurn) await send(turnUndo, person, `/api/turns/${id}/undo`, "POST");
            else await send(changeUndo, person, `/api/changes/${id}/undo`, "POST");
          }
          expect(await state(ctx)).toEqual(before);

          for (const { id, isTurn } of all.reverse()) {
            if (byRest) await (isTurn ? redoTurn(ctx, id) : redoChange(ctx, id));
            else if (isTurn) await send(turnRedo, person, `/api/turns/${id}/redo`, "POST");
            else await send(changeRedo, person, `/api/changes/${id}/redo`, "POST");
          }
          expect(await state(ctx)).toEqual(after);
        }),
        { numRuns: 8 },
      );
    },
    SLOW_MS,
  );

  it("gives every task a number of its own, however many come through all of them at once", async () => {
    const person = await someone(database());
    const other = await someone(database());
    const rounds = 8;
    const added = Array.from({ length: rounds }).flatMap((_, round) =>
      NAMES.map((door) =>
        DOORS[door](person, [
          { name: "add_task", arguments: { title: `${door} ${round}` } },
          // Deleting the latest must not free its number.
          { name: "delete_task", arguments: { task_id: rounds } },
        ]),
      ),
    );
    await Promise.all([
      ...added,
      DOORS.rest(other, [{ name: "add_task", arguments: { title: "Theirs" } }]),
    ]);
    const { changes } = await listChanges(person.ctx, { limit: 1000 });
    const numbers = changes.filter(({ kind }) => kind === "created").map((one) => one.task_id);
    expect(numbers.sort((a, b) => a - b)).toEqual(
      Array.from({ length: rounds * NAMES.length }, (_, at) => at + 1),
    );
    expect((await state(other.ctx)).map(({ id }) => id)).toEqual([1]);
  });
});
