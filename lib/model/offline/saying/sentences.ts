/**
 * What the assistant asks and says beside what was done (`report.ts`). Wordings vary with the content, never by chance.
 */
import { z } from "zod";
import type { Change, Command, Fields, Target, Topic } from "../commands";
import { CANNOT, goOnQuestion, TALK_REPLIES, UNCLEAR } from "../english/replies";
import { changeResult, failure, type ListedTask, type Ran } from "../history";
import { enumerated, full, name, pick } from "./phrases";
import type { Found } from "../doing/titles";

/** What went wrong with a call, in the tool's own words, which are made for people. */
export const failed = (result: unknown): string => {
  const parsed = failure.safeParse(result);
  if (!parsed.success) return "That didn't work, and nothing was changed.";
  const { error, message, candidates } = parsed.data;
  if (error === "ambiguous" && candidates)
    return `${full(message)} Which one do you mean?\n\n${lines(candidates)}`;
  if (error === "not_found") return `${full(message)} Nothing was changed.`;
  return full(message);
};

const undoResult = z.object({
  tasks: z.array(z.object({ task_id: z.int(), title: z.string(), now: z.string() })),
});

const RESTORED: Readonly<Record<string, string>> = {
  deleted: "is gone again",
  restored: "is back",
};

/** Few tasks are named in the sentence, many one below the other. */
const FEW = 3;

/** What `undo` took back. */
export const undone = (result: unknown): string => {
  const done = undoResult.safeParse(result);
  if (!done.success) return failed(result);
  const { tasks } = done.data;
  const state = (task: (typeof tasks)[number]) => RESTORED[task.now] ?? "is as it was before";
  if (tasks.length <= FEW)
    return full(
      `Took that back: ${enumerated(tasks.map((task) => `${name(task)} ${state(task)}`))}`,
    );
  const some = [...tasks.slice(0, 2).map(name), `${tasks.length - 2} more`];
  const [first] = tasks;
  const same = first && tasks.every(({ now }) => now === first.now) ? first.now : "";
  const now = { deleted: ", all gone again", restored: ", all back" }[same] ?? "";
  return full(`Took back ${tasks.length} changes: ${enumerated(some)}${now}`);
};

const lines = (
  tasks: readonly { task_id: number; title: string; due?: string | undefined }[],
): string =>
  tasks.map((task) => `- ${name(task)}${task.due ? `, due ${task.due}` : ""}`).join("\n");

const VERB: Record<Change, string> = {
  complete: "mark as done",
  reopen: "open again",
  delete: "delete",
  update: "change",
};

const choice = (tasks: readonly ListedTask[]): string => {
  const mixed = tasks.some(({ status }) => status !== tasks[0]?.status);
  const shown = tasks.map((task) =>
    mixed && task.status === "completed" ? { ...task, title: `${task.title} (done)` } : task,
  );
  const named = shown.map((task) => name(task) + (task.due ? ` (due ${task.due})` : ""));
  return named.length <= FEW
    ? `: ${named.slice(0, -1).join(", ")} or ${named.at(-1) ?? ""}?`
    : `?\n\n${lines(shown)}`;
};

export const which = (tasks: readonly ListedTask[], asked: string, change: Change): string => {
  const fits = asked === "" ? "That could be any of these" : `${tasks.length} tasks fit “${asked}”`;
  return `${fits}. Which one should I ${VERB[change]}${choice(tasks)}`;
};

export const whichPerhaps = (tasks: readonly ListedTask[], asked: string): string =>
  `No task is quite “${asked}”. Which one did you mean${choice(tasks)}`;

const asQuestion = (task: ListedTask, change: Change, fields: Fields): string => {
  switch (change) {
    case "complete":
      return `Mark ${name(task)} as done?`;
    case "reopen":
      return `Open ${name(task)} again?`;
    case "delete":
      return `Delete ${name(task)}?`;
    case "update":
      return fields.title === undefined ? `Change ${name(task)}?` : `Rename ${name(task)}?`;
  }
};

const yesOrNo = (why: string, task: ListedTask, change: Change, fields: Fields): string =>
  `${why} ${asQuestion(task, change, fields)} Say yes or no.`;

export const perhaps = (task: ListedTask, asked: string, change: Change, fields: Fields): string =>
  yesOrNo(`No task is quite “${asked}”.`, task, change, fields);

/** The words may mean a task that is there, or something new. */
export const confirmChange = (
  tasks: readonly ListedTask[],
  change: Change,
  fields: Fields,
): string => {
  const [task] = tasks;
  return task ? yesOrNo("Do you mean a task that you have?", task, change, fields) : "";
};

/** What is done is hardly to be moved. */
export const doneAlready = (
  tasks: readonly ListedTask[],
  change: Change,
  fields: Fields,
): string => {
  const [task] = tasks;
  return task ? yesOrNo(`${name(task)} is done already.`, task, change, fields) : "";
};

/** Deletions that waited for a yes and did not get it. */
export const kept = (tasks: readonly ListedTask[]): string =>
  full(`Nothing was deleted; you still have ${enumerated(tasks.map(name))}`);

export const keptAll = (): string => "All right, nothing was changed.";

export const nothingFits = (change: Change, target: Target): string => {
  const status = target.kind === "filter" ? target.filter.status : "all";
  const kind = status === "completed" ? "completed " : status === "pending" ? "open " : "";
  return `There are no ${kind}tasks like that to ${VERB[change]}, so nothing was changed.`;
};

export const allSoAlready = (tasks: readonly ListedTask[], change: Change): string => {
  const [task] = tasks;
  const state = { complete: "done", reopen: "open", update: "so", delete: "gone" }[change];
  return tasks.length === 1 && task
    ? full(`${name(task)} is ${state} already and was not changed`)
    : `All ${tasks.length} of them are ${state} already.`;
};

export const nothingDated = (): string =>
  "None of these tasks has a date that could be moved, so nothing was changed.";

export const undated = (tasks: readonly ListedTask[]): string => {
  const few = tasks.length <= FEW ? enumerated(tasks.map(name)) : `${tasks.length} tasks`;
  return `${few} without a date ${tasks.length === 1 ? "stays" : "stay"} as ${tasks.length === 1 ? "it is" : "they are"}.`;
};

export const oneTitleOnly = (tasks: readonly ListedTask[]): string =>
  `I rename one task at a time. Which one do you mean?\n\n${lines(tasks)}`;

/** Some of many were changed: asks whether to go on. */
export const goOn = (left: number, said: string): string =>
  `That is as many as I can do at once; up to ${left} more are left. ${goOnQuestion(said)}`;

export const leftOver = (left: number): string =>
  `That is as many as I can do at once; up to ${left} more are left as they were. Name a part of them, for example “the ones due this week”.`;

export const noSuchPart = (task: ListedTask, part: string): string =>
  `“${part}” is not in the title of ${name(task)}. Nothing was changed.`;

export const notFound = (
  found: Extract<Found, { kind: "none" }>,
  command: Extract<Command, { kind: "change" }>,
  tasks: readonly ListedTask[],
): string => {
  if (found.numbers) return full(`There is no task ${found.asked}. Nothing was changed`);
  if (tasks.length === 0) return "Your list is empty, so there is nothing to change.";
  if (found.asked === "")
    return `Which task should I ${VERB[command.change]}? Say its number or title. Nothing was changed.`;
  return `I couldn't find a task like “${found.asked}”. Nothing was changed.`;
};

export const nothingAbout = (asked: string): string =>
  asked === ""
    ? "Which task do you mean? Say its number or title."
    : `There is no task about “${asked}”.`;

export const notSeen = (tasks: readonly ListedTask[]): string =>
  `Your list is too long for me to see ${tasks.map(({ task_id }) => `#${task_id}`).join(", ")}. Say its title instead; nothing was changed.`;

export const askTitle = (): string => "What should the task say?";

export const askTime = (task: ListedTask): string =>
  `${name(task)} has no time that could be moved. When should it be due?`;

export const askField = (
  field: "due" | "new-title" | "note",
  tasks: readonly ListedTask[],
): string => {
  const named = tasks.length === 1 && tasks[0] ? name(tasks[0]) : `these ${tasks.length} tasks`;
  switch (field) {
    case "due":
      return `When should ${named} be due?`;
    case "new-title":
      return `What should ${named} be called?`;
    case "note":
      return `What should the note of ${named} say?`;
  }
};

export const askChange = (tasks: readonly ListedTask[]): string =>
  `What should I change about ${enumerated(tasks.map(name))}: the title, the date, the priority or the note?`;

export const notUnderstood = (text: string): string => pick(text, UNCLEAR);

export const unclear = (
  reason: Extract<Command, { kind: "unclear" }>["reason"],
  text: string,
): string => pick(text, CANNOT[reason]);

export const noUndo = (): string =>
  "I can't undo yet. Tell me what to change back, for example “reopen task 2” or “rename task 3 to Call mom”.";

export const talk = (topic: Topic): string => pick(topic, TALK_REPLIES[topic]);

/** What is known of calls that this assistant did not ask for: another began the turn. */
export const carriedOn = (ran: readonly Ran[]): string => {
  const done = ran.flatMap(({ tool, result }) => {
    const change = changeResult.safeParse(result);
    return tool !== "list_tasks" && change.success ? [name(change.data)] : [];
  });
  return done.length > 0
    ? `So far this was done: ${enumerated(done)}. Say what is still missing.`
    : "Nothing was changed. Please say it again.";
};
