/**
 * Deletions over MCP that wait for the person's yes. Nothing is stored meanwhile: what was shown goes to the client
 * as a signed text and comes back with the answer, from a client that can ask (2026-07-28, elicitation) as its
 * request's state, from any other as the argument `confirm`. It is good for one call, for this person, for five
 * minutes, and only while the task is as it was shown: a deletion uses it up, because a task that comes back has been
 * touched since.
 */
import { createHash, hkdfSync } from "node:crypto";
import {
  createRequestStateCodec,
  inputRequired,
  type InputRequiredResult,
  inputResponse,
  type RequestStateCodec,
  type ServerContext,
} from "@modelcontextprotocol/server";
import { type Context, withTransaction } from "@/lib/context";
import { env } from "@/lib/env";
import { countOwnDeletions } from "@/lib/tasks/changes";
import { formatDueLong } from "@/lib/tasks/dates-format";
import type { Task } from "@/lib/tasks/schema";
import { callsThatWait, type ConfirmDeletions } from "@/lib/tools/policy";
import { type ReadCall, readCall, rejectCall, runTool, type ToolRun } from "@/lib/tools/run-tool";

/** Over MCP each call is a turn of its own: deletions this close together count as many. */
const MANY_WITHIN_MS = 60_000;
const GOOD_FOR_SECONDS = 300;

/** The name of the question, and of the argument that answers it. */
export const CONFIRM = "confirm";

/** What the client brought of an earlier question: the mark of what was shown, a no, or something that isn't ours. */
export type Answer = { shown: string } | "no" | "invalid" | null;

/** A call whose arguments were read and fit. */
type GoodCall = Exclude<ReadCall, { failure: unknown }>;

/** A call that has to wait: the tasks to show, and their mark. */
export type Question = { tasks: Task[]; mark: string };

/** Signs marks, and reads them back. */
export type Marks = RequestStateCodec<string>;

/** The marks of one person. */
export const marksOf = (ctx: Context): Marks =>
  createRequestStateCodec<string>({
    key: new Uint8Array(hkdfSync("sha256", env().NEXTAUTH_SECRET, "", "errand mcp confirm", 32)),
    ttlSeconds: GOOD_FOR_SECONDS,
    bind: () => ctx.userId,
  });

const markOf = (call: GoodCall, tasks: readonly Task[]): string =>
  createHash("sha256")
    .update(JSON.stringify([call.tool.name, tasks]))
    .digest("base64url");

/** Reads the answer that a call brought: to the client's own question, or as the argument `confirm`. */
export const answerOf = async (
  marks: Marks,
  confirm: unknown,
  mcp: ServerContext,
): Promise<Answer> => {
  const shown = mcp.mcpReq.requestState<string>();
  if (shown !== undefined) {
    const response = inputResponse(mcp.mcpReq.inputResponses, CONFIRM);
    if (response.kind !== "elicit") return null;
    return response.action === "accept" ? { shown } : "no";
  }
  if (confirm === undefined) return null;
  if (typeof confirm !== "string") return "invalid";
  // Malformed, forged, expired or another person's: none of them is a yes.
  return marks.verify(confirm, mcp).then(
    (shown) => ({ shown }),
    () => "invalid" as const,
  );
};

const refuse = (ctx: Context, call: GoodCall, message: string): Promise<ToolRun> =>
  runTool(ctx, { ...call, tool: call.tool.name, failure: { error: "failed", message } });

/** Runs a call that could remove a task, if it need not wait or was answered with yes; else says what to ask. */
export const runOrAsk = (
  ctx: Context,
  setting: ConfirmDeletions,
  call: GoodCall,
  answer: Answer,
): Promise<ToolRun | Question> =>
  withTransaction(ctx, async (ctx) => {
    const { name } = call.tool;
    if (answer === "no") {
      return rejectCall(ctx, { tool: name, arguments: call.arguments }, async () => undefined);
    }
    if (answer === "invalid") {
      const message = `That ${CONFIRM} is not valid, or no longer. Call again without it to ask anew.`;
      return refuse(ctx, call, message);
    }
    const since = new Date(ctx.now.getTime() - MANY_WITHIN_MS);
    const before = await countOwnDeletions(ctx, since);
    const [waiting] = await callsThatWait(ctx, answer ? "always" : setting, [call], before);
    if (!waiting) return runTool(ctx, call);
    const mark = markOf(call, waiting.tasks);
    if (!answer) return { tasks: waiting.tasks, mark };
    if (answer.shown !== mark) {
      return refuse(ctx, call, "The task has changed since the person was asked, so it was kept.");
    }
    // Exactly the task that was shown, whatever a title would mean by now.
    return runTool(ctx, readCall(name, JSON.stringify({ task_id: waiting.tasks[0]?.id })));
  });

/** The tasks in a question: `3 “Pay rent”, due Fri 27 Nov`. */
const inWords = (ctx: Context, tasks: readonly Task[]): string =>
  tasks
    .map(({ id, title, due_on, due_time }) => {
      const due = due_on === null ? "" : `, due ${formatDueLong({ due_on, due_time }, ctx)}`;
      return `${id} “${title}”${due}`;
    })
    .join("; ");

/** The question in two forms: for a client that can ask the person, and for one that can only show a preview. */
export const ask = async (
  ctx: Context,
  { tasks, mark }: Question,
  marks: Marks,
  mcp: ServerContext,
): Promise<{ elicitation: InputRequiredResult; preview: object }> => {
  const signed = await marks.mint(mark, mcp);
  const shown = inWords(ctx, tasks);
  return {
    elicitation: inputRequired({
      inputRequests: {
        [CONFIRM]: inputRequired.elicit({
          message: `Delete task ${shown}?`,
          requestedSchema: { type: "object", properties: {} },
        }),
      },
      requestState: signed,
    }),
    preview: {
      error: "confirmation_required",
      message:
        `Nothing was deleted yet: this would delete task ${shown}. Ask the person. Only if they say yes, make the ` +
        `same call with ${CONFIRM}, within ${GOOD_FOR_SECONDS / 60} minutes.`,
      tasks: tasks.map(({ id, title, due_on }) => ({ task_id: id, title, due_on })),
      [CONFIRM]: signed,
    },
  };
};
