/**
 * Lists of tasks as the assistant shows them: compact Markdown, overdue first, done last.
 */
import { name } from "./phrases";
import { today } from "@/lib/tasks/dates-format";
import type { Command, ListFilter } from "../commands";
import type { DueAt } from "../words/due";
import type { ListedTask } from "../history";
import { byFilter, inOrder, isOverdueTask } from "../doing/filters";

const factsOf = (task: ListedTask, at: DueAt): string => {
  const facts = [
    task.due ? `${isOverdueTask(task, at) ? "overdue since" : "due"} ${task.due}` : "",
    task.priority && task.priority !== "none" ? `${task.priority} priority` : "",
  ].filter(Boolean);
  return facts.length > 0 ? `, ${facts.join(", ")}` : "";
};

const line = (task: ListedTask, at: DueAt): string =>
  task.status === "completed" ? `- ${name(task)} (done)` : `- ${name(task)}${factsOf(task, at)}`;

const noun = (count: number): string => (count === 1 ? "task" : "tasks");

/** "overdue", "due this week", "with high priority": what the list was asked for. */
const described = (filter: ListFilter, at: DueAt): { before: string; after: string } => {
  const { due } = filter;
  const before = [
    filter.status === "pending" && due !== "overdue" ? "open" : "",
    filter.status === "completed" ? "completed" : "",
    filter.priority === "none" ? "" : filter.priority ? `${filter.priority}-priority` : "",
    due === "overdue" ? "overdue" : "",
  ].filter(Boolean);
  const after = [
    due === "undated" ? "without a date" : "",
    filter.priority === "none" ? "without a priority" : "",
    typeof due === "object"
      ? due.label === "coming up"
        ? due.label
        : `due ${dayLabel(due.label, due.from, at)}`
      : "",
    filter.topic ? `about “${filter.topic}”` : "",
  ].filter(Boolean);
  return { before: before.join(" "), after: after.join(" ") };
};

const dayLabel = (label: string, from: string | null, at: DueAt): string =>
  from === today(at) && /^today/.test(label)
    ? "today"
    : label.replace(
        /\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b/g,
        (day) => day.charAt(0).toUpperCase() + day.slice(1),
      );

/** The answer to a question about the list. */
export const showList = (
  { filter, count, next }: Extract<Command, { kind: "list" }>,
  { tasks, more }: { tasks: readonly ListedTask[]; more: number },
  at: DueAt,
): string => {
  const found = inOrder(byFilter(filter, tasks, at));
  const { before, after } = described(filter, at);
  const phrase = (n: number, amount: string) =>
    [amount, before, noun(n), after].filter(Boolean).join(" ");
  if (found.length === 0) {
    if (tasks.length === 0 && filter.status === "all")
      return "Your list is empty. Tell me what to add.";
    return `You have ${phrase(2, "no")}.`;
  }
  if (next) {
    const [first] = [...found].sort((a, b) => rank(a, at) - rank(b, at));
    return first ? `Next is #${first.task_id} ${first.title}${factsOf(first, at)}.` : "";
  }
  const shown = found.map((task) => line(task, at)).join("\n");
  const rest =
    more > 0
      ? `\n\nThere are ${more} more; ask for a part of them, for example “what's due this week?”.`
      : "";
  const head = count
    ? `${found.length} ${[before, noun(found.length), after].filter(Boolean).join(" ")}:`
    : heading(found, phrase, at);
  return `${head}\n\n${shown}${rest}`;
};

/** What matters first: overdue, then urgent, then soon. */
const rank = (task: ListedTask, at: DueAt): number => {
  const levels = { high: 0, medium: 1, low: 3, none: 2 };
  const due = isOverdueTask(task, at) ? 0 : task.due_on === today(at) ? 1 : task.due_on ? 3 : 4;
  const soon = task.due_on ? Date.parse(task.due_on) / 1e15 : 0.5;
  return due * 10 + levels[task.priority ?? "none"] + soon;
};

const heading = (
  found: readonly ListedTask[],
  phrase: (n: number, amount: string) => string,
  at: DueAt,
): string => {
  const late = found.filter((task) => isOverdueTask(task, at)).length;
  const told = phrase(found.length, `${found.length}`);
  return late > 0 && late < found.length ? `${told}, ${late} overdue:` : `${told}:`;
};

/** The answer to a question about certain tasks. */
export const showTasks = (tasks: readonly ListedTask[], at: DueAt): string => {
  if (tasks.length === 0) return "There is no task like that.";
  if (tasks.length > 1) return tasks.map((task) => line(task, at)).join("\n");
  const [task] = tasks;
  if (!task) return "";
  const state = task.status === "completed" ? "is done" : "is still open";
  const facts = [
    task.due ? `${isOverdueTask(task, at) ? "was due" : "due"} ${task.due}` : "no due date",
    task.priority && task.priority !== "none" ? `${task.priority} priority` : "",
  ].filter(Boolean);
  const note = task.description ? `\n\nNote: ${task.description}` : "";
  return `${name(task)} ${state}: ${facts.join(", ")}.${note}`;
};
