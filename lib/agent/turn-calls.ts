/**
 * The tool calls of one turn: each run in one transaction with its receipt, and the deletions among them held back as
 * the person wants it. Called by `turn-run.ts`.
 */
import { createHash } from "node:crypto";
import type { Context } from "@/lib/context";
import { writeToolCall } from "@/lib/conversations/tool-receipts";
import type { TurnRow } from "@/lib/conversations/turns";
import type { HeldCall, MessagePart } from "@/lib/conversations/schema";
import { callsThatWait, mayRemove, type Waiting } from "@/lib/tools/policy";
import { type ReadCall, runTool, type ToolRun, type WriteReceipt } from "@/lib/tools/run-tool";
import type { ToolFailure } from "@/lib/tools/tool";
import { getMe } from "@/lib/users/service";
import { type Decision, runHeld } from "./approval";

export type TurnCalls = {
  /** Runs a call of the model's; throws only when it could neither be done nor refused. */
  run(
    call: ReadCall,
    ordinal: number,
    id: string,
    before: readonly MessagePart[],
  ): Promise<ToolRun>;
  /** Runs a call that waited, or notes that it was rejected. */
  decided(call: HeldCall, decision: Decision): Promise<ToolRun>;
  /** Which calls of a round have to wait, after what the turn has done so far. */
  held(calls: readonly ReadCall[], before: readonly MessagePart[]): Promise<Waiting[]>;
};

export const turnCalls = (turnContext: Context, turn: Pick<TurnRow, "id" | "run">): TurnCalls => {
  // The instant of a change is its own, not that of the turn's beginning.
  const context = (): Context => ({ ...turnContext, now: new Date() });

  const receipt =
    (ordinal: number, callId: string): WriteReceipt =>
    (ctx, run) =>
      writeToolCall(ctx, turn, {
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

  const held = async (calls: readonly ReadCall[], before: readonly MessagePart[]) => {
    // Most rounds remove nothing, and then the person's setting need not be asked for.
    if (!calls.some(mayRemove)) return [];
    const { confirm_deletions } = await getMe(turnContext);
    const removed = before
      .flatMap((part) => (part.type === "tool_call" ? part.changes : []))
      .filter((change) => change.kind === "deleted");
    return callsThatWait(turnContext, confirm_deletions, calls, removed.length);
  };

  return {
    held,
    decided: (call, decision) =>
      runHeld(context(), call, decision, receipt(call.ordinal, call.call_id)),
    run: async (call, ordinal, id, before) => {
      // What the calls before it in the round did may have given this one a task to remove.
      const mustAsk = (await held([call], before)).length > 0;
      const allowed = mustAsk ? { ...asked(call), failure: ASK_FIRST } : call;
      return runTool(context(), allowed, receipt(ordinal, id));
    },
  };
};

const asked = ({ tool, arguments: args }: ReadCall) => ({
  tool: typeof tool === "string" ? tool : tool.name,
  arguments: args,
});

const ASK_FIRST: ToolFailure = {
  error: "failed",
  message:
    "The person has to be asked before this is deleted. Nothing was changed: call it again in a round of its own.",
};
