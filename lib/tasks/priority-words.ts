/**
 * How urgent a line of words says that its task is: a small reading, of what stands at its beginning with a colon, at
 * its end, or as signs. For quick entry; words that may belong to the title are left in it.
 */
import {
  IMPORTANT,
  LEADING_URGENCY,
  levelOf,
  levelSource,
  NOT_URGENT,
  PRIORITY_NOUN,
  URGENT,
} from "./priority-language";
import type { Priority } from "./schema";

type Level = Exclude<Priority, "none">;

/** `rest` is the text without the words. */
export type FoundPriority = { priority: Level; rest: string };

const LEVEL = levelSource("high", "medium", "low");
const levelFrom = (words: string | undefined): Level => {
  const level = levelOf(words ?? "");
  return level === null || level === "none" ? "high" : level;
};

/** Before the words, at the end of a text. */
const GAP = "[\\s,;.(–—-]+";
/** Behind them. */
const END = "\\)?[.!\\s]*$";
const SPEAKING = "(?:(?:and|it['’]?s|it is|this is|very|really|super)\\s+)*";

const FORMS: readonly { form: RegExp; of: (found: RegExpExecArray) => Level }[] = [
  {
    form: new RegExp(
      `^(?:(?:very|really)\\s+)?(?:(${LEVEL})[\\s-]+(?:${PRIORITY_NOUN})|${LEADING_URGENCY})\\s*(?:[:!,–—]+|-\\s)\\s*`,
      "i",
    ),
    of: (found) => levelFrom(found[1]),
  },
  { form: /^(high|medium|low)\s*:\s*/i, of: (found) => levelFrom(found[1]) },
  {
    form: new RegExp(
      `${GAP}${SPEAKING}(?:(?:with|as|at)\\s+)?(?:an?\\s+)?(${LEVEL})[\\s-]+(?:${PRIORITY_NOUN})${END}`,
      "i",
    ),
    of: (found) => levelFrom(found[1]),
  },
  {
    form: new RegExp(`${GAP}(?:${PRIORITY_NOUN})\\s*[:=]?\\s*(high|medium|low)${END}`, "i"),
    of: (found) => levelFrom(found[1]),
  },
  {
    form: new RegExp(`${GAP}(?:${NOT_URGENT})${END}`, "i"),
    of: () => "low",
  },
  {
    form: new RegExp(`${GAP}${SPEAKING}(?:${URGENT})${END}`, "i"),
    of: () => "high",
  },
  // "Sort out what is important" says what the task is about.
  {
    form: new RegExp(`\\s*[,;(–—]\\s*${SPEAKING}(?:${IMPORTANT})${END}`, "i"),
    of: () => "high",
  },
  { form: /\s+!(high|medium|low|urgent)\s*$/i, of: (found) => levelFrom(found[1]) },
  { form: /^!{2,}\s*|\s*!{2,}\s*$/, of: () => "high" },
];

/** At the end of what is left, the words before belonged to it: "mark the letter as urgent". */
const UNFINISHED =
  /(?:^|\s)(?:a|an|the|as|is|are|be|not|no|so|too|how|more|most|if|or|and|of|for|to|with|at|what['’]?s)$/i;

/** The priority that `text` names, and the text without it; null where there is none or nothing would be left. */
export const findPriority = (text: string): FoundPriority | null => {
  for (const { form, of } of FORMS) {
    const found = form.exec(text);
    if (!found) continue;
    const rest = `${text.slice(0, found.index)}${text.slice(found.index + found[0].length)}`
      .replace(/[\s,;:(–—-]+$/, "")
      .trim();
    if (!/[\p{L}\p{N}]/u.test(rest) || UNFINISHED.test(rest)) continue;
    return { priority: of(found), rest };
  }
  return null;
};
