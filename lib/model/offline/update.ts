/**
 * The arguments of `update_task` for a change: what isn't said of a task stays as it was.
 */
import { wordsOf } from "@/lib/tasks/match";
import type { Fields } from "./commands";
import { mergedDue, shifted, type DueAt } from "./due";
import { TASK_VERBS } from "./english/verbs";
import type { ListedTask } from "./history";

/** The arguments that bring `fields` to this task; null when that can't be: a part of its title
 * isn't there, or a time is to move that it doesn't have. */
export const updateOf = (
  task: ListedTask,
  fields: Fields,
  at: DueAt,
): Record<string, unknown> | null => {
  const { shift, timeless, append, part, due, title, keepsVerb, ...plain } = fields;
  const args: Record<string, unknown> = { task_id: task.task_id, ...plain };
  if (title !== undefined) args["title"] = newTitle(task.title, title, part, keepsVerb);
  if (args["title"] === null) return null;
  if (due === null) args["due"] = null;
  else if (due !== undefined) args["due"] = mergedDue(due, task, at);
  if (timeless) args["due"] = task.due_on ?? null;
  if (shift) args["due"] = shifted(task, shift, at);
  if (shift && args["due"] === null) return null;
  if (append !== undefined)
    args["description"] = task.description ? `${task.description}\n${append}` : append;
  return args;
};

const newTitle = (
  before: string,
  title: string,
  part: string | undefined,
  keepsVerb: boolean | undefined,
): string | null =>
  part !== undefined ? replaced(before, part, title) : keepsVerb ? withVerb(before, title) : title;

/** "Oat milk", said of "Buy milk", is "Buy oat milk". */
const withVerb = (before: string, title: string): string => {
  const [verb = ""] = before.split(" ");
  const imperative = (text: string) => TASK_VERBS.has(wordsOf(text)[0] ?? "");
  return imperative(before) && !imperative(title) && !/^\p{Lu}{2}/u.test(title)
    ? `${verb} ${title.charAt(0).toLowerCase()}${title.slice(1)}`
    : title;
};

const replaced = (title: string, part: string, by: string): string | null => {
  const at = title.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0) return null;
  const text = `${title.slice(0, at)}${by}${title.slice(at + part.length)}`;
  return text.charAt(0).toUpperCase() + text.slice(1);
};
