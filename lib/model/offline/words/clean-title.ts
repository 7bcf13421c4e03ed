/**
 * A title as it is stored, without the words that people put around it.
 */
import { capitalised } from "@/lib/tasks/capitalised";
import { TITLE_PREFIX, TITLE_SUFFIX, TITLE_SUFFIX_ENDS, TITLE_VOCATIVE } from "../english/titles";
import { TASK_VERBS } from "../english/verbs";
import { quotation, tokenise, trimSpan } from "./tokens";

const PREFIX = new RegExp(`^(?:${TITLE_PREFIX})[\\s:,]+(?=\\S)`, "i");
const SUFFIX = new RegExp(`[\\s,.!?-]+${TITLE_SUFFIX}[\\s.!?]*$`, "i");
const VOCATIVE = new RegExp(`\\s*[,.!?–-]\\s*${TITLE_VOCATIVE}[\\s.!?]*$`, "i");
const EDGES = /^[\s,;:.!–—*•·-]+|[\s,;:.!–—]+$/gu;

const repeatedly = (text: string, pattern: RegExp): string => {
  let current = text;
  for (;;) {
    const next = current.replace(pattern, "").trim();
    if (next === current || next === "") return current;
    current = next;
  }
};

/** A text without what is said behind a title: "please", "to my list". */
const withoutSuffix = (text: string): string => {
  const last = /([\p{L}\p{N}'’-]+)[^\p{L}\p{N}]*$/u.exec(text)?.[1] ?? "";
  if (!TITLE_SUFFIX_ENDS.has(last.replace(/['’]/g, "").toLowerCase())) return text;
  const next = text.replace(SUFFIX, "").trim();
  return next === text || next === "" ? text : withoutSuffix(next);
};

/** A title in the stored form: fillers and loose ends cut, first letter large. Empty when nothing is left. */
export const cleanTitle = (text: string): string => {
  let title = text.replace(/\s+/g, " ").trim();
  title = withoutTail(title);
  title = title.replace(EDGES, "");
  title = repeatedly(title, PREFIX);
  // "a new charger" is a "New charger"; a capital article belongs to a name.
  title = title.replace(/^(?:an?|the|some|my)\s+(?=\p{L}|\p{N})/u, "");
  // "until friday must I send the papers"
  title = title.replace(/^(?:i|we)\s+(?=(\p{L}+))/iu, (subject, verb: string) =>
    TASK_VERBS.has(verb.toLowerCase()) ? "" : subject,
  );
  const unquoted = quotation(trimSpan(tokenise(title)));
  if (unquoted !== undefined) title = unquoted;
  return capitalised(title);
};

export const without = (text: string, start: number, end: number): string =>
  `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();

/** Words whose loss would leave no title: "plan tomorrow". */
export const isTitle = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(PREFIX, ""));

/** A text without what is said behind a title, whom it was said to included. */
export const withoutTail = (text: string): string => repeatedly(withoutSuffix(text), VOCATIVE);
