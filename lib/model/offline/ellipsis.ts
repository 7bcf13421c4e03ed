/**
 * Fills in what a message leaves out because the one before it said it: "and the last one too" does again what was
 * done, "no, the other one" takes it back first, "and Friday?" asks again. Null where a message says all by itself.
 */
import { adding } from "./adding";
import { isStatement } from "./asides";
import type { Change, Command, Fields, Target } from "./commands";
import { rangeOf, wholeDue, type DueAt } from "./due";
import { FINITE } from "./english/asides";
import { CORRECTS, REGRETS } from "./english/corrections";
import { ALIKE, ASKED_ON, MORE_BEFORE, MORE_BEHIND, REDO } from "./english/ellipsis";
import { NUMBER_NAMES } from "./english/references";
import { TASK_VERBS } from "./english/verbs";
import { cleanTitle } from "./fields";
import { changeResult, changedIn, type PastTurn, type Ran } from "./history";
import { gapped, opensGap, withoutTail } from "./gapping";
import { interpret } from "./interpret";
import { readListing } from "./listing";
import { stripped } from "./polite";
import { wholePriority } from "./priorities";
import { actOf } from "./rules";
import { readTarget } from "./targets";
import { type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "./tokens";

/** Longer messages say what they want. */
const MOST_WORDS = 12;

/** What a turn was about, for the next one to go on from. */
type Before = Extract<Command, { kind: "add" | "change" | "list" | "look" }>;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The change that a call made, without its task. */
const changeOf = ({ tool, arguments: args }: Ran): { change: Change; fields: Fields } | null => {
  if (tool === "complete_task") return { change: "complete", fields: {} };
  if (tool === "delete_task") return { change: "delete", fields: {} };
  if (tool !== "update_task" || !isRecord(args)) return null;
  if (args["completed"] === false) return { change: "reopen", fields: {} };
  const { due, priority } = args;
  const fields = {
    ...(typeof due === "string" || due === null ? { due } : {}),
    ...(priority === undefined ? {} : { priority: priority as NonNullable<Fields["priority"]> }),
  };
  return Object.keys(fields).length > 0 ? { change: "update", fields } : null;
};

/** What the latest of these turns was about; its own words say it best, and its calls where it left them out. */
const beforeOf = (
  past: readonly PastTurn[],
  read: (turn: PastTurn) => Command[],
): Before | undefined => {
  const turn = past.at(-1);
  if (!turn) return undefined;
  const said = read(turn).findLast(
    (command): command is Before =>
      command.kind === "add" ||
      command.kind === "change" ||
      command.kind === "list" ||
      command.kind === "look",
  );
  const ran = turn.ran.findLast(({ tool }) => tool !== "list_tasks" && tool !== "undo");
  if (!ran) return said;
  const change = changeOf(ran);
  if (change && (said?.kind !== "change" || said.change !== change.change))
    return { kind: "change", ...change, target: IT };
  return said ?? (ran.tool === "add_task" ? { kind: "add", tasks: [] } : undefined);
};

const IT: Target = { kind: "pronoun", many: false };

/** Tokens that one of the phrases covers at the head, marks behind it included. */
const headOf = (span: Span, phrases: readonly (readonly string[])[]): number => {
  const phrase = phrases.find((words) =>
    words.every((word, index) => span.tokens[index]?.word === word),
  );
  if (!phrase) return 0;
  let end = phrase.length;
  while (span.tokens[end]?.kind === "mark") end += 1;
  return end;
};

/** Whether a change can be done to another task as well: a title or a note belongs to one. */
const isRepeatable = ({ fields }: Extract<Before, { kind: "change" }>): boolean =>
  fields.title === undefined && fields.append === undefined && !fields.description;

/** "Eggs", after "Buy milk", is "Buy eggs". */
const addMore = (rest: Span, past: readonly PastTurn[], at: DueAt): Command[] | null => {
  const command = adding(stripped(rest), at);
  if (command.kind !== "add") return null;
  const last = past.at(-1)?.ran.findLast(({ tool }) => tool === "add_task")?.arguments;
  const [verb = ""] =
    isRecord(last) && typeof last["title"] === "string" ? last["title"].split(" ") : [];
  if (!/^(?:buy|get|order|grab)$/i.test(verb)) return [command];
  const tasks = command.tasks.map((task) =>
    TASK_VERBS.has(wordsIn(tokenise(task.title))[0] ?? "")
      ? task
      : { ...task, title: `${verb} ${task.title.charAt(0).toLowerCase()}${task.title.slice(1)}` },
  );
  return [{ kind: "add", tasks }];
};

const askOn = (rest: Span, before: Before, at: DueAt): Command[] | null => {
  const text = textOf(rest).replace(/[?!.\s]+$/, "");
  if (before.kind === "list") {
    const due = rangeOf(text, at);
    const { otherwise: _, ...list } = before;
    if (due) return [{ ...list, filter: { ...list.filter, due } }];
    const listing = readListing(tokenise(`what ${text} tasks?`), at);
    if (listing) return [listing];
    if (before.filter.topic !== undefined)
      return [{ ...list, filter: { ...list.filter, topic: text.replace(/^(?:the|my|a) /i, "") } }];
  }
  return [{ kind: "look", target: readTarget(trimSpan(tokenise(text)), at) }];
};

const again = (
  rest: Span,
  before: Before,
  past: readonly PastTurn[],
  at: DueAt,
): Command[] | null => {
  switch (before.kind) {
    case "list":
    case "look":
      return askOn(rest, before, at);
    case "change": {
      const gap = opensGap(before) ? gapped(rest, at) : null;
      if (gap) return [gap];
      if (!isRepeatable(before)) return null;
      const { change, fields } = before;
      return [{ kind: "change", change, fields, target: readTarget(rest, at) }];
    }
    case "add": {
      const { kind } = readTarget(rest, at);
      return kind === "title" ? addMore(rest, past, at) : null;
    }
  }
};

/** Whether words by themselves are a command, so that nothing was left out. */
const isWhole = (span: Span, at: DueAt): boolean => {
  const command = interpret(span, at);
  if (command.kind === "fragment" || command.kind === "unclear") return false;
  return command.kind !== "add" || actOf(stripped(span), at) !== undefined;
};

const readMore = (
  span: Span,
  past: readonly PastTurn[],
  at: DueAt,
  before: () => Before | undefined,
): Command[] | null => {
  const asked = headOf(span, ASKED_ON);
  if (asked > 0) {
    const earlier = before();
    return earlier ? askOn(trimSpan(spanOf(span, asked)), earlier, at) : null;
  }
  let rest = span;
  const lead = headOf(rest, MORE_BEFORE);
  if (lead > 0) rest = trimSpan(spanOf(rest, lead));
  const alike = headOf(rest, ALIKE);
  if (alike > 0) rest = trimSpan(spanOf(rest, alike));
  const more = withoutTail(rest, MORE_BEHIND);
  const said = lead > 0 || alike > 0 || more !== rest;
  if (!said || wordsIn(more).length === 0) return null;
  const comma = span.tokens.findIndex(({ word }) => word === ",");
  if (comma > 0 && isWhole(trimSpan(spanOf(span, 0, comma)), at)) return null;
  if (alike === 0 && (isWhole(span, at) || isWhole(more, at))) return null;
  if (wholeDue(textOf(more), at) && alike === 0 && before()?.kind !== "list") return null;
  const earlier = before();
  const priority = wholePriority(textOf(stripped(more)));
  if (priority && earlier?.kind === "change") return update({ priority });
  if (!earlier || priority) return null;
  if (earlier.kind === "add" && more.tokens.some(({ word }) => word === ",")) return null;
  // "And Raj?", after something was done, asks about Raj: it never does the same to him.
  return /\?\s*$/.test(span.source) ? askOn(more, earlier, at) : again(more, earlier, past, at);
};

/** "Not Tuesday, Wednesday", "Wednesday, not Tuesday", "the doctor not the dentist". */
const contrastOf = (span: Span): { right: Span; wrong: Span } | null => {
  const { tokens } = span;
  const not = tokens.findIndex((token) => token.word === "not");
  if (not < 0) return null;
  // "It's not that important" contrasts nothing.
  if (FINITE.has(tokens[not - 1]?.word ?? "")) return null;
  if (not > 0)
    return {
      right: trimSpan(spanOf(span, 0, not)),
      wrong: trimSpan(spanOf(span, not + 1)),
    };
  const comma = tokens.findIndex((token) => /^(?:,|but|—|–|-|;|\.)$/.test(token.word));
  if (comma < 0) return null;
  return {
    right: trimSpan(spanOf(span, tokens[comma + 1]?.word === "but" ? comma + 2 : comma + 1)),
    wrong: trimSpan(spanOf(span, 1, comma)),
  };
};

const update = (fields: Fields): Command[] => [
  { kind: "change", change: "update", target: IT, fields },
];

/** "3 kilos", "two boxes". */
const AMOUNT = new RegExp(
  `^(\\d+(?:[.,]\\d+)?|${[...NUMBER_NAMES.keys()].join("|")}) (\\p{L}+)$`,
  "iu",
);

/** An hour alone, said of something that has one: "make it 11". */
const HOUR = /^(?:at\s+)?(\d{1,2}(?:[:.]\d{2})?)$/i;

const dueOf = (span: Span, at: DueAt, before: () => Before | undefined): string | null => {
  const text = textOf(span);
  const hour = HOUR.exec(text)?.[1];
  return wholeDue(text, at) ?? (hour && isDated(before()) ? wholeDue(`at ${hour}`, at) : null);
};

const isDated = (before: Before | undefined): boolean =>
  before?.kind === "add" ||
  (before?.kind === "change" && Boolean(before.fields.due ?? before.fields.shift));

const readCorrection = (
  span: Span,
  past: readonly PastTurn[],
  at: DueAt,
  before: () => Before | undefined,
): Command[] | null => {
  let rest = span;
  let marked = false;
  for (let length = headOf(rest, CORRECTS); length > 0; length = headOf(rest, CORRECTS)) {
    const next = trimSpan(spanOf(rest, length));
    if (next.tokens.length === 0) break;
    rest = next;
    marked = true;
  }
  const contrast = contrastOf(rest);
  if (!marked && !contrast) return null;
  rest = withoutTail(contrast?.right ?? stripped(rest), [
    ["instead"],
    ["rather"],
    ["i", "mean"],
    ["actually"],
    ["then"],
    ["now"],
    ["please", "change"],
    ["please"],
    ["change", "it"],
    ["is", "fine"],
    ["is", "ok"],
    ["is", "enough"],
    ["is", "better"],
    ["works", "better"],
    ["will", "do"],
  ]);
  if (rest.tokens.length === 0) return null;
  // Two clauses say by themselves what they want.
  if (!contrast && rest.tokens.some(({ word }) => word === ",")) return null;
  const last = past.at(-1);
  if (!last || changedIn(last).length === 0) return null;
  const due = dueOf(rest, at, before);
  if (due) return update({ due });
  const priority = wholePriority(textOf(rest));
  if (priority) return update({ priority });
  const amount = amountOf(rest, last);
  if (amount) return update(amount);
  const earlier = before();
  const target = readTarget(rest, at);
  if (earlier?.kind === "change" && isRepeatable(earlier) && changedIn(last).length === 1) {
    if (isWhole(rest, at) || isStatement(rest) || /\?\s*$/.test(span.source)) return null;
    const { change, fields } = earlier;
    const back = takingBack(last);
    return back && [{ kind: "change", change, fields, target, instead: back }];
  }
  // "Draft the newsletter, not the press release": both have the verb.
  if (contrast && TASK_VERBS.has(wordsIn(rest)[0] ?? "") && earlier?.kind === "add")
    return update({ title: cleanTitle(textOf(rest)) });
  if (contrast && target.kind === "title" && wordsIn(contrast.wrong).length > 0)
    return update({ part: bareOf(contrast.wrong), title: bareOf(rest) });
  return null;
};

/** "3 kilos", of "Buy 2 kilos of potatoes": the same thing in another number. */
const amountOf = (rest: Span, last: PastTurn): Fields | null => {
  const [, , noun] = AMOUNT.exec(textOf(rest)) ?? [];
  const [title] = last.ran.flatMap(({ result }) => {
    const changed = changeResult.safeParse(result);
    return changed.success ? [changed.data.title] : [];
  });
  if (noun === undefined || title === undefined) return null;
  const part = new RegExp(`(?<![\\p{L}\\p{N}])[\\p{L}\\p{N}.,]+ ${noun}(?![\\p{L}])`, "iu").exec(
    title,
  )?.[0];
  return part && AMOUNT.test(part) ? { part, title: textOf(rest) } : null;
};

/** What takes back a turn's one change. A turn that took back another can't be: that would bring the other again. */
const takingBack = (turn: PastTurn): Command | null => {
  if (!turn.ran.some(({ tool }) => tool === "undo")) return { kind: "undo" };
  const last = turn.ran.at(-1);
  const numbers = changedIn(turn).slice(-1);
  return last?.tool === "complete_task"
    ? { kind: "change", change: "reopen", fields: {}, target: { kind: "numbers", numbers } }
    : null;
};

const bareOf = (span: Span): string => textOf(span).replace(/^(?:the|a|an|my)\s+/i, "");

/** Does again what the turn before the last one did, and the last one took back. */
const readAgain = (past: readonly PastTurn[]): Command[] => {
  const [before, last] = [past.at(-2), past.at(-1)];
  const undone = last?.ran.some(({ tool }) => tool === "undo") === true;
  const changes = undone && before ? before.ran.filter(({ tool }) => tool !== "list_tasks") : [];
  const commands = changes.flatMap((ran): Command[] => {
    const change = changeOf(ran);
    const [id] = changedIn({ message: "", text: "", ran: [ran] });
    if (!change || id === undefined) return [];
    return [{ kind: "change", ...change, target: { kind: "numbers", numbers: [id] } }];
  });
  return commands.length === changes.length && commands.length > 0
    ? commands
    : [{ kind: "unclear", reason: "cannot", text: "" }];
};

/** The commands of a message that goes on from the turn before it; `read` reads a turn's own words. */
export const goneOn = (
  message: string,
  past: readonly PastTurn[],
  at: DueAt,
  read: (turn: PastTurn) => Command[],
): Command[] | null => {
  if (past.length === 0 || /\n/.test(message.trim())) return null;
  if (REDO.test(message.trim())) return readAgain(past);
  const last = past.at(-1);
  if (last && changedIn(last).length > 0 && REGRETS.test(message.trim())) return [{ kind: "undo" }];
  const span = trimSpan(tokenise(message));
  if (wordsIn(span).length > MOST_WORDS) return null;
  let known: Before | undefined;
  const before = () => (known ??= beforeOf(past, read));
  return readMore(span, past, at, before) ?? readCorrection(span, past, at, before);
};
