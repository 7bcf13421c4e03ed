/**
 * How urgent a line of words says that its task is: a small reading, of what stands at its beginning with a colon, at
 * its end, or as signs. For quick entry; words that may belong to the title are left in it.
 */
import type { Priority } from "./schema";

type Level = Exclude<Priority, "none">;

/** `rest` is the text without the words. */
export type FoundPriority = { priority: Level; rest: string };

const LEVELS: Record<string, Level> = {
  highest: "high",
  high: "high",
  top: "high",
  urgent: "high",
  medium: "medium",
  normal: "medium",
  low: "low",
  lowest: "low",
};
const LEVEL = Object.keys(LEVELS).join("|");
const levelOf = (word: string | undefined): Level => LEVELS[(word ?? "").toLowerCase()] ?? "high";

/** Before the words, at the end of a text. */
const GAP = "[\\s,;.(–—-]+";
/** Behind them. */
const END = "\\)?[.!\\s]*$";
const SPEAKING = "(?:(?:and|it['’]?s|it is|this is|very|really|super)\\s+)*";

const FORMS: readonly { form: RegExp; of: (found: RegExpExecArray) => Level }[] = [
  {
    form: new RegExp(
      `^(?:(?:very|really)\\s+)?(?:(${LEVEL})[\\s-]+(?:priority|prio)|urgent|important|asap|critical)\\s*(?:[:!,–—]+|-\\s)\\s*`,
      "i",
    ),
    of: (found) => levelOf(found[1]),
  },
  { form: /^(high|medium|low)\s*:\s*/i, of: (found) => levelOf(found[1]) },
  {
    form: new RegExp(
      `${GAP}${SPEAKING}(?:(?:with|as|at)\\s+)?(?:an?\\s+)?(${LEVEL})[\\s-]+(?:priority|prio)${END}`,
      "i",
    ),
    of: (found) => levelOf(found[1]),
  },
  {
    form: new RegExp(`${GAP}(?:priority|prio)\\s*[:=]?\\s*(high|medium|low)${END}`, "i"),
    of: (found) => levelOf(found[1]),
  },
  {
    form: new RegExp(
      `${GAP}(?:not\\s+(?:that\\s+)?(?:urgent|important)|no\\s+(?:rush|hurry))${END}`,
      "i",
    ),
    of: () => "low",
  },
  {
    form: new RegExp(`${GAP}${SPEAKING}(?:urgent|urgently|asap|as soon as possible)${END}`, "i"),
    of: () => "high",
  },
  // "Sort out what is important" says what the task is about.
  {
    form: new RegExp(`\\s*[,;(–—]\\s*${SPEAKING}(?:important|critical)${END}`, "i"),
    of: () => "high",
  },
  { form: /\s+!(high|medium|low|urgent)\s*$/i, of: (found) => levelOf(found[1]) },
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
