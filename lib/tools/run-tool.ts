/**
 * Runs one tool call: arguments parsed and never evaluated, the effect and its receipt in one transaction, and every
 * failure that a caller can mend returned as a result instead of thrown.
 */
import { type Context, withTransaction } from "@/lib/context";
import type { ToolStatus } from "@/lib/conversations/schema";
import { AppError } from "@/lib/errors";
import { observe } from "@/lib/observe";
import type { Change } from "@/lib/tasks/schema";
import { inWords } from "@/lib/zod-messages";
import { findTool } from "./task-tools";
import type { AnyTool, ToolFailure, ToolOutcome } from "./tool";

export type ToolRun = {
  tool: string;
  /** Parsed, with defaults; the raw text where it could not be parsed. */
  arguments: Record<string, unknown> | string;
  status: ToolStatus;
  result: unknown;
  changes: Change[];
};

/** Writes the receipt of a call; runs in the transaction of the call's effect. */
export type WriteReceipt = (ctx: Context, run: ToolRun) => Promise<void>;

/** A call whose arguments were read: ready to run, or a failure already. */
export type ReadCall =
  | { tool: AnyTool; arguments: Record<string, unknown> }
  | { tool: string; arguments: Record<string, unknown> | string; failure: ToolFailure };

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Reads a call as a model wrote it: a name and JSON text. Blank text means no arguments. */
export const readCall = (name: string, json: string): ReadCall => {
  let given: unknown;
  try {
    given = json.trim() === "" ? {} : JSON.parse(json);
  } catch {
    const message = "The arguments are not valid JSON.";
    return { tool: name, arguments: json, failure: { error: "invalid_arguments", message } };
  }
  if (!isRecord(given)) {
    const message = "The arguments must be a JSON object.";
    return { tool: name, arguments: json, failure: { error: "invalid_arguments", message } };
  }
  const tool = findTool(name);
  if (!tool) {
    const message = `There is no tool called ${name}.`;
    return { tool: name, arguments: given, failure: { error: "unknown_tool", message } };
  }
  const parsed = tool.input.safeParse(given, { error: inWords });
  if (!parsed.success) {
    const message = parsed.error.issues
      .map((issue) => [issue.path.join("."), issue.message].filter(Boolean).join(": "))
      .join(" ");
    return { tool: name, arguments: given, failure: { error: "invalid_arguments", message } };
  }
  return { tool, arguments: isRecord(parsed.data) ? parsed.data : given };
};

const runParsed = async (
  ctx: Context,
  tool: AnyTool,
  input: Record<string, unknown>,
): Promise<ToolOutcome<unknown>> => {
  // `input` came out of the tool's own schema in `readCall`.
  const outcome = await tool.run(ctx, input as never);
  return outcome.ok ? { ...outcome, result: tool.output.parse(outcome.result) } : outcome;
};

/** What the caller can mend: it reads the message and asks again. Anything else is ours, and thrown. */
const asFailure = (error: unknown): ToolFailure | undefined => {
  if (!(error instanceof AppError)) return undefined;
  if (error.code === "not_found") return { error: "not_found", message: error.message };
  if (error.code === "invalid_request")
    return { error: "invalid_arguments", message: error.message };
  if (error.code === "undo_conflict") return { error: "failed", message: error.message };
  return undefined;
};

/** Notes a call that was not run because the person did not want it. */
export const rejectCall = async (
  ctx: Context,
  { tool, arguments: args }: Pick<ToolRun, "tool" | "arguments">,
  writeReceipt: WriteReceipt,
  kept: Pick<ToolFailure, "task"> = {},
): Promise<ToolRun> => {
  const failure: ToolFailure = {
    error: "rejected",
    message: "The person was asked and chose to keep it. Nothing was changed.",
    ...kept,
  };
  const run: ToolRun = { tool, arguments: args, status: "rejected", result: failure, changes: [] };
  await withTransaction(ctx, (ctx) => writeReceipt(ctx, run));
  return run;
};

const nameOf = ({ tool }: ReadCall): string => (typeof tool === "string" ? tool : tool.name);

/** For observers: a model may make up any name, with anybody's words in it. */
const observedName = (call: ReadCall): string => findTool(nameOf(call))?.name ?? "unknown";

/** Runs a call that was read; throws only when it could neither be done nor refused (the database is gone). */
export const runTool = (
  ctx: Context,
  call: ReadCall,
  writeReceipt: WriteReceipt = async () => undefined,
): Promise<ToolRun> =>
  observe("tool", { tool: observedName(call) }, async (facts) => {
    const run = await runUnobserved(ctx, call, writeReceipt);
    facts.status = run.status;
    return run;
  });

const runUnobserved = async (
  ctx: Context,
  call: ReadCall,
  writeReceipt: WriteReceipt,
): Promise<ToolRun> => {
  const name = nameOf(call);
  const failedRun = (failure: ToolFailure): ToolRun => ({
    tool: name,
    arguments: call.arguments,
    status: "failed",
    result: failure,
    changes: [],
  });
  const refuse = async (failure: ToolFailure): Promise<ToolRun> => {
    const run = failedRun(failure);
    await withTransaction(ctx, (ctx) => writeReceipt(ctx, run));
    return run;
  };
  if ("failure" in call) return refuse(call.failure);
  try {
    return await withTransaction(ctx, async (ctx) => {
      const outcome = await runParsed(ctx, call.tool, call.arguments);
      const run: ToolRun = outcome.ok
        ? {
            tool: name,
            arguments: call.arguments,
            status: "completed",
            result: outcome.result,
            changes: outcome.changes,
          }
        : failedRun(outcome.failure);
      await writeReceipt(ctx, run);
      return run;
    });
  } catch (error) {
    const failure = asFailure(error);
    if (!failure) throw error;
    return refuse(failure);
  }
};
