/**
 * Asks the tools for the changes of tasks that are known: as many as one turn may make, and a way on for the rest.
 */
import type { Change, Command, Fields } from "../commands";
import { isRejected, type ListedTask } from "../history";
import type { Deed } from "../saying/report";
import { ask, MOST_CHANGES, report, type Run, tell } from "./run";
import * as say from "../saying/sentences";
import { updateOf } from "./update";

export type ChangeCommand = Extract<Command, { kind: "change" }>;

export const TOOL: Readonly<Record<Change, string>> = {
  complete: "complete_task",
  reopen: "update_task",
  delete: "delete_task",
  update: "update_task",
};

const applyUpdate = (run: Run, task: ListedTask, fields: Fields): void => {
  const args = updateOf(task, fields, run.at);
  if (args) {
    report(run, run.turn.call("update_task", args), { deed: "updated", before: task, fields });
  } else if (fields.shift) {
    ask(run, { kind: "field", field: "due", tasks: [task] }, say.askTime(task));
  } else tell(run, say.noSuchPart(task, fields.part ?? fields.title ?? ""));
};

/** Changes these tasks; deletions are kept for the end of the message. */
export const applyChange = (
  run: Run,
  { change, fields }: Pick<ChangeCommand, "change" | "fields">,
  tasks: readonly ListedTask[],
): void => {
  if (change === "delete") {
    for (const task of tasks) if (!run.deletions.includes(task)) run.deletions.push(task);
    return;
  }
  run.recent = [];
  for (const task of tasks) {
    if (change === "update") applyUpdate(run, task, fields);
    else {
      const args = { task_id: task.task_id, ...plainArguments(change, fields) };
      report(run, run.turn.call(TOOL[change], args), deedOf(change, fields, task));
    }
  }
};

const canBeSaidAgain = (said: string): boolean => said.length <= 100 && !/[“”\n]/.test(said);

/**
 * Changes as many of these tasks as one turn may, and asks whether to go on with the rest. `beyond` counts those that
 * the list was too long to show.
 */
export const applyInPart = (
  run: Run,
  command: ChangeCommand,
  tasks: readonly ListedTask[],
  beyond: number,
): void => {
  applyChange(run, command, tasks.slice(0, MOST_CHANGES));
  const left = Math.max(0, tasks.length - MOST_CHANGES) + beyond;
  if (left === 0) return;
  run.rest = { left, goesOn: run.alone && canBeSaidAgain(run.said) };
};

/** All deletions of a message in one round, last, so that the policy sees them together and can hold them. */
export const deleteTasks = (run: Run): void => {
  const kept: ListedTask[] = [];
  for (const task of run.deletions.slice(0, MOST_CHANGES)) {
    const ran = run.turn.call("delete_task", { task_id: task.task_id });
    if (ran && isRejected(ran)) kept.push(task);
    else report(run, ran, { deed: "deleted" });
  }
  if (kept.length > 0) tell(run, say.kept(kept));
  const cut = run.deletions.length - MOST_CHANGES;
  if (run.rest && kept.length === 0)
    tell(run, run.rest.goesOn ? say.goOn(run.rest.left, run.said) : say.leftOver(run.rest.left));
  else if (cut > 0) tell(run, say.leftOver(cut));
};

/** The arguments of a change that can be said without knowing the task; null where it builds on what the task is. */
export const plainArguments = (change: Change, fields: Fields): Record<string, unknown> | null => {
  if (change === "reopen") return { completed: false };
  if (change !== "update") return {};
  const { shift, timeless, append, part, keepsVerb, swaps, ...plain } = fields;
  return shift || timeless || append !== undefined || (part ?? swaps) !== undefined || keepsVerb
    ? null
    : plain;
};

export const deedOf = (change: Change, fields: Fields, before: ListedTask): Deed => {
  switch (change) {
    case "complete":
      return { deed: "completed" };
    case "reopen":
      return { deed: "reopened" };
    case "delete":
      return { deed: "deleted" };
    case "update":
      return { deed: "updated", before, fields };
  }
};
