/**
 * A task in one line of plain words, taken apart: its title, and the date in it, as the chat would understand it.
 * For the page's field that adds a task, which shows what was understood before it is kept.
 */
import type { Context } from "@/lib/context";
import { findDue } from "./dates";
import type { ReadWords } from "./schema";

/** Nothing but signs is no title: "tomorrow!" says only when. */
const SAYS_SOMETHING = /[\p{L}\p{N}]/u;

/**
 * The title without the date's words, and the date. Where there is none, or it would leave no title, all of the text
 * is the title and `words` is null.
 */
export const readTaskWords = (
  { now, timeZone }: Pick<Context, "now" | "timeZone">,
  text: string,
): ReadWords => {
  const found = findDue(text, { now, timeZone });
  return found && SAYS_SOMETHING.test(found.rest)
    ? { title: found.rest, words: found.words, ...found.due }
    : { title: text, words: null, due_on: null, due_time: null };
};
