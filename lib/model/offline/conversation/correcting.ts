/**
 * Corrections of the turn before: "no, Wednesday", "not the dentist, the doctor", "3 kilos". Null where a message
 * corrects nothing.
 */
import { isStatement } from "../words/asides";
import type { Command, Fields } from "../commands";
import { wholeDue, type DueAt } from "../words/due";
import { FINITE } from "../english/asides";
import { CORRECTED, CORRECTION_ENDS, CORRECTS, IT_IS, REPORTED } from "../english/corrections";
import { NUMBER_NAMES } from "../english/references";
import { TASK_VERBS } from "../english/verbs";
import { cleanTitle } from "../words/clean-title";
import { changeResult, changedIn, type PastTurn } from "../history";
import { withoutTail } from "../reading/gapping";
import { stripped } from "../words/polite";
import { wholePriority } from "../words/priorities";
import { takingBack } from "./retargeting";
import { readTarget } from "../reading/targets";
import { type Span, spanOf, textOf, trimSpan, wordsIn } from "../words/tokens";
import { type Before, headOf, isRepeatable, isWhole, update } from "./before";

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

export const readCorrection = (
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
  const reported = headOf(rest, REPORTED);
  if (reported > 0) rest = trimSpan(spanOf(rest, reported));
  const contrast = contrastOf(rest);
  if (!marked && !contrast && reported === 0) return endedBy(rest, past, at, before);
  rest = withoutTail(contrast ? withoutHead(contrast.right) : stripped(rest), CORRECTION_ENDS);
  if (rest.tokens.length === 0) return null;
  // Two clauses say by themselves what they want.
  if (!contrast && rest.tokens.some(({ word }) => /^[,;.!?…]$/.test(word))) return null;
  const last = past.at(-1);
  if (!last) return null;
  if (changedIn(last).length === 0) return marked ? insteadOfNone(rest, at, before()) : null;
  const due = dueOf(rest, at, before);
  if (due) return update({ due });
  const priority = wholePriority(textOf(rest));
  if (priority) return update({ priority });
  if (reported > 0) return null;
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
  // "It's not that important, make it low" says by itself what is wanted.
  if (contrast && isWhole(rest, at)) return null;
  // "Draft the newsletter, not the press release": both have the verb.
  if (contrast && TASK_VERBS.has(wordsIn(rest)[0] ?? "") && earlier?.kind === "add")
    return update({ title: cleanTitle(textOf(rest)) });
  if (contrast && target.kind === "title" && wordsIn(contrast.wrong).length > 0)
    return update({ part: bareOf(contrast.wrong), title: bareOf(rest) });
  return null;
};

/** "It's Wednesday" is Wednesday. */
const withoutHead = (span: Span): Span => {
  const rest = trimSpan(spanOf(span, headOf(span, IT_IS)));
  return rest.tokens.length > 0 ? rest : span;
};

/** "Saturday would be better": a correction that only its end says is one. */
const endedBy = (
  rest: Span,
  past: readonly PastTurn[],
  at: DueAt,
  before: () => Before | undefined,
): Command[] | null => {
  const bare = stripped(rest);
  const value = withoutTail(bare, CORRECTED);
  const last = past.at(-1);
  if (value === bare || !last || changedIn(last).length === 0) return null;
  const due = dueOf(value, at, before);
  if (due) return update({ due });
  const priority = wholePriority(textOf(value));
  return priority ? update({ priority }) : null;
};

/** "I mean the minibus", where the task that was named first was not there. */
const insteadOfNone = (rest: Span, at: DueAt, earlier: Before | undefined): Command[] | null => {
  if (earlier?.kind !== "change" || !isRepeatable(earlier) || isWhole(rest, at)) return null;
  const target = readTarget(rest, at);
  if (target.kind !== "title" && target.kind !== "numbers" && target.kind !== "places") return null;
  const { change, fields } = earlier;
  return [{ kind: "change", change, fields, target }];
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

const bareOf = (span: Span): string => textOf(span).replace(/^(?:the|a|an|my)\s+/i, "");
