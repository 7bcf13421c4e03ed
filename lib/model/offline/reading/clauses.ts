/**
 * Cuts a line into clauses: one for each thing that the person wants. A joint ("and", a comma, a full stop) is a
 * border only where what follows can stand alone, so that titles and lists of targets stay whole.
 */
import type { DueAt } from "../words/due";
import { ANEW } from "../english/clauses";
import { gapped } from "./gapping";
import { stripped } from "../words/polite";
import { actOf } from "./rules";
import { type Span, spanOf, textOf, trimSpan, wordsIn } from "../words/tokens";
import { type Clause, type Join, joinOf } from "./joining";
import { pieces } from "./pieces";

/** The clauses of one line. */
export const splitClauses = (line: Span, at: DueAt): Clause[] => {
  const whole = trimSpan(line);
  const parts = pieces(whole);
  // "add task: call bob. another task: email sue"
  const again = parts.some(
    ({ from, to }, index) => index > 0 && ANEW.test(textOf(trimSpan(spanOf(whole, from, to)))),
  );
  if (!again && actOf(stripped(whole), at)?.act === "add.whole") return [{ span: whole }];
  const levels = parts.map(({ from, to }) => gapped(trimSpan(spanOf(whole, from, to)), at));
  if (
    parts.length > 1 &&
    levels.every((level) => level?.fields.priority && level.target.kind === "title")
  )
    return parts.map(({ from, to }, index) => ({
      span: trimSpan(spanOf(whole, from, to)),
      ...(levels[index] ? { command: levels[index] } : {}),
    }));
  const clauses: Clause[] = [];
  let from = 0;
  for (const [index, part] of parts.entries()) {
    const piece = trimSpan(spanOf(whole, part.from, part.to));
    if (wordsIn(piece).length === 0) continue;
    const last = clauses.at(-1);
    if (!last || index === 0) {
      from = part.from;
      clauses.push({ span: trimSpan(spanOf(whole, from, part.to)) });
      continue;
    }
    // A joint may stand inside what follows too ("mark 2 and 3 done"), so both the piece and the rest are tried.
    const join: Join = part.hard
      ? { border: true }
      : joinOf(last, { piece, wish: part.wish }, trimSpan(spanOf(whole, from, part.to)), at);
    if (join.border) {
      from = part.from;
      clauses.push({ span: piece, ...(join.command ? { command: join.command } : {}) });
    } else {
      clauses[clauses.length - 1] = { span: trimSpan(spanOf(whole, from, part.to)) };
    }
  }
  return clauses;
};
