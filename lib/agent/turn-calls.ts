/**
 * The tool calls of one turn: each run in one transaction with its receipt, and the deletions among them held back as
 * the person wants it. Called by `turn-run.ts`.
 */
import { createHash } from "node:crypto";
import type { Context } from "@/lib/context";
import { writeToolCall } from "@/lib/conversations/end-turn";
import type { HeldCall, MessagePart } from "@/lib/conversations/schema";
import { callsThatWait, mayRemove, type Waiting } from "@/lib/tools/policy";
import { type ReadCall, runTool, type ToolRun, type WriteReceipt } from "@/lib/tools/run-tool";
import { getMe } from "@/lib/users/service";
import { type Decision, runHeld } from "./approval";

export type TurnCalls = {
  /** Runs a call of the model's; throws only when it could neither be done nor refused. */
  run(call: ReadCall, ordinal: number, id: string): Promise<ToolRun>;
  /** Runs a call that waited, or notes that it was rejected. */
  decided(call: HeldCall, decision: Decision): Promise<ToolRun>;
  /** Which calls of a round have to wait, after what the turn has done so far. */
  held(calls: readonly ReadCall[], before: readonly MessagePart[]): Promise<Waiting[]>;
};

export const turnCalls = (turnContext: Context, turnId: string): TurnCalls => {
  // The instant of a change is its own, not that of the turn's beginning.
  const context = (): Context => ({ ...turnContext, now: new Date() });

  const receipt =
    (ordinal: number, callId: string): WriteReceipt =>
    (ctx, run) =>
      writeToolCall(ctx, {
        turnId,
        ordinal,
        callId,
        tool: run.tool,
        arguments: run.arguments,
        argumentsHash: createHash("sha256")
          .update(JSON.stringify(run.arguments))
          .digest("base64url"),
        status: run.status,
        result: run.result,
        changes: run.changes,
      });

  return {
    run: (call, ordinal, id) => runTool(context(), call, receipt(ordinal, id)),
    decided: (call, decision) =>
      runHeld(context(), call, decision, receipt(call.ordinal, call.call_id)),
    held: async (calls, before) => {
      // Most rounds remove nothing, and then the person's setting need not be asked for.
      if (!calls.some(mayRemove)) return [];
      const { confirm_deletions } = await getMe(turnContext);
      const removed = before
        .flatMap((part) => (part.type === "tool_call" ? part.changes : []))
        .filter((change) => change.kind === "deleted");
      return callsThatWait(turnContext, confirm_deletions, calls, removed.length);
    },
  };
};
