/**
 * Priorities in words: "high priority", "urgent", "p1", "!!!", "no rush".
 */
import type { Priority } from "@/lib/tasks/schema";
import {
  AT_ONCE,
  IMPORTANT,
  LEADING_URGENCY,
  levelOf,
  levelSource,
  NOT_URGENT,
  PRIORITY_NOUN as WORD,
  URGENT,
  WHENEVER,
} from "@/lib/tasks/priority-language";

const ANY_LEVEL = levelSource("high", "medium", "low", "none");

/** "…, important", "it's critical": behind a mark, or as what is said of it. */
const IMPORTANT_BEHIND = `(?<=[,;.(–—-]\\s*|(?:its|it's|it is|this is|thats|that's|really|very|super|as)\\s+)(?:${IMPORTANT})`;

const WORD_BEHIND = new RegExp(`[\\s-]*\\b(?:${WORD})\\b[\\s:]*$`);
const WORD_BEFORE = new RegExp(`^(?:${WORD})[\\s:]*`);

/** "high priority", "priority: high", "a very high priority" as the whole of a phrase; null when it is none. */
export const wholePriority = (text: string): Priority | null => {
  const plain = text
    .toLowerCase()
    .trim()
    .replace(/[.!]+$/, "")
    .replace(/^(?:a|an|the|as|to|at|of|with|is|be|really|very|super|more|extremely)\s+/g, "");
  // "Actually no" says nothing of a priority.
  if (/^(?:no|without|nothing)$/.test(plain)) return null;
  const bare = plain.replace(WORD_BEHIND, "").replace(WORD_BEFORE, "");
  return levelOf(bare) ?? levelOf(plain);
};

const FORMS: readonly { form: RegExp; of: (found: RegExpExecArray) => Priority | null }[] = [
  {
    form: new RegExp(
      `[\\s,;(\\[-]*\\b(?:(?:with|as|at|on|under|and|set|make|mark|its|it's|it is|this is|thats|that's|make it|set it to|mark it|mark it as|and make it|and set it to|and mark it|and mark it as|priority|and its|and it's|and it is)\\s+)*(?:a\\s+|an\\s+|to\\s+|as\\s+|of\\s+|is\\s+|the\\s+)*(?:very\\s+|really\\s+|super\\s+)?\\b(${ANY_LEVEL})[\\s-]+(?:${WORD})\\b(?:\\s+(?:task|item|one))?[\\])]*:?`,
      "i",
    ),
    of: (found) => levelOf(found[1] ?? ""),
  },
  {
    form: new RegExp(
      `[\\s,;(\\[-]*\\b(?:(?:with|at|and|set|its|it's)\\s+)*(?:the\\s+|a\\s+)?(?:${WORD})(?:\\s+(?:is|to|of|level|set to|should be))*[\\s:=]+(?:a\\s+)?(${ANY_LEVEL})\\b[\\])]*`,
      "i",
    ),
    of: (found) => levelOf(found[1] ?? ""),
  },
  {
    form: /(?:^|[\s,;(-]+)[!]?\bp([123])\b[)]*(?=$|[\s,;.:!])(?!\s+(?:form|level|visa))/i,
    of: (found) => (["high", "medium", "low"] as const)[Number(found[1]) - 1] ?? null,
  },
  { form: /\s*[!#](high|medium|low|urgent|important)\b/i, of: (found) => levelOf(found[1] ?? "") },
  { form: /\s+[-–—|]\s*(high|medium|low)\s*$/i, of: (found) => levelOf(found[1] ?? "") },
  { form: /\s*!!+\s*$|^!!+\s*/, of: () => "high" },
  {
    form: new RegExp(
      `^(?:(?:this is|its|it's|it is)\\s+)?(?:${LEADING_URGENCY}|high)\\s*[:!,–—-]+\\s*`,
      "i",
    ),
    of: () => "high",
  },
  {
    form: new RegExp(
      `(?:[\\s,;.(–—-]+)(?:(?:and|its|it's|it is|this is|thats|that's|that is|really|very|super|quite|make it|mark it|marked|marked as|mark as|so|as)\\s+)*(?:${URGENT}|${AT_ONCE}|${IMPORTANT_BEHIND})[!.)\\s]*$`,
      "i",
    ),
    of: () => "high",
  },
  {
    form: new RegExp(
      `(?:[\\s,;.(–—-]+)(?:(?:and|its|it's|it is|this is|thats|that's|that is|there is|theres|there's|but|really|make it|mark it|as)\\s+)*(?:${NOT_URGENT}|${WHENEVER})[!.)\\s]*$`,
      "i",
    ),
    of: () => "low",
  },
];

/** The priority that a sentence names, and the sentence without it. */
export const takePriority = (text: string): { priority: Priority | null; rest: string } => {
  for (const { form, of } of FORMS) {
    const found = form.exec(text);
    const priority = found ? of(found) : null;
    if (!found || !priority) continue;
    const rest =
      `${text.slice(0, found.index)} ${text.slice(found.index + found[0].length)}`.trim();
    if (rest !== "") return { priority, rest };
  }
  return { priority: null, rest: text };
};
