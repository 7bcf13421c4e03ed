/**
 * Reads one clause: what the person wants, of which tasks, with which fields.
 */
import type { Command, Fields, NewTask, Target } from "./commands";
import { wholeDue, type DueAt } from "./due";
import { CLASSES } from "./english/classes";
import { RULES } from "./english/grammar";
import type { Act } from "./english/rule";
import { NOT_NOUN_STARTS, NOT_TASK_STARTS, TALK } from "./english/talk";
import { ASKING_WORDS } from "./english/questions";
import { NOUN_VERBS, TASK_VERBS, verbOfPast } from "./english/verbs";
import { cleanTitle, newTask } from "./fields";
import { splitItems } from "./items";
import { readListing } from "./listing";
import { compile, match, type Pattern, type Slots, type SlotTest } from "./pattern";
import { wholePriority } from "./priorities";
import { readShift } from "./shift";
import { readTarget } from "./targets";
import { quotation, type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "./tokens";
import { findDue } from "@/lib/tasks/dates";

const rules = RULES.map((rule) => ({
  ...rule,
  patterns: rule.patterns.map((pattern) => compile(pattern, CLASSES)),
}));
const talk = TALK.map(({ topic, patterns }) => ({
  topic,
  patterns: patterns.map((pattern) => compile(pattern, CLASSES)),
}));
const notTasks = NOT_TASK_STARTS.map((pattern) => compile(pattern, CLASSES));

const phraseTests = (names: readonly string[]): Pattern[] =>
  names.map((name) => compile(`<${name}>`, CLASSES));
const didWords = phraseTests(["did"]);

const fitsAny = (patterns: readonly Pattern[], span: Span, test?: SlotTest): Slots | undefined => {
  for (const pattern of patterns) {
    const slots = match(pattern, span, test);
    if (slots) return slots;
  }
  return undefined;
};

/** Whether a clause begins with a thing to do: "buy milk"; a noun that is a verb too needs an object. */
export const isImperative = (span: Span): boolean => {
  const words = wordsIn(span);
  const [first = "", second] = words;
  if (!TASK_VERBS.has(first) && !TASK_VERBS.has(first.replace(/^re-?/, ""))) return false;
  if (!NOUN_VERBS.has(first)) return true;
  return second !== undefined && !/^(?:and|or|for|of|at|on|in|is|are|from|with)$/.test(second);
};

const slotTest =
  (at: DueAt, loose: boolean): SlotTest =>
  (name, span) => {
    const [first = ""] = wordsIn(span);
    switch (name) {
      case "due":
        return wholeDue(textOf(span), at) !== null;
      case "later":
      case "earlier":
        return readShift(textOf(span)) !== null;
      case "priority":
      case "level":
        return wholePriority(textOf(span)) !== null;
      case "it": {
        const target = readTarget(span, at);
        return target.kind === "pronoun" || target.kind === "newest";
      }
      case "did-what":
        return verbOfPast(first) !== undefined || startsWith(didWords, span) > 0;
      case "target":
        return loose ? !NOT_TARGET_STARTS.has(first) && !ASKING_WORDS.has(first) : true;
      default:
        return true;
    }
  };

const NOT_TARGET_STARTS = new Set(
  "i im ive you we he she add if when because please dont not to buy".split(" "),
);

/** How many tokens of the span one of the phrases covers at its start. */
const startsWith = (patterns: readonly Pattern[], span: Span): number => {
  for (let end = Math.min(5, span.tokens.length); end > 0; end--) {
    if (patterns.some((pattern) => match(pattern, spanOf(span, 0, end)))) return end;
  }
  return 0;
};

const polite = phraseTests(["polite"]);
const interjections = phraseTests(["interjection"]);
const after = phraseTests(["after"]);

/** The clause without "could you please" before it and "thanks" behind. */
export const stripped = (span: Span): Span => {
  let current = trimSpan(span);
  for (;;) {
    let length = startsWith(polite, current);
    if (length === 0) {
      const said = startsWith(interjections, current);
      const next = current.tokens[said];
      if (said > 0 && next?.kind === "mark" && /[,.!–—-]|…/.test(next.word)) length = said;
    }
    const rest = trimSpan(spanOf(current, length));
    if (length === 0 || wordsIn(rest).length === 0) break;
    current = rest;
  }
  for (;;) {
    const { tokens } = current;
    let cut = 0;
    for (let length = Math.min(5, tokens.length - 1); length > 0 && cut === 0; length--) {
      const tail = spanOf(current, tokens.length - length);
      if (tail.tokens[0]?.kind === "word" && after.some((pattern) => match(pattern, tail)))
        cut = length;
    }
    const rest = trimSpan(spanOf(current, 0, tokens.length - cut));
    if (cut === 0 || wordsIn(rest).length === 0) break;
    current = rest;
  }
  return current;
};

const change = (
  kind: Extract<Command, { kind: "change" }>["change"],
  target: Target,
  fields: Fields = {},
): Extract<Command, { kind: "change" }> => ({ kind: "change", change: kind, target, fields });

const titleText = (span: Span | undefined): string => {
  if (!span) return "";
  return quotation(span) ?? cleanTitle(textOf(span));
};

const plainText = (span: Span | undefined): string => {
  if (!span) return "";
  const text = quotation(span) ?? textOf(span);
  return text.charAt(0).toLocaleUpperCase("en") + text.slice(1);
};

const IT: Target = { kind: "pronoun", many: false };

type Reader = (slots: Slots, span: Span, at: DueAt) => Command | null;

const adding = (span: Span, at: DueAt, extra: Partial<NewTask> = {}, split = true): Command => {
  const pieces = split ? splitItems(span, at) : [span];
  const tasks = pieces.map((piece) => newTask(piece, at)).filter(({ title }) => title !== "");
  if (tasks.length === 0) return { kind: "ask", about: "title" };
  return { kind: "add", tasks: shareFields(tasks, extra, pieces.length) };
};

/** What is said once for several things counts for all of them: "milk, eggs and bread for tomorrow". */
const shareFields = (tasks: NewTask[], extra: Partial<NewTask>, count: number): NewTask[] => {
  const last = tasks.at(-1);
  const dueOnce = count > 1 && last?.due && tasks.slice(0, -1).every((task) => !task.due);
  const shared: Partial<NewTask> = { ...(dueOnce && last.due ? { due: last.due } : {}) };
  return tasks.map((task) => ({ ...extra, ...shared, ...task }));
};

const dueSlot = (slots: Slots, at: DueAt): { due?: string } => {
  const words = slots["due"] && wholeDue(textOf(slots["due"]), at);
  return words ? { due: words } : {};
};

const levelSlot = (slots: Slots): Partial<NewTask> => {
  const priority = slots["level"] && wholePriority(textOf(slots["level"]));
  return priority ? { priority } : {};
};

const target = (slots: Slots, at: DueAt, name = "target"): Target => {
  const span = slots[name] ?? slots["it"];
  return span ? readTarget(span, at) : IT;
};

const addWith: Reader = (slots, _span, at) => {
  const title = slots["title"];
  const rest = slots["rest"];
  if (!title) return null;
  const extra = { ...dueSlot(slots, at), ...levelSlot(slots) };
  const command = adding(title, at, extra);
  if (!rest || command.kind !== "add") return command;
  // "add milk to my list for tomorrow": what follows the list belongs to the task.
  const whole = tokenise(`${textOf(title)} ${textOf(rest)}`);
  return adding(whole, at, extra);
};

const didWhat = (span: Span, at: DueAt): Target => {
  const words = startsWith(didWords, span);
  const first = span.tokens[0];
  if (words > 0) return readTarget(spanOf(span, words), at);
  const verb = first && verbOfPast(first.word);
  return verb
    ? { kind: "title", whole: `${verb} ${textOf(spanOf(span, 1))}`.trim(), parts: [] }
    : readTarget(span, at);
};

const priorityCommand: Reader = (slots, _span, at) => {
  if (slots["raise"]) return change("update", target(slots, at, "raise"), { priority: "high" });
  if (slots["sink"]) return change("update", target(slots, at, "sink"), { priority: "low" });
  const level = slots["priority"] && wholePriority(textOf(slots["priority"]));
  return level ? change("update", target(slots, at), { priority: level }) : null;
};

const READERS: Readonly<Record<Act, Reader>> = {
  undo: () => ({ kind: "undo" }),
  refuse: (_slots, span) => ({ kind: "unclear", reason: "negated", text: textOf(span) }),
  "how-to": (_slots, span) => ({ kind: "unclear", reason: "question", text: textOf(span) }),
  add: addWith,
  "add.whole": (slots, _span, at) =>
    slots["title"] ? adding(slots["title"], at, levelSlot(slots), false) : null,
  "add.list": addWith,
  "add.onto": addWith,
  "add.nothing": () => ({ kind: "ask", about: "title" }),
  remind: addWith,
  note: (slots, _span, at) =>
    slots["text"]
      ? change("update", target(slots, at), { append: plainText(slots["text"]) })
      : null,
  describe: (slots, _span, at) =>
    slots["text"]
      ? change("update", target(slots, at), { description: plainText(slots["text"]) })
      : null,
  "describe.clear": (slots, _span, at) => change("update", target(slots, at), { description: "" }),
  "describe.nothing": (slots, _span, at) => ({
    kind: "ask",
    about: "note",
    target: target(slots, at),
  }),
  rename: (slots, _span, at) => {
    const title = titleText(slots["title"]);
    return title === "" ? null : change("update", target(slots, at), { title });
  },
  "rename.part": (slots, _span, at) =>
    change("update", target(slots, at), {
      title: slots["title"] ? (quotation(slots["title"]) ?? textOf(slots["title"])) : "",
      part: slots["from"] ? (quotation(slots["from"]) ?? textOf(slots["from"])) : "",
    }),
  "rename.nothing": (slots, _span, at) => ({
    kind: "ask",
    about: "new-title",
    target: target(slots, at),
  }),
  due: (slots, _span, at) => change("update", target(slots, at), dueSlot(slots, at)),
  "due.shift": (slots, _span, at) => {
    const later = slots["later"] && readShift(textOf(slots["later"]));
    const earlier = slots["earlier"] && readShift(textOf(slots["earlier"]));
    const shift = later ?? (earlier && { ...earlier, count: -earlier.count });
    return shift ? change("update", target(slots, at), { shift }) : null;
  },
  "due.clear": (slots, _span, at) => change("update", target(slots, at), { due: null }),
  "due.ask": (slots, _span, at) => ({ kind: "ask", about: "due", target: target(slots, at) }),
  priority: priorityCommand,
  "priority.clear": (slots, _span, at) => change("update", target(slots, at), { priority: "none" }),
  complete: (slots, _span, at) => change("complete", target(slots, at)),
  reopen: (slots, _span, at) => change("reopen", target(slots, at)),
  delete: (slots, _span, at) => change("delete", target(slots, at)),
  did: (slots, _span, at) =>
    slots["did-what"] ? change("complete", didWhat(slots["did-what"], at)) : null,
  show: (slots, _span, at) => ({ kind: "look", target: target(slots, at) }),
  find: (slots) => ({
    kind: "list",
    filter: { status: "all", topic: titleText(slots["query"]) },
    count: false,
    next: false,
  }),
  when: (slots, _span, at) => ({ kind: "look", target: target(slots, at) }),
  "is-done": (slots, _span, at) => ({
    kind: "look",
    target: slots["did-what"] ? didWhat(slots["did-what"], at) : target(slots, at),
  }),
};

const byRules = (span: Span, at: DueAt): Command | null => {
  const { tokens } = span;
  const [first] = tokens;
  for (const rule of rules) {
    const test = slotTest(at, rule.loose === true);
    for (const pattern of rule.patterns) {
      const slots = match(pattern, span, test);
      const command = slots && READERS[rule.act](slots, span, at);
      if (!command) continue;
      if (rule.weak && (command.kind === "change" || command.kind === "ask")) {
        const otherwise = first && TASK_VERBS.has(first.word) ? adding(span, at) : undefined;
        if (otherwise && command.kind === "change") return { ...command, otherwise };
      }
      return command;
    }
  }
  return null;
};

/** The rule that fits a clause; `open` when it ends in its target. */
export const actOf = (span: Span, at: DueAt): { act: Act; open: boolean } | undefined => {
  for (const rule of rules) {
    const test = slotTest(at, rule.loose === true);
    for (const pattern of rule.patterns) {
      const slots = match(pattern, span, test);
      if (!slots) continue;
      const end = (slots["target"] ?? slots["did-what"])?.tokens.at(-1);
      return { act: rule.act, open: end !== undefined && end === trimSpan(span).tokens.at(-1) };
    }
  }
  return undefined;
};

/** The clause as something to add. */
export const readAdding = (span: Span, at: DueAt): Command => adding(span, at);

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

/** What a clause means. */
export const interpret = (clause: Span, at: DueAt): Command => {
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
  if (reference.kind === "numbers")
    return { kind: "fragment", text: rest, numbers: reference.numbers };
  const listing = readListing(span, at);
  if (listing) return listing;
  const ruled = byRules(span, at);
  if (ruled && !(ruled.kind === "change" && ruled.otherwise && fitsAny(notTasks, span)))
    return ruled;
  const again = readTalk(span);
  if (again) return again;
  if (fitsAny(notTasks, span)) return unclear("cannot");
  if (isAsked(whole)) return unclear("question");
  if (isImperative(span) && wordsIn(span).length > 1) return adding(span, at);
  return datedNoun(span, at) ?? { kind: "fragment", text: rest };
};
