/**
 * Reads questions about the list: a clause made of the closed vocabulary of `english/questions.ts` and dates alone
 * asks to see tasks, and the same words say which.
 */
import type { Priority } from "@/lib/tasks/schema";
import type { Command, ListFilter } from "../commands";
import { findRange, type DueAt } from "../words/due";
import {
  ASKING_WORDS,
  COUNT_WORDS,
  DONE_OR_OPEN_WORDS,
  DONE_WORDS,
  LIST_ANCHORS,
  LIST_FILLERS,
  NEXT_WORDS,
  NOT_LIST_STARTS,
  NOT_YET_WORDS,
  OVERDUE_WORDS,
  PENDING_WORDS,
  UNDATED_WORDS,
  UPCOMING_WORDS,
  TOLD_WHAT,
} from "../english/questions";
import { maskedText, type Span, tokenise, wordsIn } from "../words/tokens";

const NO_DATE =
  /\b(?:no|without|with no|without any|without a|with no set|have no|has no|don['’]?t have a?|doesn['’]?t have a?|haven['’]?t got a?|missing a?)\s+(?:a\s+|any\s+|due\s+)*(?:due\s+)?(?:dates?|deadlines?|due)\b|\bnot\s+(?:dated|scheduled)\b/i;
const PRIORITY =
  /\b(high|highest|top|urgent|important|medium|med|normal|low|lowest|no)[\s-]*(?:priority|prio|priorities|importance)\b|\b(urgent|important|pressing)\b/i;
const PRIORITIES: Record<string, Priority> = {
  high: "high",
  highest: "high",
  top: "high",
  urgent: "high",
  important: "high",
  pressing: "high",
  medium: "medium",
  med: "medium",
  normal: "medium",
  low: "low",
  lowest: "low",
  no: "none",
};

const has = (words: readonly string[], set: ReadonlySet<string>): boolean =>
  words.some((word) => set.has(word));

const statusOf = (words: readonly string[], text: string): ListFilter["status"] => {
  if (has(words, OVERDUE_WORDS)) return "pending";
  const opened = has(words, PENDING_WORDS);
  const done = has(words, DONE_WORDS) && !/\bto[ -]?do(?:s|'s)?\b/.test(text);
  const notYet = has(words, NOT_YET_WORDS);
  if (opened && done && !notYet) return "all";
  if (done && !notYet) return "completed";
  if (opened || notYet || done) return "pending";
  return "all";
};

/** The filter that the words of a clause name; used for questions and for "all overdue tasks" alike. */
export const filterOf = (span: Span, at: DueAt): { filter: ListFilter; rest: string[] } => {
  let text = maskedText(span).replace(
    /\b(?:my|the|your) day\b(?! (?:after|before|of|when|that))/i,
    "today",
  );
  const filter: ListFilter = { status: "all" };
  const undated = NO_DATE.exec(text);
  if (undated) {
    filter.due = "undated";
    text = text.replace(undated[0], " ");
  }
  const important = PRIORITY.exec(text);
  const level = important && PRIORITIES[(important[1] ?? important[2] ?? "").toLowerCase()];
  if (important && level) {
    filter.priority = level;
    text = text.replace(important[0], " ");
  }
  const found = filter.due ? null : findRange(text, at);
  if (found) {
    filter.due = found.range;
    text = `${text.slice(0, found.start)} ${text.slice(found.end)}`;
  }
  const words = wordsIn(tokenise(text));
  if (!filter.due && has(words, UNDATED_WORDS)) filter.due = "undated";
  if (has(words, OVERDUE_WORDS)) filter.due ??= "overdue";
  const all = wordsIn(span);
  filter.status = statusOf(all, all.join(" "));
  return { filter, rest: words };
};

const isListWord = (word: string): boolean =>
  LIST_FILLERS.has(word) ||
  LIST_ANCHORS.has(word) ||
  PENDING_WORDS.has(word) ||
  DONE_WORDS.has(word) ||
  OVERDUE_WORDS.has(word) ||
  UNDATED_WORDS.has(word) ||
  NOT_YET_WORDS.has(word) ||
  UPCOMING_WORDS.has(word) ||
  /^\d{1,2}$/.test(word);

const FREE = /\b(?:free|busy)\b/;
/** Statements and commands made of the same words: "everything is done", "all done". */
const STATED =
  /^(?:all|everything|they|those|these|both|that|this|it|its|i|im|ive|we)\b.*\b(?:done|finished|completed|complete|to do)$|^(?:all|everything|the|my|both|tasks?|todays|tomorrows)\b.* (?:is|are|was|were|been|be|should|gets?|becomes?) (?:all |both |now |already |just |a |very |really |of )*(?:done|finished|completed|complete|ticked off|(?:\w+ )?(?:priority|prio)|urgent|important|high|medium|low)$/;
/** "When is task 1 due?" is about one. */
const NUMBERED =
  /(?:\b(?:task|item|number|todo|to-do|no|reminder) #?|#)\d+\b|^when(?:s| is)? \d+\b/;
/** "Do the first one" */
const PLACED =
  /^do (?:the )?(?:first|second|third|fourth|fifth|last|other|next) (?:one|two|task|item)?\b/;
const DONE_ONES = /^(?:done|finished|completed?) (?:tasks|todos|to-dos|items|ones|things)$/;

/** "Give everything due today a low priority" */
const GIVEN = /^(?:give|set|make|mark) (?!me\b|us\b)/;
/** "I've done it", "we finished everything": told, not asked. */
const DID =
  /^(?:ive|weve|i|we)(?: have)?(?: just| already| finally)? (?:done|did|finished|completed)\b/;
const OPEN_QUESTIONS =
  /\b(?:left|next|pending|overdue|due|on|do|plan|agenda|plate|tasks?|todos?|to-dos?|list)\b/;

/** "Long run on sunday": things to do that are made of the same words. */
const OUTINGS =
  /^(?:(?:long|quick|short|full|big|late|new) )+(?:run|walk|work|talk|count)\b|^run (?:on|at)\b/;

/** "Which loans are late?": things of a kind, of which it is asked how they stand. */
const KIND =
  /^(?:which|what|any|are any|are there any|do (?:i|we) have any|have (?:i|we)(?: got)? any|how many)(?: of)?(?: (?:my|the|our))? (\S+(?: \S+)?) (?:(?:are|is|were) |(?:do|have) (?:i|we) (?:have |got )*)?(?:still |now |already |currently |all )*(?:overdue|late|due|left|open|outstanding|pending|unfinished|done|finished)\b/;

/** "What else was there?" */
const ELSE =
  /^(?:what|anything|whats|is there anything)(?: (?:is|was|have|do|did))? ?else\b(?!.*\b(?:you|new)\b)/;

const topicIn = (text: string, rest: readonly string[]): string[] | null => {
  const kind = KIND.exec(text)?.[1]
    ?.split(" ")
    .filter((word) => word !== "are" && word !== "is");
  const last = kind?.at(-1) ?? "";
  if (!kind || !/[^s]s$/.test(last) || kind.some((word) => isListWord(word))) return null;
  return kind.every((word) => rest.includes(word)) ? kind : null;
};

const ofTopic = (topic: string, filter: ListFilter, rest: readonly string[]): Command => ({
  kind: "list",
  filter: {
    ...filter,
    topic,
    status:
      filter.status === "all" && (filter.due || rest.includes("due")) ? "pending" : filter.status,
  },
  count: rest.includes("many"),
  next: false,
});

/** A question about the list, or null when the clause is something else. */
export const readListing = (span: Span, at: DueAt): Command | null => {
  const all = wordsIn(span);
  const [first = ""] = all;
  const asked =
    ASKING_WORDS.has(first) || /\?\s*$/.test(maskedText(span)) || TOLD_WHAT.test(all.join(" "));
  if (all.length === 0 || all.length > 24) return null;
  if (span.tokens.some((token) => token.kind === "quote")) return null;
  const text = all.join(" ");
  if (GIVEN.test(text) || NUMBERED.test(text) || PLACED.test(text)) return null;
  if (DONE_ONES.test(text))
    return { kind: "list", filter: { status: "completed" }, count: false, next: false };
  if (NOT_LIST_STARTS.has(first) && !asked && !/^(?:order|sort)$/.test(first)) return null;
  if (!asked && STATED.test(text) && !/^all (?:completed|done|finished) /.test(text)) return null;

  if (!asked && DID.test(text)) return null;

  if (!asked && OUTINGS.test(text)) return null;
  const { filter, rest } = filterOf(span, at);
  const topic = topicIn(text, rest);
  if (!rest.every((word) => isListWord(word) || topic?.includes(word))) return null;
  if (topic) return ofTopic(topic.join(" "), filter, rest);
  const dated = filter.due !== undefined || filter.priority !== undefined;
  // "ok what's still there"
  const remains =
    ASKING_WORDS.has(first) &&
    /^(?:what|which|how)/.test(first) &&
    (has(all, PENDING_WORDS) || has(all, DONE_WORDS));
  const anchored =
    has(all, LIST_ANCHORS) || ELSE.test(text) || FREE.test(text) || (dated && asked) || remains;
  if (!anchored || (!OPEN_QUESTIONS.test(text) && !dated && all.length < 2 && !isBareFilter(first)))
    return null;
  // A statement about a day ("I have to do it today") is no question.
  if (
    !asked &&
    /^(?:i|we)\b/.test(text) &&
    !/^(?:i|we) (?:want|need|would|can)\b.* (?:see|list|show|view|look|know)\b/.test(text)
  )
    return null;
  if (/^(?:do|have|get|start|it|them|that|this)\b/.test(text) && !asked) return null;

  const count = has(all, COUNT_WORDS) && /how many|number of|count|how much|total/.test(text);
  const most = /\bmost (?:urgent|important|pressing)\b/.test(text);
  if (most) delete filter.priority;
  const next =
    (most || has(all, NEXT_WORDS)) &&
    !/next (?:week|month|few|weekend|\d)/.test(text) &&
    !isDated(filter);
  const wantsAll = has(all, DONE_OR_OPEN_WORDS) && filter.status === "all";
  if (filter.status === "all" && !wantsAll && isToDo(text, filter, next, count)) {
    filter.status = "pending";
  }
  if (has(all, UPCOMING_WORDS) && !filter.due)
    filter.due = { from: todayOf(at), to: null, label: "coming up" };
  // When a task was done is not in the list, only when it was due.
  if (filter.status === "completed" && typeof filter.due === "object") delete filter.due;
  if (filter.due === "overdue" || next) filter.status = "pending";
  return { kind: "list", filter, count, next };
};

const todayOf = (at: DueAt): string => findRange("today", at)?.range.from ?? "";
const isDated = (filter: ListFilter): boolean => filter.due !== undefined;
const isBareFilter = (word: string): boolean =>
  PENDING_WORDS.has(word) ||
  OVERDUE_WORDS.has(word) ||
  /^(?:tasks|todos?|to-dos?|completed|agenda|list|upcoming|everything)$/.test(word);

/** Whether a question without a status means what is still to do. */
const isToDo = (text: string, filter: ListFilter, next: boolean, count: boolean): boolean =>
  next ||
  count ||
  filter.due !== undefined ||
  filter.priority !== undefined ||
  /\b(?:do|doing|plate|left|else|due|agenda|plans?|free|busy|up|todos?|to-dos?|chores|errands|jobs)\b/.test(
    text,
  );
