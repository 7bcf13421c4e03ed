/**
 * A task in one line of plain words, taken apart: its title, the date in it, as the chat would understand it, and how
 * urgent it is. For the page's field that adds a task, which shows what was understood before it is kept.
 */
import type { Context } from "@/lib/context";
import { capitalised } from "./capitalised";
import { findDue } from "./dates";
import { findPriority } from "./priority-words";
import type { KeptWords, ReadWords } from "./schema";

/** Nothing but signs is no title: "tomorrow!" says only when. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/** The title without `words`, where they stand in it as one. */
const without = (title: string, words: string): string | null => {
  const at = title.indexOf(words);
  if (at === -1) return null;
  return `${title.slice(0, at).trimEnd()} ${title.slice(at + words.length).trimStart()}`.trim();
};

/**
 * The title without the words of date and priority, the date, and the priority. Where there is no date, or it would
 * leave no title, `words` is null. What `keep` names is not looked for: its words stay in the title.
 */
export const readTaskWords = (
  { now, timeZone }: Pick<Context, "now" | "timeZone">,
  text: string,
  keep: readonly KeptWords[] = [],
): ReadWords => {
  const dateIn = (title: string) => {
    const found = keep.includes("date") ? null : findDue(title, { now, timeZone });
    return found && SAYS_SOMETHING.test(found.rest) ? found : null;
  };
  // A level at the end would hide the date before it, one before the date is at the end without it.
  const outer = findPriority(text);
  const inner = outer ? dateIn(outer.rest) : null;
  const date = inner ?? dateIn(text);
  const undated = date ? date.rest : (outer?.rest ?? text);
  const level = outer ?? findPriority(undated);
  const due = {
    words: date?.words ?? null,
    due_on: date?.due.due_on ?? null,
    due_time: date?.due.due_time ?? null,
  };
  if (keep.includes("priority")) {
    const title = inner ? (without(text, inner.words) ?? inner.rest) : (date?.rest ?? text);
    return { title: capitalised(title), ...due };
  }
  const title = level === outer ? undated : (level?.rest ?? undated);
  return { title: capitalised(title), ...due, ...(level ? { priority: level.priority } : {}) };
};
