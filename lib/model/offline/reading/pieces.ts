/**
 * Where a line might be cut: at sentence ends, joiners, and where a second command begins without a mark between.
 */
import {
  ABBREVIATIONS,
  AFTER_SO,
  CLAUSE_JOINERS,
  FIXED_PAIRS,
  NOT_BEFORE_RUN_ON,
  RUN_ON_VERBS,
  RUN_ON_WISHES,
} from "../english/clauses";
import { type Span } from "../words/tokens";

/** `hard`: a border in any case; `wish`: one only where nothing is wanted before it. */
export type Piece = { from: number; to: number; hard: boolean; wish: boolean };

const isSentenceEnd = (span: Span, index: number): boolean => {
  const token = span.tokens[index];
  if (!token || !/^[.!?;…]$/.test(token.word)) return false;
  const before = span.tokens[index - 1];
  if (token.word === "." && before && ABBREVIATIONS.has(before.word)) return false;
  const next = span.tokens[index + 1];
  return next === undefined || next.start > token.end || /^[.!?;…]$/.test(next.word);
};

/** The pieces between all places where a line might be cut, in order. */
export const pieces = (span: Span): Piece[] => {
  const found: Piece[] = [];
  let from = 0;
  let hard = true;
  let wish = false;
  let depth = 0;
  for (let index = 0; index < span.tokens.length; index++) {
    // What stands in brackets belongs to what stands before them.
    const word = span.tokens[index]?.word ?? "";
    if (/^[([]$/.test(word)) depth += 1;
    if (/^[)\]]$/.test(word)) depth = Math.max(0, depth - 1);
    if (depth > 0 && closes(span, index)) continue;
    const sentence = isSentenceEnd(span, index);
    const joiner = CLAUSE_JOINERS.find(
      (words) =>
        words.every((word, offset) => span.tokens[index + offset]?.word === word) &&
        !FIXED_PAIRS.has(
          `${span.tokens[index - 1]?.word ?? ""} ${span.tokens[index + words.length]?.word ?? ""}`,
        ) &&
        // "so", but not in "so kind as to".
        (words.at(-1) !== "so" || AFTER_SO.has(span.tokens[index + words.length]?.word ?? "")),
    );
    const wishes = index > from && beginsWish(span, index);
    if (!sentence && !joiner && !wishes && !(index > from && runsOn(span, index))) continue;
    const follows = index === from;
    if (!follows) found.push({ from, to: index, hard, wish });
    from = index + (joiner?.length ?? (sentence ? 1 : 0));
    // A semicolon joins as a comma does; a joiner at the head of a sentence is a part of its border.
    const ends = sentence && span.tokens[index]?.word !== ";";
    hard = ends || (follows && hard);
    wish = wishes && !sentence && !joiner;
    index = Math.max(index, from - 1);
  }
  if (from < span.tokens.length) found.push({ from, to: span.tokens.length, hard, wish });
  return found;
};

/** Whether a bracket is closed behind a place. */
const closes = (span: Span, index: number): boolean =>
  span.tokens.slice(index).some(({ word }) => /^[)\]]$/.test(word));

/** Where a second command begins without a mark or a word between: "… the slip mark it as not done". */
const runsOn = (span: Span, index: number): boolean => {
  const [before, verb, object] = [-1, 0, 1].map(
    (offset) => span.tokens[index + offset]?.word ?? "",
  );
  return (
    RUN_ON_VERBS.has(verb ?? "") &&
    /^(?:it|that|them|this|me)$/.test(object ?? "") &&
    !NOT_BEFORE_RUN_ON.has(before ?? "")
  );
};

const beginsWish = (span: Span, index: number): boolean =>
  RUN_ON_WISHES.some((words) =>
    words.every((word, offset) => span.tokens[index + offset]?.word === word),
  );
