/**
 * Plays a dialogue against a model as the app would: through real turns, tools and approvals, as a person of its own.
 */
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { answerOfTurn, decideTurn, startTurn } from "@/lib/agent/turn";
import type { Context } from "@/lib/context";
import type { Answer } from "@/lib/conversations/schema";
import { getTurn } from "@/lib/conversations/turns";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import type { Model, Usage } from "@/lib/model/model";
import { listTasks } from "@/lib/tasks/list";
import type { Task } from "@/lib/tasks/schema";
import { addTask, completeTask } from "@/lib/tasks/service";
import { check, damages, type State } from "./check";
import { resolveDay, resolveZone } from "./days";
import type { Dialogue, Expectation } from "./dialogue";

export type Played = {
  dialogue: Dialogue;
  /** What was wrong, each with the turn after which it was. */
  faults: string[];
  /** Whether a task was lost or damaged. */
  damaged: boolean;
  replies: string[];
  calls: string[];
  usage: Usage;
  /** Processor time of each turn in the model alone, in milliseconds. */
  modelMs: number[];
};

/** More tasks than any dialogue has. */
const ALL = 100;
const REQUEST_ID = "eval";

const person = async (db: Database, timeZone: string, now: Date): Promise<Context> => {
  const userId = newId();
  const email = `${userId}@example.com`;
  await db
    .insert(schema.users)
    .values({ id: userId, email, name: "Ada", timeZone, createdAt: now, updatedAt: now });
  return { userId, actor: { kind: "user", name: "Ada" }, turnId: null, db, timeZone, now };
};

const allTasks = async (ctx: Context): Promise<Task[]> =>
  (await listTasks(ctx, { limit: ALL })).tasks;

const prepare = async (ctx: Context, { setup }: Dialogue): Promise<Task[]> => {
  for (const { completed, due_on, ...fields } of setup) {
    const day = due_on === undefined ? {} : { due_on: resolveDay(due_on, ctx.now, ctx.timeZone) };
    const { task } = await addTask(ctx, { ...fields, ...day });
    if (completed) await completeTask(ctx, task.id);
  }
  return allTasks(ctx);
};

/** Milliseconds of processor time that this process has used. */
const processorMs = (): number => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

/** The model, with the processor time that its own work takes: a busy machine doesn't count. */
const timed = (model: Model, add: (ms: number) => void): Model => ({
  name: model.name,
  kind: model.kind,
  async respond(request, signal, hear) {
    let since = processorMs();
    await model.respond(request, signal, (event) => {
      add(processorMs() - since);
      hear(event);
      since = processorMs();
    });
    add(processorMs() - since);
  },
});

/** The conversation so far: where the next message goes, and the turn that may wait for a decision. */
type Thread = { conversationId: string | null; turnId: string };

const DECISIONS: Readonly<Record<string, "approve" | "reject">> = {
  "[approve]": "approve",
  "[reject]": "reject",
};

const say = async (
  ctx: Context,
  model: Model,
  thread: Thread,
  message: string,
): Promise<Answer> => {
  const decision = DECISIONS[message];
  const request = {
    message,
    conversationId: thread.conversationId,
    timeZone: undefined,
    idempotencyKey: null,
    requestId: REQUEST_ID,
  };
  const { turn, done } = decision
    ? await decideTurn(ctx, thread.turnId, decision, REQUEST_ID, { model })
    : await startTurn(ctx, request, { model, standIn: null });
  await done;
  thread.conversationId = turn.conversationId;
  thread.turnId = turn.id;
  return answerOfTurn(ctx, turn, new AbortController().signal);
};

/** What the app refused, or the model's failure; anything else is a fault of the evaluation and thrown. */
const failedWith = (error: unknown): { failure: string } => {
  if (error instanceof AppError) return { failure: error.message };
  throw error;
};

/** Plays all turns; one that fails ends the dialogue. */
export const play = async (db: Database, model: Model, dialogue: Dialogue): Promise<Played> => {
  const now = new Date();
  const ctx = await person(db, resolveZone(dialogue.time_zone, now), now);
  const setup = await prepare(ctx, dialogue);
  const thread: Thread = { conversationId: null, turnId: "" };
  const usage = { promptTokens: 0, cachedTokens: 0, completionTokens: 0 };
  const played: Played = {
    dialogue,
    faults: [],
    damaged: false,
    replies: [],
    calls: [],
    usage,
    modelMs: [],
  };

  const judge = async (expected: Expectation, answer: Answer, after: string): Promise<void> => {
    const { response: reply, status } = answer;
    const waits = status === "awaiting_approval";
    const { timeZone } = ctx;
    const state: State = { tasks: await allTasks(ctx), setup, reply, waits, now, timeZone };
    played.faults.push(...check(expected, state).map((fault) => `${after}${fault}`));
    played.damaged ||= damages(expected, state);
  };

  for (const [index, message] of dialogue.turns.entries()) {
    let spent = 0;
    const listening = timed(model, (ms) => (spent += ms));
    const answer = await say(ctx, listening, thread, message).catch(failedWith);
    if ("failure" in answer) {
      played.faults.push(`turn ${index + 1} failed: ${answer.failure}`);
      break;
    }
    played.replies.push(answer.response);
    played.calls.push(
      ...answer.tool_calls.map(
        (call) => `${index + 1}: ${call.tool} ${JSON.stringify(call.arguments)}`,
      ),
    );
    played.modelMs.push(spent);
    const turn = await getTurn(ctx, thread.turnId);
    usage.promptTokens += turn.promptTokens;
    usage.cachedTokens += turn.cachedTokens;
    usage.completionTokens += turn.completionTokens;
    for (const expected of dialogue.checks.filter(({ after }) => after === index + 1))
      await judge(expected, answer, `after ${index + 1}: `);
    if (index === dialogue.turns.length - 1) await judge(dialogue.expect, answer, "");
  }
  return played;
};
