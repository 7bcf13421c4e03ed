/**
 * The arguments of `update_task` for a change: what isn't said of a task stays as it was.
 */
import { distance } from "fastest-levenshtein";
import { wordsOf } from "@/lib/tasks/match";
import { capitalised } from "@/lib/tasks/capitalised";
import type { Fields } from "../commands";
import { mergedDue, resolveDue, shifted, type DueAt } from "../words/due";
import { TASK_VERBS } from "../english/verbs";
import type { ListedTask } from "../history";

/** The arguments that bring `fields` to this task; null when that can't be: a part of its title
 * isn't there, or a time is to move that it doesn't have. */
export const updateOf = (
  task: ListedTask,
  fields: Fields,
  at: DueAt,
): Record<string, unknown> | null => {
  const { shift, timeless, append, part, due, title, keepsVerb, swaps, ...plain } = fields;
  const args: Record<string, unknown> = { task_id: task.task_id, ...plain };
  if (title !== undefined) args["title"] = newTitle(task.title, title, { part, keepsVerb, swaps });
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

/**
 * Whether a change says what a task is to be, and not how it is to differ from what it is: doing it twice is doing it
 * once.
 */
export const isAbsolute = ({ due, priority, ...others }: Fields): boolean =>
  (due !== undefined || priority !== undefined) && Object.keys(others).length === 0;

/** Whether a task is already what such a change would make of it. */
export const isSoAlready = (task: ListedTask, fields: Fields, at: DueAt): boolean => {
  if (!isAbsolute(fields)) return false;
  const { due, priority } = fields;
  if (priority !== undefined && (task.priority ?? "none") !== priority) return false;
  if (due === undefined) return true;
  const wanted = due === null ? null : resolveDue(mergedDue(due, task, at), at);
  if (due !== null && !wanted) return false;
  return (
    task.due_on === (wanted?.due_on ?? undefined) &&
    task.due_time === (wanted?.due_time ?? undefined)
  );
};

const newTitle = (
  before: string,
  title: string,
  { part, keepsVerb, swaps }: Pick<Fields, "part" | "keepsVerb" | "swaps">,
): string | null => {
  if (part !== undefined) return replaced(before, part, title);
  if (swaps !== undefined) return swapped(before, swaps, title);
  return keepsVerb ? withVerb(before, title) : title;
};

const isImperative = (text: string): boolean => TASK_VERBS.has(wordsOf(text)[0] ?? "");

/** "Dog food", said for "cat food", of "Buy cat food": what else the title says stays, unless it is said anew. */
const swapped = (before: string, old: string, title: string): string => {
  const at = ` ${before.toLowerCase()} `.indexOf(` ${old.toLowerCase()} `);
  const rest = at < 0 ? [] : wordsOf(`${before.slice(0, at)} ${before.slice(at + old.length)}`);
  const whole = rest.length === 0 || !isImperative(before) || isImperative(title) || at === 0;
  if (whole) return capitalised(title);
  return wordsOf(title).some((word) => rest.includes(word) && word.length > 2)
    ? capitalised(withVerb(before, title) ?? title)
    : (replaced(before, old, title) ?? capitalised(title));
};

/** "Oat milk", said of "Buy milk", is "Buy oat milk"; "6B", of "Print 6A maps", is "Print 6B maps". */
const withVerb = (before: string, title: string): string | null => {
  const [verb = "", ...rest] = before.split(" ");
  // "The forecast", of "Email Priya the budget": one thing for another.
  const [, article] = /^(the|a|an|my)\s/i.exec(title) ?? [];
  const thing = article && new RegExp(`\\s${article}\\s\\S+$`, "i").exec(before)?.[0].trim();
  if (thing && rest.length > 2) return replaced(before, thing, title);
  const alone = !/\s/.test(title);
  const slip = alone ? rest.find((word) => isSlip(word, title)) : undefined;
  if (slip !== undefined) return replaced(before, slip, title);
  if (!isImperative(before) || (isImperative(title) && !alone) || /^\p{Lu}{2}/u.test(title))
    return capitalised(title);
  const shared = wordsOf(title).some((word) => wordsOf(rest.join(" ")).includes(word));
  // Of a long title it stays open which word a single one is for.
  return alone && !shared && rest.length > 2 ? null : `${verb} ${title}`;
};

/** Whether one word is said for another: both are codes, or a letter or two are other. */
const isSlip = (word: string, other: string): boolean => {
  const isCode = (text: string) => /\d/.test(text) && /\p{L}/u.test(text);
  if (isCode(word) || isCode(other)) return isCode(word) && isCode(other);
  if (/^\d+$/.test(word) || /^\d+$/.test(other)) return /^\d+$/.test(word) && /^\d+$/.test(other);
  const [left, right] = [word.toLowerCase(), other.toLowerCase()];
  return (
    left !== right && left[0] === right[0] && distance(left, right) <= (left.length > 5 ? 2 : 1)
  );
};

const replaced = (title: string, part: string, by: string): string | null => {
  const at = title.toLowerCase().indexOf(part.toLowerCase());
  if (at < 0) return null;
  const text = `${title.slice(0, at)}${by}${title.slice(at + part.length)}`;
  return capitalised(text);
};
