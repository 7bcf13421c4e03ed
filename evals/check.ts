/**
 * Holds what is there against what must be there; each fault is a sentence.
 */
import type { Task } from "@/lib/tasks/schema";
import { resolveDay } from "./days";
import type { Expectation, ExpectedTask } from "./dialogue";

export type State = {
  tasks: readonly Task[];
  setup: readonly Task[];
  reply: string;
  waits: boolean;
  now: Date;
  timeZone: string;
};

const FIELDS = ["title", "description", "due_on", "due_time", "priority", "completed"] as const;

const shown = (value: unknown): string => JSON.stringify(value);

/** How a task differs from what is expected of it. */
const differences = (task: Task, expected: ExpectedTask, state: State): string[] => {
  const faults: string[] = [];
  const before =
    expected.same === undefined ? undefined : state.setup.find(({ id }) => id === expected.same);
  const day = (value: string | null) =>
    value === null ? null : resolveDay(value, state.now, state.timeZone);
  const wanted: Partial<Record<(typeof FIELDS)[number], unknown>> = { ...pickFields(before) };
  for (const field of FIELDS) {
    const value = expected[field];
    if (value !== undefined)
      wanted[field] = field === "due_on" ? day(value as string | null) : value;
  }
  if (!before) {
    // A new task is open, and has no date or priority but those that are expected.
    wanted.completed ??= false;
    if (wanted.due_on === undefined) wanted.due_on = null;
    wanted.priority ??= "none";
  }
  for (const field of FIELDS) {
    if (wanted[field] === undefined || wanted[field] === "any") continue;
    if (field === "title" && expected.title_re !== undefined) continue;
    if (field === "description" && expected.description_re !== undefined) continue;
    // "Friday", said on a Friday, is today as well as in a week.
    const alsoToday =
      field === "due_on" && isToday(expected.due_on, state) && task.due_on === day("today");
    if (task[field] !== wanted[field] && !alsoToday)
      faults.push(`${field} is ${shown(task[field])}, not ${shown(wanted[field])}`);
  }
  for (const [field, pattern] of [
    ["title", expected.title_re],
    ["description", expected.description_re],
  ] as const) {
    if (pattern !== undefined && !new RegExp(pattern, "i").test(task[field]))
      faults.push(`${field} ${shown(task[field])} is not /${pattern}/`);
  }
  return faults;
};

const isToday = (value: string | null | undefined, { now, timeZone }: State): boolean =>
  typeof value === "string" &&
  value.startsWith("wd:") &&
  resolveDay(value, now, timeZone) === resolveDay("+7d", now, timeZone);

const pickFields = (task: Task | undefined) =>
  task ? Object.fromEntries(FIELDS.map((field) => [field, task[field]])) : {};

const checkTasks = (expected: readonly ExpectedTask[], state: State): string[] => {
  const faults: string[] = [];
  const left = [...state.tasks];
  const take = (fits: (task: Task) => boolean): Task | undefined => {
    const at = left.findIndex(fits);
    return at < 0 ? undefined : left.splice(at, 1)[0];
  };
  for (const wanted of expected.filter(({ same }) => same !== undefined)) {
    const task = take(({ id }) => id === wanted.same);
    if (!task) faults.push(`#${wanted.same} is gone`);
    else faults.push(...differences(task, wanted, state).map((fault) => `#${task.id}: ${fault}`));
  }
  for (const wanted of expected.filter(({ same }) => same === undefined)) {
    const exact = take((task) => differences(task, wanted, state).length === 0);
    if (exact) continue;
    const alike = take((task) =>
      differences(
        task,
        { title: wanted.title, title_re: wanted.title_re },
        { ...state, setup: [] },
      ).every((fault) => !fault.startsWith("title")),
    );
    faults.push(
      alike
        ? `${shown(alike.title)}: ${differences(alike, wanted, state).join("; ")}`
        : `no task ${shown(wanted.title ?? wanted.title_re)}`,
    );
  }
  faults.push(...left.map((task) => `#${task.id} ${shown(task.title)} should not be there`));
  return faults;
};

const patternOf = (wanted: ExpectedTask, field: (typeof FIELDS)[number]): string | undefined =>
  field === "title" ? wanted.title_re : field === "description" ? wanted.description_re : undefined;

/** Whether tasks were lost or damaged that nobody spoke of: worse than a request not understood. */
export const damages = (expected: Expectation, state: State): boolean => {
  const kept = expected.unchanged
    ? state.setup.map(({ id }): ExpectedTask => ({ same: id }))
    : (expected.tasks ?? []).filter(({ same }) => same !== undefined);
  return kept.some((wanted) => {
    const task = state.tasks.find(({ id }) => id === wanted.same);
    const before = state.setup.find(({ id }) => id === wanted.same);
    if (!task || !before) return true;
    return FIELDS.some((field) => {
      const asked = wanted[field] !== undefined || patternOf(wanted, field) !== undefined;
      return !asked && task[field] !== before[field];
    });
  });
};

/** What is wrong; empty when all is as expected. */
export const check = (expected: Expectation, state: State): string[] => {
  const faults: string[] = [];
  if (expected.unchanged)
    faults.push(
      ...checkTasks(
        state.setup.map(({ id }) => ({ same: id })),
        state,
      ),
    );
  if (expected.tasks) faults.push(...checkTasks(expected.tasks, state));
  const { reply } = expected;
  const match = typeof reply === "string" ? [reply] : (reply?.match ?? []);
  const not = typeof reply === "string" ? [] : (reply?.not ?? []);
  for (const pattern of match)
    if (!new RegExp(pattern, "i").test(state.reply)) faults.push(`the reply is not /${pattern}/`);
  for (const pattern of not)
    if (new RegExp(pattern, "i").test(state.reply)) faults.push(`the reply is /${pattern}/`);
  if (expected.asks && !state.waits && !state.reply.includes("?"))
    faults.push("the reply doesn't ask");
  return faults;
};
