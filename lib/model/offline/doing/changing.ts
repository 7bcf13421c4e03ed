/**
 * Carries out changes of tasks that are there: finds the target, asks wherever it is in doubt, and calls the tools.
 */
import {
  applyChange,
  applyInPart,
  type ChangeCommand,
  deedOf,
  plainArguments,
  TOOL,
} from "./applying";
import { byCues } from "../reading/by-cues";
import type { Command, Fields } from "../commands";
import { isCalledOff, isDoubtful, isLongDone, isMoving, mayBeNew } from "./doubts";
import { failure, type ListedTask, unseen } from "../history";
import type { DueAt } from "../words/due";
import { resolve } from "./resolve";
import { inPart } from "./in-part";
import { isSoAlready } from "./update";
import { sharedTitle, type Found } from "./titles";
import { ask, MOST_CHANGES, report, type Run, sceneOf, tell } from "./run";
import * as offer from "../saying/offers";
import * as say from "../saying/sentences";

/** Carries out what a clause means where it turns out to be no change. */
type Perform = (run: Run, command: Command) => void;

/** Whether a change builds on what the task is now. */
const needsToSee = (fields: Fields): boolean =>
  typeof fields.due === "string" ||
  fields.append !== undefined ||
  fields.part !== undefined ||
  fields.keepsVerb !== undefined ||
  fields.swaps !== undefined ||
  fields.timeless !== undefined ||
  fields.shift !== undefined;

/** The number by which the call can be made without a look at the list: the tool knows whether it is a task's. */
const directNumber = ({ change, target, fields, instead }: ChangeCommand): number | undefined => {
  if (target.kind !== "numbers" || change === "delete" || needsToSee(fields) || instead)
    return undefined;
  const [number = 0, another] = target.numbers;
  return another === undefined && number > 0 && number < 1000 ? number : undefined;
};

export const changeTasks = (run: Run, command: ChangeCommand, perform: Perform): void => {
  const { change, target, fork } = command;
  if (fork?.then.kind === "change") {
    const { then } = fork;
    const found = resolve(then.target, sceneOf(run, then.target, then.change), then.change);
    const both = found.kind === "tasks" && found.tasks.length > 0 ? [fork.first, then] : [];
    for (const each of both) perform(run, each);
    if (both.length > 0) return;
  }
  const direct = directNumber(command);
  if (direct === undefined) {
    settleTarget(run, resolve(target, sceneOf(run, target, change), change), command, perform);
  } else applyChange(run, command, [unseen(direct)]);
};

/** A bulk change leaves alone what is so already. */
const withoutDone = (
  tasks: readonly ListedTask[],
  { change, target, fields }: ChangeCommand,
  at: DueAt,
): readonly ListedTask[] => {
  if (target.kind === "numbers" && target.numbers.length === 1) return tasks;
  if (change === "complete") return tasks.filter((task) => task.status === "pending");
  if (change === "reopen") return tasks.filter((task) => task.status === "completed");
  if (change === "update" && target.kind === "filter")
    return tasks.filter((task) => !isSoAlready(task, fields, at));
  return tasks;
};

/** "Push everything back a day" moves what has a date, and gives none to what has none. */
const movable = (
  tasks: readonly ListedTask[],
  { target, fields }: ChangeCommand,
): { moving: readonly ListedTask[]; undated: readonly ListedTask[] } => {
  if (target.kind !== "filter" || !fields.shift) return { moving: tasks, undated: [] };
  return {
    moving: tasks.filter(({ due_on }) => due_on !== undefined),
    undated: tasks.filter(({ due_on }) => due_on === undefined),
  };
};

const changeFound = (
  run: Run,
  found: readonly ListedTask[],
  command: ChangeCommand,
  perform: Perform,
): void => {
  const { change, fields, otherwise, target } = command;
  // A filter may fit tasks that the list was too long to show.
  const beyond = target.kind === "filter" ? run.turn.tasks().more : 0;
  const { moving, undated } = movable(found, command);
  const tasks = withoutDone(moving, command, run.at).filter(
    ({ task_id }) => change !== "update" || !run.done.has(task_id),
  );
  // "I finished the report and the bill is paid, tick both": said twice, done once.
  if (
    change === "complete" &&
    tasks.length > 0 &&
    tasks.every(({ task_id }) => run.turn.hasAsked(TOOL.complete, task_id))
  )
    return;
  if (target.kind === "same" && otherwise) {
    if (found.length === 0) perform(run, otherwise);
    else if (isDoubtful(found))
      ask(
        run,
        { kind: "confirm", change, fields, tasks: found.slice(0, 1), otherwise },
        say.confirmChange(found, change, fields),
      );
    else applyChange(run, command, found);
  } else if (found.length === 0) tell(run, say.nothingFits(change, target));
  else if (moving.length === 0) tell(run, say.nothingDated());
  else if (tasks.length === 0)
    tell(run, beyond > 0 ? say.leftOver(beyond) : say.allSoAlready(found, change));
  else if (needsToSee(fields) && tasks.some(({ title }) => title === ""))
    tell(run, say.notSeen(tasks));
  else if (otherwise && target.kind === "title" && mayBeNew(otherwise, tasks, target.whole))
    ask(run, { kind: "confirm", change, fields, tasks }, say.confirmChange(tasks, change, fields));
  else if (isLongDone(tasks, command))
    ask(run, { kind: "confirm", change, fields, tasks }, say.doneAlready(tasks, change, fields));
  else if (fields.title !== undefined && fields.part === undefined && tasks.length > 1)
    tell(run, say.oneTitleOnly(tasks));
  else {
    if (change === "delete") run.recent = tasks.map((task) => task.task_id);
    if (tasks.length > MOST_CHANGES || beyond > 0) applyInPart(run, command, tasks, beyond);
    else applyChange(run, command, tasks);
    if (undated.length > 0) tell(run, say.undated(undated));
  }
};

/**
 * Asks which of several tasks is meant. Where the tool, too, finds just these by a title, it is called: the page makes
 * buttons of the candidates in its refusal.
 */
const askWhich = (
  run: Run,
  found: Extract<Found, { kind: "which" }>,
  { change, fields, instead }: ChangeCommand,
): void => {
  const { tasks: candidates, asked } = found;
  const back = instead ? { instead } : {};
  const { tasks, more } = run.turn.tasks();
  const args = plainArguments(change, fields);
  const title = args && more === 0 ? sharedTitle(found, tasks, change) : undefined;
  if (title !== undefined) {
    const ran = run.turn.call(TOOL[change], { task_title: title, ...args });
    if (!ran) return;
    const refused = failure.safeParse(ran.result);
    if (!refused.success || refused.data.error !== "ambiguous") {
      // The list was changed by another meanwhile.
      report(run, ran, deedOf(change, fields, unseen(0)));
      return;
    }
  }
  ask(
    run,
    { kind: "which", change, fields, candidates, ...back },
    say.which(candidates, asked, change),
  );
};

/** Says that no such task was found; where none was named, asks for one. */
const askNamed = (
  run: Run,
  found: Extract<Found, { kind: "none" }>,
  command: ChangeCommand,
): void => {
  const { tasks } = run.turn.tasks();
  const text = say.notFound(found, command, tasks);
  const { change, fields, instead } = command;
  const back = instead ? { instead } : {};
  if (found.asked === "" && !found.numbers && tasks.length > 0)
    ask(run, { kind: "which", change, fields, candidates: tasks, ...back }, text);
  else tell(run, text);
};

const isUnread = ({ kind }: Command): boolean => kind === "fragment" || kind === "unclear";

/** Where no task is called so, the whole sentence may name one: "bump the essay up to high, exam's coming". */
const hintedAt = (
  run: Run,
  found: Extract<Found, { kind: "none" }>,
  command: ChangeCommand,
): void => {
  const hinted = byCues(run.said, run.at);
  const named = hinted && resolve(hinted.target, sceneOf(run, hinted.target), hinted.change);
  if (hinted && named?.kind === "tasks") settleTarget(run, named, hinted, () => undefined);
  else askNamed(run, found, command);
};

const settleTarget = (run: Run, found: Found, command: ChangeCommand, perform: Perform): void => {
  const { change, fields, otherwise, instead } = command;
  const back = instead ? { instead } : {};
  switch (found.kind) {
    case "tasks":
      // A correction is one step: what was wrong is taken back only now that it is known what is right.
      if (instead && found.tasks.length > 0) {
        perform(run, instead);
        run.turn.settle();
      }
      changeFound(run, found.tasks, inPart(command, found.tasks, run.said) ?? command, perform);
      return;
    case "which":
      askWhich(run, found, command);
      return;
    case "perhaps": {
      const [only, another] = found.tasks;
      if (otherwise && !isUnread(otherwise) && !isMoving(otherwise) && !isCalledOff(command))
        perform(run, otherwise);
      else if (only && !another)
        ask(
          run,
          { kind: "confirm", change, fields, tasks: [only], ...back },
          say.perhaps(only, found.asked, change, fields),
        );
      else
        ask(
          run,
          { kind: "which", change, fields, candidates: found.tasks, ...back },
          say.whichPerhaps(found.tasks, found.asked),
        );
      return;
    }
    case "none":
      if (otherwise?.kind === "add" && isCalledOff(command))
        ask(run, otherwise, offer.nothingToCancel(found.asked, otherwise.tasks));
      else if (otherwise) perform(run, otherwise);
      else if (run.alone && command.target.kind === "title") hintedAt(run, found, command);
      else askNamed(run, found, command);
  }
};
