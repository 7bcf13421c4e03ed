/**
 * What a second clause leaves out because the first one said it: "move the dentist to Thursday, the optician to Friday",
 * "make the report high and the wiki low", "the rent is done and so is the shed".
 */
import type { Command } from "../commands";
import { wholeDue, type DueAt } from "../words/due";
import { ALIKE, MORE_BEHIND } from "../english/ellipsis";
import { interpret } from "./interpret";
import { stripped } from "../words/polite";
import { wholePriority } from "../words/priorities";
import { actOf } from "./rules";
import { readTarget } from "./targets";
import { remembered } from "../remember";
import { placeOf, type Span, spanOf, textOf, trimSpan, wordsIn } from "../words/tokens";

type Update = Extract<Command, { kind: "change" }>;

const TO = /^(?:to|for|till|until|on|by|at|as|is|are)$/;

/** "the optician to friday", "the wiki low": what is said of another task by its last words alone; null for all else. */
export const gapped = remembered((piece: Span, at: DueAt): Update | null => {
  const span = stripped(piece);
  const act = actOf(span, at);
  if (act && !act.loose) return null;
  for (let index = 1; index < span.tokens.length; index++) {
    const to = TO.test(span.tokens[index]?.word ?? "");
    const rest = textOf(trimSpan(spanOf(span, to ? index + 1 : index)));
    const target = readTarget(spanOf(span, 0, index), at);
    const due = to ? wholeDue(rest, at) : null;
    if (due) return { kind: "change", change: "update", target, fields: { due } };
    const priority = wholePriority(rest);
    if (priority) return { kind: "change", change: "update", target, fields: { priority } };
  }
  return null;
}, placeOf);

/** Whether a clause's change is of the kind that another clause may go on from with a task and a value alone. */
export const opensGap = (left: Command): left is Update =>
  left.kind === "change" &&
  left.change === "update" &&
  (left.fields.due !== undefined || left.fields.priority !== undefined);

/** A span without the longest of these phrases at its end; itself where none stands there. */
export const withoutTail = (span: Span, phrases: readonly (readonly string[])[]): Span => {
  const telling = span.tokens.flatMap((token, index) =>
    token.kind === "mark" ? [] : [{ word: token.word, index }],
  );
  const phrase = phrases.find(
    (words) =>
      words.length < telling.length &&
      words.every((word, index) => telling[telling.length - words.length + index]?.word === word),
  );
  const start = phrase && telling[telling.length - phrase.length]?.index;
  return start === undefined ? span : trimSpan(spanOf(span, 0, start));
};

/** "so is the shed roof": the same change of another task; null where nothing says so. */
export const likewise = (piece: Span, left: Command, at: DueAt): Update | null => {
  if (left.kind !== "change" || left.fields.title !== undefined) return null;
  const span = trimSpan(piece);
  const phrase = ALIKE.find((words) =>
    words.every((word, index) => span.tokens[index]?.word === word),
  );
  const behind = withoutTail(span, MORE_BEHIND);
  const rest = phrase ? trimSpan(spanOf(span, phrase.length)) : behind === span ? null : behind;
  if (!phrase && rest && interpret(rest, at).kind !== "fragment") return null;
  if (!rest || wordsIn(rest).length === 0) return null;
  const { otherwise: _, ...change } = left;
  return { ...change, target: readTarget(stripped(rest), at) };
};
