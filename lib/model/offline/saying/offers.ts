/**
 * What the assistant says of things to add: offers them where that is all that the words may mean, and tells what could
 * not be read.
 */
import { cleanTitle } from "../words/clean-title";
import type { NewTask } from "../commands";

export const asTask = (text: string, due: string | undefined): NewTask => ({
  title: cleanTitle(text),
  ...(due ? { due } : {}),
});

export const addInstead = (text: string): string =>
  `I'm not sure what to do with “${cleanTitle(text)}”. Should I add it as a task?`;

export const nothingToCancel = (asked: string, tasks: readonly NewTask[]): string =>
  `Nothing on your list is like “${asked}”. Should I add “${tasks[0]?.title ?? ""}” as a task?`;

export const unknownEvent = (of: string, { title, due }: NewTask): string =>
  due
    ? `“${of}” has a day but no time that I could count from. Should I add “${title}” for that day?`
    : `I see no task like “${of}” with a date, so I don't know when that is. Should I add “${title}” without a date?`;

export const notADate = (words: string): string =>
  `I couldn't read “${words}” as a date, so it stays in the title and no date is set.`;

export const over = (words: string): string =>
  `“${words}” is over, so it stays in the title and no date is set.`;

export const tooMany = (count: number, most: number): string =>
  `I added the first ${most} of ${count}; send me the rest in another message.`;
