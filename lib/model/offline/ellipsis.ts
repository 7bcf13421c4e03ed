/**
 * Fills in what a message leaves out because the one before it said it: "and the last one too" does again what was
 * done, "no, the other one" takes it back first, "and Friday?" asks again. Null where a message says all by itself.
 */
import { adding } from "./adding";
import type { Command } from "./commands";
import { rangeOf, wholeDue, type DueAt } from "./due";
import { KEEPS, REGRETS, UNTICKS } from "./english/corrections";
import { ALIKE, ASKED_ON, ASKED_OTHERWISE, MORE_BEFORE, MORE_BEHIND } from "./english/ellipsis";
import { TASK_VERBS } from "./english/verbs";
import { changedIn, type PastTurn } from "./history";
import { gapped, opensGap, withoutTail } from "./gapping";
import { readListing } from "./listing";
import { stripped } from "./polite";
import { wholePriority } from "./priorities";
import { readTarget } from "./targets";
import { type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "./tokens";
import { type Before, beforeOf, headOf, isRecord, isRepeatable, isWhole, update } from "./before";
import { wantingPlainly } from "./wanting";
import { readCorrection } from "./correcting";
import { readAgain } from "./redoing";
import { retargeted, undoneFor } from "./retargeting";

/** Longer messages say what they want. */
const MOST_WORDS = 12;
/** Who takes something back says why. */
const MOST_WORDS_OF_REGRET = 20;

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

/** Whether a message takes back what the turn before it did. */
const isRegretted = (last: PastTurn, message: string): boolean => {
  if (changedIn(last).length === 0 || last.ran.some(({ tool }) => tool === "undo")) return false;
  const did = (name: string) => last.ran.some(({ tool }) => tool === name);
  return (
    REGRETS.test(message) ||
    (did("delete_task") && KEEPS.test(message)) ||
    (did("complete_task") && UNTICKS.test(message))
  );
};

/** The commands of a message that goes on from the turn before it; `read` reads a turn's own words. */
export const goneOn = (
  message: string,
  past: readonly PastTurn[],
  at: DueAt,
  read: (turn: PastTurn) => Command[],
): Command[] | null => {
  if (past.length === 0 || /\n/.test(message.trim())) return null;
  const again = readAgain(message.trim(), past);
  if (again) return again;
  const last = past.at(-1);
  if (last && isRegretted(last, message.trim())) return [{ kind: "undo" }];
  const span = trimSpan(tokenise(wantingPlainly(message, at)));
  let known: Before | undefined;
  const before = () => (known ??= beforeOf(past, read));
  if (wordsIn(span).length > MOST_WORDS_OF_REGRET) return null;
  const meant = retargeted(message, past, at, before) ?? undoneFor(message, at, last);
  if (meant) return meant;
  const other = ASKED_OTHERWISE.exec(message.trim())?.[1];
  const asked = other === undefined ? undefined : before();
  if (other !== undefined && asked?.kind === "list")
    return askOn(trimSpan(tokenise(other)), asked, at);
  if (wordsIn(span).length > MOST_WORDS) return null;
  return readMore(span, past, at, before) ?? readCorrection(span, past, at, before);
};
