/**
 * Carries out a message: its commands become tool calls, and the results of these become what is said.
 */
import { sameTitle } from "@/lib/tasks/match";
import { applyChange, deleteTasks } from "./applying";
import { remindAhead } from "./ahead";
import { changeTasks } from "./changing";
import { askFor, readFragment } from "./asking";
import { byCues } from "../reading/by-cues";
import type { Command, NewTask } from "../commands";
import { OVER } from "../english/unread-dates";
import type { ListedTask } from "../history";
import { told } from "../saying/report";
import { unreadDate } from "../words/taking-dates";
import { byFilter, inOrder } from "./filters";
import { resolve } from "./resolve";
import {
  ask,
  MOST_CHANGES,
  type Question,
  report,
  type Run,
  sceneOf,
  type Setting,
  tell,
} from "./run";
import * as offer from "../saying/offers";
import * as say from "../saying/sentences";
import { showList, showTasks } from "../saying/show";

export type Outcome = { text: string; question?: Question };

/** Whether what is to be added means a task that is there instead: then that is dealt with, or asked about. */
const meansAnother = (run: Run, task: NewTask, listed: readonly ListedTask[]): boolean => {
  if (!task.unless) return false;
  const { change, title, sure } = task.unless;
  const tasks = sameTitle(title, listed);
  if (tasks.length === 0) return false;
  const { unless: _, ...rest } = task;
  const question = { kind: "confirm", change, fields: {}, tasks: tasks.slice(0, 1) } as const;
  if (sure && tasks.length === 1) applyChange(run, { change, fields: {} }, tasks);
  else
    ask(
      run,
      { ...question, otherwise: { kind: "add", tasks: [rest] } },
      say.confirmChange(tasks, change, {}),
    );
  return true;
};

const addTasks = (run: Run, tasks: readonly NewTask[]): void => {
  run.recent = [];
  // Looked up before anything is added, which may have the same title.
  const listed = tasks.some(({ unless }) => unless)
    ? run.turn.tasks().tasks.filter(({ status }) => status === "pending")
    : [];
  for (const task of tasks.slice(0, MOST_CHANGES)) {
    if (meansAnother(run, task, listed)) continue;
    const { repeat, unless: _, ...args } = task;
    report(run, run.turn.call("add_task", args), { deed: "added", repeat });
  }
  for (const { title, due } of tasks) {
    const unread = due ? undefined : unreadDate(title, run.at);
    const over = due ? undefined : OVER.exec(title)?.[0];
    if (unread) tell(run, offer.notADate(unread));
    else if (over) tell(run, offer.over(over));
  }
  if (tasks.length > MOST_CHANGES) tell(run, offer.tooMany(tasks.length, MOST_CHANGES));
};

const undo = (run: Run): void => {
  if (!run.tools.has("undo")) {
    tell(run, say.noUndo());
    return;
  }
  const ran = run.turn.call("undo", {});
  if (ran) tell(run, say.undone(ran.result));
};

const list = (run: Run, command: Extract<Command, { kind: "list" }>): void => {
  run.turn.settle();
  run.turn.renew();
  const listed = run.turn.tasks(run.alone ? command.filter.status : "all");
  const { otherwise } = command;
  if (otherwise && byFilter(command.filter, listed.tasks, run.at).length === 0)
    perform(run, otherwise);
  else {
    tell(run, showList(command, listed, run.at));
    run.recent = byFilter(command.filter, listed.tasks, run.at).map((task) => task.task_id);
  }
};

const look = (run: Run, { target, noted }: Extract<Command, { kind: "look" }>): void => {
  const found = resolve(target, sceneOf(run, target), "look");
  const known = found.kind === "tasks" && found.tasks.some(({ description }) => description);
  if (noted !== undefined && !known) {
    tell(run, say.unclear("question", noted));
    return;
  }
  tell(
    run,
    found.kind === "none" ? say.nothingAbout(found.asked) : showTasks(inOrder(found.tasks), run.at),
  );
};

/** What was not understood is read once more, by its single words. */
const hintOf = (run: Run, command: Command): Extract<Command, { kind: "change" }> | null => {
  if (command.kind === "fragment")
    return command.due || command.priority || command.numbers ? null : byCues(command.text, run.at);
  const isUnread =
    command.kind === "unclear" && /^(?:cannot|foreign|none|question)$/.test(command.reason);
  return isUnread ? byCues(command.text, run.at) : null;
};

/** Carries out one command. */
const perform = (run: Run, command: Command): void => {
  const hinted = hintOf(run, command);
  if (hinted) changeTasks(run, { ...hinted, otherwise: command }, carryOutOne);
  else carryOutOne(run, command);
};

const carryOutOne = (run: Run, command: Command): void => {
  switch (command.kind) {
    case "add":
      addTasks(run, command.tasks);
      return;
    case "change":
      changeTasks(run, command, perform);
      return;
    case "list":
      list(run, command);
      return;
    case "look":
      look(run, command);
      return;
    case "ahead":
      remindAhead(run, command, perform);
      return;
    case "undo":
      undo(run);
      return;
    case "talk":
      tell(run, say.talk(command.topic));
      return;
    case "ask":
      askFor(run, command, perform);
      return;
    case "fragment":
      readFragment(run, command, perform);
      return;
    case "unclear":
      tell(run, say.unclear(command.reason, command.text));
  }
};

/** Small talk and asides beside a command need no answer of their own. */
const telling = (commands: readonly Command[]): readonly Command[] => {
  const isAside = (command: Command) =>
    command.kind === "talk" || (command.kind === "fragment" && command.aside === true);
  const isLeft = (command: Command) => command.kind === "unclear" && command.reason === "negated";
  // "Add two tasks. Clean the oven. …", "note to self, buy stamps": what is to be added follows.
  const adds = commands.some(({ kind }) => kind === "add");
  const isAnswered = (command: Command) =>
    adds && command.kind === "ask" && command.about === "title";
  const wanted = commands.filter((command) => !isAside(command) && !isAnswered(command));
  // "Don't delete it, just move it": that it was left alone goes without saying.
  const others = wanted.filter((command) => !isLeft(command));
  const kept = others.length > 0 ? others : wanted;
  return kept.length > 0 ? kept : commands.slice(0, 1);
};

const pointsBack = (command: Command): boolean =>
  command.kind === "change" && command.target.kind !== "numbers";

const isActing = (command: Command): boolean =>
  command.kind === "add" ||
  command.kind === "undo" ||
  (command.kind === "change" && command.change !== "delete");

/** Carries out a message's commands; throws `Waiting` when calls have to run first. */
export const carryOut = (
  setting: Setting,
  said: readonly Command[],
  scope?: readonly ListedTask[],
): Outcome => {
  const commands = telling(said);
  const run: Run = {
    ...setting,
    alone: commands.length === 1,
    lines: [],
    question: undefined,
    recent: [],
    deletions: [],
    rest: undefined,
    scope,
  };
  for (const [index, command] of commands.entries()) {
    // "it" behind something just done: which task that was is known when the call has run.
    const before = commands[index - 1];
    if (pointsBack(command) && before && isActing(before)) run.turn.settle();
    perform(run, command);
  }
  deleteTasks(run);
  run.turn.settle();
  const text = told(run.lines);
  return run.question ? { text, question: run.question } : { text };
};
