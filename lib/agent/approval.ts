/**
 * Calls that waited for the person's yes: what they are shown of them, and running exactly those, or none.
 */
import type { Context } from "@/lib/context";
import type { Approval, HeldApproval, HeldCall, MessagePart } from "@/lib/conversations/schema";
import { changedFields, findTask } from "@/lib/tasks/service";
import {
  readCall,
  rejectCall,
  runTool,
  type ToolRun,
  type WriteReceipt,
} from "@/lib/tools/run-tool";
import type { ToolFailure } from "@/lib/tools/tool";

export type Decision = "approve" | "reject";

/** What the person sees of what waits. */
export const shownApproval = ({ id, calls }: HeldApproval): Approval => ({
  id,
  calls: calls.map((call) => ({
    tool: call.tool,
    arguments: call.arguments,
    tasks: call.tasks.map((task) => ({ id: task.id, title: task.title })),
  })),
});

const isUnchanged = async (ctx: Context, { tasks }: HeldCall): Promise<boolean> => {
  for (const shown of tasks) {
    const now = await findTask(ctx, shown.id);
    if (!now || changedFields(now, shown).length > 0) return false;
  }
  return true;
};

/** The task that a call would have removed, for whoever reads later what was kept. */
const keptTask = (call: HeldCall | undefined): Pick<ToolFailure, "task"> => {
  const [task] = call?.tasks ?? [];
  return task ? { task: { task_id: task.id, title: task.title } } : {};
};

/** Exactly the tasks that were shown, whatever a title would mean by now. */
const byNumber = (call: HeldCall): string => JSON.stringify({ task_id: call.tasks[0]?.id });

/** Runs a call that waited, if it was approved and its tasks are as they were shown. */
export const runHeld = async (
  ctx: Context,
  call: HeldCall,
  decision: Decision,
  writeReceipt: WriteReceipt,
): Promise<ToolRun> => {
  if (decision === "reject") return rejectCall(ctx, call, writeReceipt, keptTask(call));
  const read = (await isUnchanged(ctx, call))
    ? readCall(call.tool, byNumber(call))
    : {
        tool: call.tool,
        arguments: call.arguments,
        failure: {
          error: "failed" as const,
          message: "The task has changed since the person was asked, so it was kept.",
        },
      };
  return runTool(ctx, read, writeReceipt);
};

/** The parts of a turn that nobody decided about: its waiting calls, of `approval`, count as rejected. */
export const rejectParts = (
  parts: readonly MessagePart[],
  approval: HeldApproval | null,
): MessagePart[] =>
  parts.map((part) => {
    if (part.type !== "tool_call" || part.status !== "running") return part;
    const call = approval?.calls.find(({ call_id }) => call_id === part.call_id);
    const message = "Nothing was decided, so it was kept.";
    return {
      ...part,
      status: "rejected",
      result: { error: "rejected", message, ...keptTask(call) },
    };
  });
