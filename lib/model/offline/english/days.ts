/**
 * Days that part a line, and heads that say something of a whole list.
 */
import { words } from "./words";

/** A line that begins with a day. */
export const DAY_FIRST =
  /^(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight)\s/i;

/** A day within a line, with the word before it. */
export const DAY_WITHIN =
  /(?<=\s)(?!on\s)(\S+)\s+(?=(?:on\s+)?(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|tonight)\s+\p{L})/giu;

/** Behind these words a day begins nothing new; with others a line is no list of days. */
export const NOT_BEFORE_DAY = words(
  "for by on to until till from and or next this every each before after than is are at last between not due the a on",
);
export const NO_DAYS =
  /[,;:.?!]|\b(?:is|are|was|not|instead|move|moved|push|change|reschedule|than)\b/i;

/** "Add two tasks: …": what is said last is said of all. */
export const COUNTED_HEAD =
  /^\W*(?:(?:please|can you|could you|ok|hi|hey)\s+)*(?:add|create|put|note|make|new|need)\b[^:]{0,40}\b(?:tasks|items|things|to-?dos|reminders|two|three|four|both|these|following)\b[^:]{0,20}:/i;
