/**
 * Which task a call means: by its number or its title, and never by a guess.
 */
import { z } from "zod";
import type { Context } from "@/lib/context";
import { findByTitle } from "@/lib/tasks/list";
import { matchTitles } from "@/lib/tasks/match";
import type { Task } from "@/lib/tasks/schema";
import { findTask } from "@/lib/tasks/service";
import type { ToolFailure } from "./tool";

const taskId = z
  .union([
    z.int().positive(),
    z
      .string()
      .regex(/^#?\d{1,9}$/, "A task's number, such as 3.")
      .transform((text) => Number(text.replace("#", ""))),
  ])
  .describe("The task's number, as the person and list_tasks call it.");

/** The arguments that name a task. */
export const target = {
  task_id: taskId.optional(),
  task_title: z
    .string()
    .trim()
    .min(1)
    .max(500)
    .optional()
    .describe(
      "The task's title or the words of it that tell it from others; when no number is known.",
    ),
};

type Found = { task: Task } | { failure: ToolFailure };

/** The one task that the arguments name; anything else is a failure that says why, and never a guess. */
export const findTarget = async (
  ctx: Context,
  args: { task_id?: number | undefined; task_title?: string | undefined },
  prefer?: "pending" | "completed",
): Promise<Found> => {
  if (args.task_id !== undefined) {
    const task = await findTask(ctx, args.task_id);
    if (!task) {
      return { failure: { error: "not_found", message: `There is no task ${args.task_id}.` } };
    }
    if (args.task_title !== undefined && matchTitles(args.task_title, [task]).length === 0) {
      const message = `Task ${task.id} is “${task.title}”, not “${args.task_title}”. Nothing was changed.`;
      return { failure: { error: "invalid_arguments", message } };
    }
    return { task };
  }
  if (args.task_title === undefined) {
    const message = "Name the task by task_id or task_title.";
    return { failure: { error: "invalid_arguments", message } };
  }
  const found = await findByTitle(ctx, args.task_title, prefer);
  const [task, another] = found;
  if (!task) {
    return { failure: { error: "not_found", message: `No task fits “${args.task_title}”.` } };
  }
  if (another) {
    return {
      failure: {
        error: "ambiguous",
        message: `${found.length} tasks fit “${args.task_title}”. Nothing was changed: ask which one is meant.`,
        candidates: found
          .slice(0, 10)
          .map(({ id, title, due_on, due_time }) => ({ task_id: id, title, due_on, due_time })),
      },
    };
  }
  return { task };
};
