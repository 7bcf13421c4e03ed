/**
 * Reads one clause: what the person wants, of which tasks, with which fields.
 */
import { findDue } from "@/lib/tasks/dates";
import { adding, isImperative } from "./adding";
import type { Command } from "./commands";
import { wholeDue, type DueAt } from "./due";
import { CLASSES } from "./english/classes";
import { ASKING_WORDS } from "./english/questions";
import { NOT_NOUN_STARTS, NOT_TASK_STARTS, TALK } from "./english/talk";
import { COMMAND_VERBS, TASK_VERBS } from "./english/verbs";
import { readListing } from "./listing";
import { compile, match, type Pattern } from "./pattern";
import { stripped } from "./polite";
import { READERS } from "./readers";
import { fitsOf, isPointed } from "./rules";
import { readTarget } from "./targets";
import { type Span, textOf, trimSpan, wordsIn } from "./tokens";

const talk = TALK.map(({ topic, patterns }) => ({
  topic,
  patterns: patterns.map((pattern) => compile(pattern, CLASSES)),
}));
const notTasks = NOT_TASK_STARTS.map((pattern) => compile(pattern, CLASSES));

const fitsAny = (patterns: readonly Pattern[], span: Span): boolean =>
  patterns.some((pattern) => match(pattern, span) !== undefined);

/** A weak rule's verb may begin something to do: then that is what it means where no task fits. */
const otherwiseOf = (command: Command, span: Span, at: DueAt): Command | undefined => {
  const [first] = span.tokens;
  const addable = first && TASK_VERBS.has(first.word) && !COMMAND_VERBS.has(first.word);
  return addable && command.kind === "change" && command.target.kind === "title"
    ? adding(span, at)
    : undefined;
};

const byRules = (span: Span, at: DueAt): Command | null => {
  for (const { rule, slots } of fitsOf(span, at)) {
    const command = READERS[rule.act](slots, span, at);
    if (!command) continue;
    const otherwise = rule.weak ? otherwiseOf(command, span, at) : undefined;
    return otherwise && command.kind === "change" ? { ...command, otherwise } : command;
  }
  return null;
};

/** A noun with a date: "dentist friday at 3". */
const datedNoun = (span: Span, at: DueAt): Command | null => {
  const words = wordsIn(span);
  const [first = ""] = words;
  if (words.length > 12 || NOT_NOUN_STARTS.has(first) || !/^[\p{L}\p{N}“]/u.test(first))
    return null;
  if (/\?\s*$/.test(textOf(span))) return null;
  const found = findDue(textOf(span), at);
  if (!found) return null;
  const command = adding(span, at);
  return command.kind === "add" && command.tasks.every((task) => task.due) ? command : null;
};

const isAsked = (span: Span): boolean => {
  const [first = ""] = wordsIn(span);
  return ASKING_WORDS.has(first) || /\?\s*$/.test(span.source.slice(span.tokens[0]?.start ?? 0));
};

const readTalk = (span: Span): Command | null => {
  for (const { topic, patterns } of talk)
    if (fitsAny(patterns, span)) return { kind: "talk", topic };
  return null;
};

/** Clauses are read again while a message is cut: what was read once in a turn is kept for it. */
const memoised = <Result>(
  read: (span: Span, at: DueAt) => Result,
): ((span: Span, at: DueAt) => Result) => {
  const turns = new WeakMap<DueAt, Map<string, Result>>();
  return (span, at) => {
    const known = turns.get(at) ?? new Map<string, Result>();
    turns.set(at, known);
    // What follows a span counts too: "!!!" and a question mark stand behind its last word.
    const from = span.tokens[0]?.start ?? 0;
    const end = span.tokens.at(-1)?.end ?? 0;
    const key = `${span.source.slice(from, end)}\u0000${span.source.slice(end, end + 4)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = read(span, at);
    known.set(key, result);
    return result;
  };
};

/** What a clause means. */
export const interpret = memoised((clause: Span, at: DueAt): Command => {
  const whole = trimSpan(clause);
  const text = textOf(whole);
  const unclear = (reason: Extract<Command, { kind: "unclear" }>["reason"]): Command => ({
    kind: "unclear",
    reason,
    text,
  });
  if (wordsIn(whole).length === 0) return unclear("none");
  const said = readTalk(whole);
  if (said) return said;
  const span = stripped(whole);
  const rest = textOf(span);
  const due = wholeDue(rest, at);
  if (due && !/^\d{1,2}$/.test(rest)) return { kind: "fragment", text: rest, due };
  const reference = readTarget(span, at);
  if (reference.kind === "places") return { kind: "fragment", text: rest };
  if (reference.kind === "numbers")
    return { kind: "fragment", text: rest, numbers: reference.numbers };
  const listing = isPointed(span, at) ? null : readListing(span, at);
  if (listing) return listing;
  const ruled = byRules(span, at);
  if (ruled && !("otherwise" in ruled && fitsAny(notTasks, span))) return ruled;
  const again = readTalk(span);
  if (again) return again;
  if (fitsAny(notTasks, span)) return unclear("cannot");
  if (isAsked(whole)) return unclear("question");
  if (isImperative(span) && wordsIn(span).length > 1) return adding(span, at);
  return datedNoun(span, at) ?? { kind: "fragment", text: rest };
});
