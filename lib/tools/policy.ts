/**
 * Which calls wait for the person's yes: by their setting, several deletions at once, or one after another.
 */
import type { z } from "zod";
import type { Context } from "@/lib/context";
import type { Task } from "@/lib/tasks/schema";
import type { confirmDeletions } from "@/lib/users/schema";
import type { ReadCall } from "./run-tool";

export type ConfirmDeletions = z.infer<typeof confirmDeletions>;

/** A call that has to wait: its place in the round, and the tasks that it would remove. */
export type Waiting = { index: number; tasks: Task[] };

/** Whether a call could be one that waits. */
export const mayRemove = (call: ReadCall): boolean =>
  !("failure" in call) && call.tool.preview !== undefined;

const mustWait = (setting: ConfirmDeletions, inRound: number, before: number): boolean => {
  switch (setting) {
    case "always":
      return inRound > 0;
    case "many":
      return inRound > 1 || (inRound > 0 && before > 0);
    case "never":
      return false;
  }
};

/**
 * The calls of a round that wait together. `removedBefore` counts the tasks that earlier rounds of the turn removed.
 * Calls that would fail (no such task, two that fit) don't wait: they are run, change nothing, and say why.
 */
export const callsThatWait = async (
  ctx: Context,
  setting: ConfirmDeletions,
  calls: readonly ReadCall[],
  removedBefore: number,
): Promise<Waiting[]> => {
  if (setting === "never") return [];
  const waiting: Waiting[] = [];
  for (const [index, call] of calls.entries()) {
    if ("failure" in call || !call.tool.preview) continue;
    const tasks = await call.tool.preview(ctx, call.arguments as never);
    if (tasks.length > 0) waiting.push({ index, tasks });
  }
  const numbers = new Set(waiting.flatMap(({ tasks }) => tasks.map((task) => task.id)));
  return mustWait(setting, numbers.size, removedBefore) ? waiting : [];
};
