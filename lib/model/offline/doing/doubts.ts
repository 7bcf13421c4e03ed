/**
 * What speaks against carrying out a change just so: it may mean something new, or a task that is not there.
 */
import { wordsOf } from "@/lib/tasks/match";
import type { ChangeCommand } from "./applying";
import type { Command } from "../commands";
import {
  APPOINTMENT_VERBS,
  APPOINTMENTS,
  DOUBTFUL_VERBS,
  MOVING_VERBS,
  TASK_VERBS,
} from "../english/verbs";
import type { ListedTask } from "../history";

/**
 * Whether a clause may as well be something new: its verb is the task's own ("cancel the gym", "Cancel gym
 * membership"), or one that begins things to do while the task begins with another ("check the oven", "Fix the oven").
 */
export const mayBeNew = (
  otherwise: Command | undefined,
  tasks: readonly ListedTask[],
  said: string,
): boolean => {
  if (otherwise?.kind !== "add") return false;
  const [verb = ""] = wordsOf(otherwise.tasks[0]?.title ?? "");
  return tasks.some((task) => {
    const [own = ""] = wordsOf(task.title);
    // "Delete close the board and order the devices": a title said in full is that task's.
    if (!TASK_VERBS.has(own) || wordsOf(task.title).join(" ") === wordsOf(said).join(" "))
      return false;
    return own === verb || (DOUBTFUL_VERBS.has(verb) && !APPOINTMENT_VERBS.has(own));
  });
};

/** "Move the dentist appointment to Friday" is hardly something to do, where a task is about the dentist. */
export const isMoving = (command: Command): boolean =>
  command.kind === "add" && MOVING_VERBS.has(wordsOf(command.tasks[0]?.title ?? "")[0] ?? "");

/** "Cancel my dentist appointment" is said of one that should be there. */
export const isCalledOff = ({ change, target }: ChangeCommand): boolean =>
  change === "delete" &&
  target.kind === "title" &&
  APPOINTMENTS.has(wordsOf(target.whole).at(-1) ?? "");

/** Whether what is to be moved is done, so that another may be meant, or none. */
export const isLongDone = (
  tasks: readonly ListedTask[],
  { target, fields }: ChangeCommand,
): boolean =>
  target.kind === "title" &&
  (typeof fields.due === "string" || fields.shift !== undefined) &&
  tasks.every(({ status }) => status === "completed");

/** Whether a task of the same title may be another: it has a date already, or there are two. */
export const isDoubtful = (tasks: readonly ListedTask[]): boolean =>
  tasks.length > 1 || tasks.some(({ due_on }) => due_on !== undefined);
