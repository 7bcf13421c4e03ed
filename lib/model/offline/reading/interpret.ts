/**
 * Reads one clause: what the person wants, of which tasks, with which fields.
 */
import { adding, addsPointer, isImperative } from "./adding";
import { isStatement } from "../words/asides";
import type { Command } from "../commands";
import { findDue, rangeOf, wholeDue, type DueAt } from "../words/due";
import { CLASSES } from "../english/classes";
import { TASK_WORD } from "../english/joining";
import { SEQUENCES } from "../english/sequences";
import { NOT_TASK_STARTS } from "../english/not-tasks";
import { NOT_NOUN_ENDS, NOT_NOUN_STARTS, TALK } from "../english/talk";
import { COMMAND_VERBS, TASK_VERBS } from "../english/verbs";
import { cleanTitle } from "../words/clean-title";
import { dueByThen } from "./due-by-then";
import { readListing } from "./listing";
import { readHeaded } from "./heads";
import { compile, match, type Pattern, type Slots } from "../words/pattern";
import { stripped } from "../words/polite";
import type { Act, Rule } from "../english/rule";
import { wholePriority } from "../words/priorities";
import { isAsked, isFavour, isForeign } from "../words/manner";
import { READERS } from "./readers";
import { remembered } from "../remember";
import { toldDone } from "./told-done";
import { fitsOf, isPointed } from "./rules";
import { readTarget } from "./targets";
import { placeOf, type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";

const talk = TALK.map(({ topic, patterns }) => ({
  topic,
  patterns: patterns.map((pattern) => compile(pattern, CLASSES)),
}));
const notTasks = NOT_TASK_STARTS.map((pattern) => compile(pattern, CLASSES));

const fitsAny = (patterns: readonly Pattern[], span: Span): boolean =>
  patterns.some((pattern) => match(pattern, span) !== undefined);

const CLEARS: ReadonlySet<Act> = new Set<Act>(["due.clear", "priority.clear", "time.clear"]);

/** A weak rule's verb may begin something to do: then that is what it means where no task fits. */
const otherwiseOf = (
  command: Command,
  rule: Rule,
  slots: Slots,
  span: Span,
  at: DueAt,
): Command | undefined => {
  const [{ word = "" } = {}] = span.tokens;
  if (
    rule.act === "due" &&
    (rule.loose || WISHING.test(word)) &&
    slots["target"] &&
    command.kind === "change"
  ) {
    // "my essay is due on monday", "I'd like a haircut on friday"
    const title = cleanTitle(textOf(slots["target"]).replace(/['’]s$/, ""));
    const due = command.fields.due ?? undefined;
    return title === "" ? undefined : { kind: "add", tasks: [{ title, ...(due ? { due } : {}) }] };
  }
  // "Clear the due date of …" is nothing to do.
  if (CLEARS.has(rule.act)) return undefined;
  // "Cancel the invoice task" is about one that is there.
  if (slots["target"] && TASK_WORD.test(wordsIn(slots["target"]).at(-1) ?? "")) return undefined;
  // "Mark the exams by Monday"
  const addable =
    TASK_VERBS.has(word) && (!COMMAND_VERBS.has(word) || (rule.act === "due" && word === "mark"));
  return addable && command.kind === "change" && command.target.kind === "title"
    ? adding(span, at)
    : undefined;
};

const WISHING = /^(?:i|we|id|wed)$/;
const CREATING = /^(?:make|set|get|have|do|schedule|save|leave|date)$/;
const PUTTING = /^(?:put|pencil|pop|stick)$/;

/** "Put the vet down for Monday" adds the vet, where there is none. */
const putDown = (command: Command, span: Span, at: DueAt): Command | undefined => {
  if (command.kind !== "change" || command.target.kind !== "title") return undefined;
  if (!PUTTING.test(wordsIn(span)[0] ?? "")) return undefined;
  for (const { rule, slots } of fitsOf(span, at))
    if (rule.act === "add") return READERS.add(slots, span, at) ?? undefined;
  return undefined;
};

/** "Make a dentist appointment for Lily next week" is about a new one. */
const isNew = (rule: Rule, slots: Slots, span: Span): boolean =>
  rule.act === "due" &&
  CREATING.test(wordsIn(span)[0] ?? "") &&
  /^(?:an?|another|some|new)$/.test(wordsIn(slots["target"] ?? spanOf(span, 0, 0))[0] ?? "");

/** "Complete the tax form by Friday" is still to do. */
const isDated = (rule: Rule, span: Span, at: DueAt): boolean =>
  rule.act === "complete" && wordsIn(span)[0] === "complete" && findDue(textOf(span), at) !== null;

const byRules = (span: Span, at: DueAt): Command | null => {
  for (const { rule, slots } of fitsOf(span, at)) {
    const command = dueByThen(rule, span, at) ?? READERS[rule.act](slots, span, at);
    if (!command) continue;
    if (command.kind === "change" && command.otherwise) return command;
    const otherwise = rule.weak
      ? (putDown(command, span, at) ?? otherwiseOf(command, rule, slots, span, at))
      : undefined;
    if (otherwise && isNew(rule, slots, span) && !fitsAny(notTasks, span)) return otherwise;
    if (isDated(rule, span, at) && command.kind === "change" && command.target.kind === "title")
      return { ...command, otherwise: adding(span, at) };
    return otherwise && command.kind === "change" ? { ...command, otherwise } : command;
  }
  return null;
};

const wishes = ["<need> {rest+}", "[need] {rest+}"].map((pattern) =>
  compile(pattern, CLASSES, SEQUENCES),
);
/** What a wish may be about, so that it is no thing to do: "I want to delete task 2". */
const WISHED: ReadonlySet<Act> = new Set<Act>([
  "add",
  "add.whole",
  "add.list",
  "add.onto",
  "add.nothing",
  "undo",
  "find",
  "show",
  "due",
  "due.shift",
  "due.clear",
  "due.ask",
  "rename",
  "priority",
  "priority.clear",
  "reopen",
  "note",
  "describe",
]);

/** "I'd like to add a task: …", "I need to move the dentist to Friday": the command behind the wish, or null. */
const readWish = (span: Span, at: DueAt): Command | null => {
  const rest = wishes.map((pattern) => match(pattern, span)?.["rest"]).find(Boolean);
  if (!rest || wordsIn(rest).length < 2) return null;
  const listing = /^(?:see|know|view|list|check|show|look|hear)$/.test(wordsIn(rest)[0] ?? "")
    ? readListing(rest, at)
    : null;
  if (listing) return listing;
  const [fit] = fitsOf(rest, at);
  if (!fit) return null;
  // "I need to get the laundry done" is a thing to do.
  if (fit.rule.act === "complete" && /^(?:get|have)$/.test(wordsIn(rest)[0] ?? "")) return null;
  const command = byRules(rest, at);
  const sure = command?.kind === "change" && !fit.rule.weak;
  if (!command || !(WISHED.has(fit.rule.act) || sure)) return null;
  const named = command.kind === "change" && command.target.kind === "title";
  return named || (command.kind === "ask" && command.about === "due")
    ? { ...command, otherwise: adding(rest, at) }
    : command;
};

/** "The other one tomorrow": a place in what was spoken of, with a date. */
const datedPointer = ({ tasks }: Extract<Command, { kind: "add" }>, at: DueAt): Command | null => {
  const [task, another] = tasks;
  if (!task?.due || another) return null;
  const target = readTarget(tokenise(task.title), at);
  if (
    target.kind !== "other" &&
    target.kind !== "places" &&
    !(target.kind === "newest" && target.plain)
  )
    return null;
  return { kind: "change", change: "update", target, fields: { due: task.due } };
};

/** A noun with a date: "dentist friday at 3". */
const datedNoun = (span: Span, at: DueAt): Command | null => {
  const words = wordsIn(span);
  const [first = ""] = words;
  if (words.length > 40 || NOT_NOUN_STARTS.has(first) || !/^[\p{L}\p{N}“]/u.test(first))
    return null;
  if (/\?\s*$/.test(textOf(span))) return null;
  const command = adding(span, at);
  if (command.kind !== "add" || words.length > 12 * command.tasks.length) return null;
  const pointed = datedPointer(command, at);
  if (pointed) return pointed;
  const isNoun = (title: string) => {
    const said = wordsIn(tokenise(title));
    return (
      !NOT_NOUN_STARTS.has(said[0] ?? "") &&
      !NOT_NOUN_ENDS.has(said.at(-1) ?? "") &&
      !said.includes("not")
    );
  };
  return command.tasks.every((task) => task.due && isNoun(task.title)) ? command : null;
};

const readTalk = (span: Span): Command | null => {
  for (const { topic, patterns } of talk)
    if (fitsAny(patterns, span)) return { kind: "talk", topic };
  return null;
};

/** "Sorry, what can you do?" asks for help, and not for what there is to do. */
const askedForHelp = (span: Span): Command | null => {
  const said = readTalk(span);
  return said?.kind === "talk" && said.topic === "help" ? said : null;
};

/** What a clause means. */
export const interpret = remembered((clause: Span, at: DueAt): Command => {
  const whole = trimSpan(clause);
  const text = textOf(whole);
  const unclear = (reason: Extract<Command, { kind: "unclear" }>["reason"]): Command => ({
    kind: "unclear",
    reason,
    text,
  });
  if (wordsIn(whole).length === 0) return unclear("none");
  const span = stripped(whole);
  const said = readTalk(whole) ?? askedForHelp(span);
  if (said) return said;
  const rest = textOf(span);
  const due = wholeDue(rest, at);
  const range = due && isAsked(whole) ? rangeOf(rest, at) : null;
  if (range)
    return {
      kind: "list",
      filter: { status: "pending", due: range },
      count: false,
      next: false,
      ...(due ? { said: due } : {}),
    };
  if (due && !/^\d{1,2}$/.test(rest)) return { kind: "fragment", text: rest, due };
  const priority = isAsked(whole) ? null : wholePriority(rest);
  if (priority) return { kind: "fragment", text: rest, priority };
  const reference = readTarget(span, at);
  if (reference.kind === "places") return { kind: "fragment", text: rest };
  if (reference.kind === "numbers")
    return { kind: "fragment", text: rest, numbers: reference.numbers };
  const listing = isPointed(span, at) ? null : readListing(span, at);
  if (listing) return listing;
  const headed = isPointed(span, at) ? null : readHeaded(span, at);
  if (headed) return headed;
  const ruled = readWish(span, at) ?? byRules(span, at);
  if (ruled && !("otherwise" in ruled && fitsAny(notTasks, span))) return ruled;
  const told = toldDone(whole);
  if (told) return told;
  const again = readTalk(span);
  if (again) return again;
  if (fitsAny(notTasks, span)) return unclear("cannot");
  if (isAsked(span)) return unclear("question");
  if (isFavour(whole)) return unclear("cannot");
  if (isImperative(span) && wordsIn(span).length > 1) {
    const command = adding(span, at);
    return addsPointer(command) ? { kind: "fragment", text: rest } : command;
  }
  if (isForeign(span)) return unclear("foreign");
  const tells = isStatement(whole) || isStatement(span) ? { aside: true as const } : {};
  return (tells.aside ? null : datedNoun(span, at)) ?? { kind: "fragment", text: rest, ...tells };
}, placeOf);
