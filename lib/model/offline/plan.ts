/**
 * Carries out a message: its commands become tool calls, and the results of these become what is said. Asks instead
 * of acting wherever a target is in doubt, and understands the answer to its own question.
 */
import type { Change, Command, Fields, NewTask, Target } from "./commands";
import type { DueAt } from "./due";
import { changeResult, isRejected, type ListedTask, type PastTurn, type Ran } from "./history";
import { APPOINTMENT_VERBS, COMMAND_VERBS, DOUBTFUL_VERBS, TASK_VERBS } from "./english/verbs";
import { byFilter, inOrder, resolve, type Found, type Scene } from "./resolve";
import * as say from "./sentences";
import { showList, showTasks } from "./show";
import type { Turn } from "./turn";
import { updateOf } from "./update";
import { wordsOf } from "@/lib/tasks/match";

/** What is asked, and what its answer completes. */
export type Question =
  | { kind: "which"; change: Change; fields: Fields; candidates: ListedTask[] }
  | { kind: "confirm"; change: Change; fields: Fields; tasks: readonly ListedTask[] }
  | { kind: "add"; tasks: NewTask[] }
  | { kind: "title" }
  | { kind: "field"; field: "due" | "new-title" | "note"; tasks: ListedTask[] };

export type Outcome = { text: string; question?: Question };

export type Setting = {
  turn: Turn;
  past: readonly PastTurn[];
  at: DueAt;
  tools: ReadonlySet<string>;
};

/** Tasks that one message may change: the loop's own cap leaves room for the listing. */
const MOST_CHANGES = 45;

/** The state of a message while its commands are carried out. */
type Run = Setting & {
  /** The message holds one command and nothing else. */
  alone: boolean;
  lines: string[];
  question: Question | undefined;
  recent: number[];
  deletions: ListedTask[];
  scope: readonly ListedTask[] | undefined;
};

/** The word of a title that tells most, to find it in a long list. */
const searchWord = (target: Target): string =>
  target.kind === "title"
    ? ([...wordsOf(target.whole)].sort((a, b) => b.length - a.length).find(Boolean) ?? "")
    : "";

const sceneOf = (run: Run, target: Target): Scene => ({
  ...run.turn.tasksWith(searchWord(target)),
  past: run.past,
  recent: run.recent,
  ...(run.scope ? { scope: run.scope } : {}),
  at: run.at,
});

const report = (run: Run, ran: Ran | undefined, sentence: (result: say.Done) => string): void => {
  if (!ran) return;
  const result = changeResult.safeParse(ran.result);
  if (result.success) {
    run.recent = [...run.recent, result.data.task_id];
    run.lines.push(sentence(result.data));
  } else run.lines.push(say.failed(ran.result));
};

const addTasks = (run: Run, tasks: readonly NewTask[]): void => {
  run.recent = [];
  for (const task of tasks.slice(0, MOST_CHANGES)) {
    const { repeat, ...args } = task;
    const ran = run.turn.call("add_task", args);
    report(run, ran, (result) => say.added(result, repeat));
  }
  if (tasks.length > MOST_CHANGES) run.lines.push(say.tooMany(tasks.length, MOST_CHANGES));
};

const applyChange = (
  run: Run,
  change: Change,
  fields: Fields,
  tasks: readonly ListedTask[],
): void => {
  if (change === "delete") {
    for (const task of tasks) if (!run.deletions.includes(task)) run.deletions.push(task);
    return;
  }
  if (tasks.length > MOST_CHANGES) {
    run.lines.push(say.tooManyAtOnce(tasks.length, MOST_CHANGES));
    return;
  }
  run.recent = [];
  for (const task of tasks) {
    if (change === "complete") {
      const ran = run.turn.call("complete_task", { task_id: task.task_id });
      report(run, ran, say.completed);
    } else if (change === "reopen") {
      const ran = run.turn.call("update_task", { task_id: task.task_id, completed: false });
      report(run, ran, say.reopened);
    } else {
      const args = updateOf(task, fields, run.at);
      if (!args) run.lines.push(say.noSuchPart(task, fields.part ?? ""));
      else
        report(run, run.turn.call("update_task", args), (result) =>
          say.updated(result, task, fields),
        );
    }
  }
};

/** All deletions of a message in one round, last, so that the policy sees them together and can hold them. */
const deleteTasks = (run: Run): void => {
  const tasks = run.deletions;
  if (tasks.length > MOST_CHANGES) {
    run.lines.push(say.tooManyAtOnce(tasks.length, MOST_CHANGES));
    return;
  }
  const kept: ListedTask[] = [];
  for (const task of tasks) {
    const ran = run.turn.call("delete_task", { task_id: task.task_id });
    if (ran && isRejected(ran)) kept.push(task);
    else report(run, ran, say.deleted);
  }
  if (kept.length > 0) run.lines.push(say.kept(kept));
};

const ask = (run: Run, question: Question, text: string): void => {
  run.lines.push(text);
  run.question ??= question;
};

/**
 * Whether a clause may as well be something new: its verb is the task's own ("cancel the gym", "Cancel gym
 * membership"), or one that begins things to do while the task begins with another ("check the oven", "Fix the oven").
 */
const mayBeNew = (otherwise: Command | undefined, tasks: readonly ListedTask[]): boolean => {
  if (otherwise?.kind !== "add") return false;
  const [verb = ""] = wordsOf(otherwise.tasks[0]?.title ?? "");
  return tasks.some((task) => {
    const [own = ""] = wordsOf(task.title);
    if (!TASK_VERBS.has(own)) return false;
    return own === verb || (DOUBTFUL_VERBS.has(verb) && !APPOINTMENT_VERBS.has(own));
  });
};

const changeTasks = (run: Run, command: Extract<Command, { kind: "change" }>): void => {
  const { change, fields, otherwise, target } = command;
  // A number alone needs no list: the tool knows whether there is such a task.
  if (isDirect(command)) {
    const [number = 0] = target.kind === "numbers" ? target.numbers : [];
    const task: ListedTask = {
      task_id: number,
      title: "",
      status: "pending",
      due_on: undefined,
      due_time: undefined,
      due: undefined,
    };
    applyChange(run, change, fields, [task]);
    return;
  }
  const found = resolve(target, sceneOf(run, target), change);
  settleTarget(run, found, command, otherwise);
};

/** Whether a change builds on what the task is now. */
const needsToSee = (fields: Fields): boolean =>
  typeof fields.due === "string" ||
  fields.append !== undefined ||
  fields.part !== undefined ||
  fields.keepsVerb !== undefined ||
  fields.shift !== undefined;

const settleTarget = (
  run: Run,
  found: Found,
  command: Extract<Command, { kind: "change" }>,
  otherwise: Command | undefined,
): void => {
  const { change, fields } = command;
  switch (found.kind) {
    case "tasks": {
      const tasks = withoutDone(found.tasks, change, command.target);
      if (found.tasks.length === 0) run.lines.push(say.nothingFits(change, command.target));
      else if (tasks.length === 0) run.lines.push(say.allSoAlready(found.tasks, change));
      else if (needsToSee(fields) && tasks.some(({ title }) => title === ""))
        run.lines.push(say.notSeen(tasks));
      else if (otherwise && command.target.kind === "title" && mayBeNew(otherwise, tasks)) {
        ask(
          run,
          { kind: "confirm", change, fields, tasks },
          say.confirmChange(tasks, change, fields),
        );
      } else if (fields.title !== undefined && fields.part === undefined && tasks.length > 1) {
        run.lines.push(say.oneTitleOnly(tasks));
      } else {
        if (change === "delete") run.recent = tasks.map((task) => task.task_id);
        applyChange(run, change, fields, tasks);
      }
      return;
    }
    case "which":
      ask(
        run,
        { kind: "which", change, fields, candidates: found.tasks },
        say.which(found.tasks, found.asked, change),
      );
      return;
    case "perhaps": {
      if (otherwise) {
        perform(run, otherwise);
        return;
      }
      const [only] = found.tasks;
      if (found.tasks.length === 1 && only) {
        ask(
          run,
          { kind: "confirm", change, fields, tasks: [only] },
          say.perhaps(only, found.asked, change, fields),
        );
      } else {
        ask(
          run,
          { kind: "which", change, fields, candidates: found.tasks },
          say.whichPerhaps(found.tasks, found.asked),
        );
      }
      return;
    }
    case "none":
      if (otherwise) perform(run, otherwise);
      else run.lines.push(say.notFound(found, command, run.turn.tasks().tasks));
  }
};

/** A bulk change leaves alone what is so already. */
const withoutDone = (
  tasks: readonly ListedTask[],
  change: Change,
  target: Target,
): readonly ListedTask[] => {
  if (target.kind === "numbers" && target.numbers.length === 1) return tasks;
  if (change === "complete") return tasks.filter((task) => task.status === "pending");
  if (change === "reopen") return tasks.filter((task) => task.status === "completed");
  return tasks;
};

/** Whether the call can be made by its number, without a look at the list. */
const isDirect = ({ change, target, fields }: Extract<Command, { kind: "change" }>): boolean =>
  target.kind === "numbers" &&
  target.numbers.length === 1 &&
  (target.numbers[0] ?? 0) > 0 &&
  (target.numbers[0] ?? 0) < 1000 &&
  change !== "delete" &&
  !needsToSee(fields);

const undo = (run: Run): void => {
  if (!run.tools.has("undo")) {
    run.lines.push(say.noUndo());
    return;
  }
  const ran = run.turn.call("undo", {});
  if (ran) run.lines.push(say.undone(ran.result));
};

/** Carries out one command. */
export const perform = (run: Run, command: Command): void => {
  switch (command.kind) {
    case "add":
      addTasks(run, command.tasks);
      return;
    case "change":
      changeTasks(run, command);
      return;
    case "list": {
      run.turn.settle();
      const listed = run.turn.tasks(run.alone ? command.filter.status : "all");
      const { otherwise } = command;
      if (otherwise && byFilter(command.filter, listed.tasks, run.at).length === 0)
        perform(run, otherwise);
      else run.lines.push(showList(command, listed, run.at));
      return;
    }
    case "look": {
      const found = resolve(command.target, sceneOf(run, command.target), "look");
      if (found.kind === "tasks" || found.kind === "which")
        run.lines.push(showTasks(inOrder(found.tasks), run.at));
      else if (found.kind === "perhaps") run.lines.push(showTasks(inOrder(found.tasks), run.at));
      else run.lines.push(say.nothingAbout(found.asked));
      return;
    }
    case "undo":
      undo(run);
      return;
    case "talk":
      run.lines.push(say.talk(command.topic));
      return;
    case "ask":
      askFor(run, command);
      return;
    case "fragment":
      readFragment(run, command);
      return;
    case "unclear":
      run.lines.push(say.unclear(command.reason, command.text));
  }
};

/** A number alone shows its task; a few words alone may be something to add. */
const readFragment = (run: Run, command: Extract<Command, { kind: "fragment" }>): void => {
  const { text, due, numbers, priority } = command;
  if (priority) {
    const filter = { status: "pending" as const, priority };
    perform(run, { kind: "list", filter, count: false, next: false });
    return;
  }
  if (numbers) perform(run, { kind: "look", target: { kind: "numbers", numbers } });
  else if (isAddable(text))
    ask(run, { kind: "add", tasks: [say.asTask(text, due)] }, say.addInstead(text));
  else run.lines.push(say.notUnderstood(text));
};

const isAddable = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}\s'’,.&-]{2,60}$/u.test(text) &&
  !/^\d+$/.test(text) &&
  !COMMAND_VERBS.has(text.toLowerCase());

const askFor = (run: Run, command: Extract<Command, { kind: "ask" }>): void => {
  if (command.about === "title") {
    ask(run, { kind: "title" }, say.askTitle());
    return;
  }
  const target = command.target ?? { kind: "pronoun", many: false };
  const found = resolve(target, sceneOf(run, target), "update");
  if (found.kind === "tasks" && found.tasks.length > 0 && command.about === "change") {
    run.lines.push(say.askChange(found.tasks));
  } else if (found.kind === "tasks" && found.tasks.length > 0 && command.about !== "change") {
    ask(
      run,
      { kind: "field", field: command.about, tasks: found.tasks },
      say.askField(command.about, found.tasks),
    );
  } else if (found.kind === "which") {
    run.lines.push(say.which(found.tasks, found.asked, "update"));
  } else {
    const asked = found.kind === "tasks" ? "" : found.asked;
    run.lines.push(
      say.notFound(
        { kind: "none", asked },
        { kind: "change", change: "update", target, fields: {} },
        run.turn.tasks().tasks,
      ),
    );
  }
};

/** Carries out a message's commands; throws `Waiting` when calls have to run first. */
export const carryOut = (
  setting: Setting,
  commands: readonly Command[],
  scope?: readonly ListedTask[],
): Outcome => {
  const alone = commands.length === 1;
  const run: Run = {
    ...setting,
    alone,
    lines: [],
    question: undefined,
    recent: [],
    deletions: [],
    scope,
  };
  for (const [index, command] of commands.entries()) {
    // "it" behind something just added: its number is known when the call has run.
    if (index > 0 && command.kind === "change" && command.target.kind !== "numbers") {
      if (commands[index - 1]?.kind === "add") run.turn.settle();
    }
    // Small talk beside a command needs no answer of its own.
    if (
      command.kind === "talk" &&
      commands.length > 1 &&
      commands.some((other) => other.kind !== "talk")
    )
      continue;
    perform(run, command);
  }
  deleteTasks(run);
  run.turn.settle();
  const text = say.joined(run.lines);
  return run.question ? { text, question: run.question } : { text };
};
