/**
 * A command to take something back, behind whatever is exclaimed before it.
 */
import type { DueAt } from "../words/due";
import { TAKEN_ABACK } from "../english/undoing";
import { stripped } from "../words/polite";
import { actOf } from "./rules";
import { type Span, spanOf, trimSpan, wordsIn } from "../words/tokens";

const MOST_WORDS = 12;

/** Whether a line has nothing in it but exclamations and a wish to have the last change taken back. */
export const isUndoing = (line: Span, at: DueAt): boolean => {
  if (wordsIn(line).length > MOST_WORDS || !TAKEN_ABACK.has(line.tokens[0]?.word ?? ""))
    return false;
  let rest = trimSpan(line);
  while (rest.tokens.length > 0 && TAKEN_ABACK.has(rest.tokens[0]?.word ?? "")) {
    rest = trimSpan(spanOf(rest, 1));
    if (wordsIn(rest).length > 0 && actOf(stripped(rest), at)?.act === "undo") return true;
  }
  return false;
};
