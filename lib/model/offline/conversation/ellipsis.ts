/**
 * Fills in what a message leaves out because the one before it said it: "and the last one too" does again what was
 * done, "no, the other one" takes it back first, "and Friday?" asks again. Null where a message says all by itself.
 */
import type { Command } from "../commands";
import { rangeOf, wholeDue, type DueAt } from "../words/due";
import { KEEPS, REGRETS, UNTICKS } from "../english/corrections";
import { ALIKE, ASKED_ON, ASKED_OTHERWISE, MORE_BEFORE, MORE_BEHIND } from "../english/ellipsis";
import { changedIn, type PastTurn } from "../history";
import { gapped, opensGap, withoutTail } from "../reading/gapping";
import { readListing } from "../reading/listing";
import { stripped } from "../words/polite";
import { wholePriority } from "../words/priorities";
import { readTarget } from "../reading/targets";
import { type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";
import { addMore, type Alike } from "./alike";
import { interpret } from "../reading/interpret";
import { type Before, beforeOf, headOf, isRepeatable, isWhole, update } from "./before";
import { wantingPlainly } from "../words/wanting";
import { readCorrection } from "./correcting";
import { readAgain } from "./redoing";
import { retargeted, undoneFor } from "./retargeting";

/** Longer messages say what they want. */
const MOST_WORDS = 12;
/** Who takes something back says why. */
const MOST_WORDS_OF_REGRET = 20;

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
  how: Alike,
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
      return kind === "title" ? addMore(rest, past, at, how) : null;
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
  // "Could you do the same for the report?"
  const bare = headOf(rest, ALIKE) > 0 ? rest : stripped(rest);
  const alike = headOf(bare, ALIKE);
  const phrase = wordsIn(spanOf(bare, 0, alike));
  const asksFor = alike > 0 && bare.tokens[0] !== rest.tokens[0];
  if (alike > 0) rest = stripped(spanOf(bare, alike));
  const more = withoutTail(rest, MORE_BEHIND);
  const said = lead > 0 || alike > 0 || more !== rest;
  if (!said || wordsIn(more).length === 0) return null;
  const comma = span.tokens.findIndex(({ word }) => word === ",");
  if (comma > 0 && alike === 0 && isWhole(trimSpan(spanOf(span, 0, comma)), at)) return null;
  // "And the last one, get rid of it"
  if (comma > 0 && interpret(trimSpan(spanOf(span, comma + 1)), at).kind === "change") return null;
  // "And the rest" asks for no list.
  const others = readTarget(more, at).kind === "other";
  if (alike === 0 && !others && (isWhole(span, at) || isWhole(more, at))) return null;
  // "And the third" is one of those that were shown.
  const isDate = wholeDue(textOf(more), at) && readTarget(more, at).kind !== "places";
  if (isDate && alike === 0 && before()?.kind !== "list") return null;
  const earlier = before();
  const priority = wholePriority(textOf(stripped(more)));
  if (priority && earlier?.kind === "change") return update({ priority });
  if (!earlier || priority) return null;
  if (earlier.kind === "add" && more.tokens.some(({ word }) => word === ",")) return null;
  // "And Raj?", after something was done, asks about Raj: it never does the same to him.
  if (/\?\s*$/.test(span.source) && !asksFor) return askOn(more, earlier, at);
  const how = { alike: alike > 0, too: more !== rest, by: phrase.at(-1) ?? "" };
  return again(more, earlier, past, at, how);
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
