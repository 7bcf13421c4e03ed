/**
 * Where a list of things may be cut: at commas and "and", but not within a pair that is one thing ("salt and pepper"),
 * nor between a thing and its date.
 */
import { findDue, wholeDue, type DueAt } from "../words/due";
import { BINOMIALS, ITEM_JOINERS, TIGHT_BINOMIALS } from "../english/joining";
import { wholePriority } from "../words/priorities";
import { type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";

export type Piece = { span: Span; joiner: "comma" | "and" | "stop" };

/** What stands between commas and "and". */
export const cut = (span: Span): Piece[] => {
  const pieces: Piece[] = [];
  const { tokens } = span;
  let from = 0;
  let joiner: Piece["joiner"] = "comma";
  const push = (to: number) => {
    const piece = trimSpan(spanOf(span, from, to));
    if (piece.tokens.length > 0) pieces.push({ span: piece, joiner });
  };
  let depth = 0;
  const slashes = tokens.filter(({ word, kind }) => kind === "mark" && word === "/").length;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index];
    if (!token) continue;
    if (token.word === "(") depth++;
    if (token.word === ")") depth--;
    if (depth > 0) continue;
    const phrase = ITEM_JOINERS.find((words) =>
      words.every((word, offset) => tokens[index + offset]?.word === word),
    );
    const comma =
      token.kind === "break" || /^[,;]$/.test(token.word) || (token.word === "/" && slashes > 1);
    if (!phrase && !comma) continue;
    push(index);
    joiner = phrase ? "and" : token.word === ";" ? "stop" : "comma";
    from = index + (phrase?.length ?? 1);
    index = from - 1;
  }
  push(tokens.length);
  return pieces;
};

/** From the first piece to the end of the last. */
export const joined = (span: Span, first: Span, last: Span): Span => {
  const from = span.tokens.findIndex((token) => token === first.tokens[0]);
  const end = span.tokens.findIndex((token) => token === last.tokens.at(-1));
  return spanOf(span, from, end + 1);
};

/** "Ben & Jerry's", "Marks and Spencer". */
const isFirm = (left: Span, right: Span): boolean => {
  const [before, after] = [left.tokens.at(-1), right.tokens[0]];
  const isCapital = (at: number) => /\p{Lu}/u.test(left.source.charAt(at));
  return (
    before !== undefined &&
    after !== undefined &&
    left.source.slice(before.end, after.start).includes("&") &&
    isCapital(before.start) &&
    isCapital(after.start)
  );
};

const isBinomial = (left: Span, right: Span, listed: boolean): boolean => {
  if (isFirm(left, right)) return true;
  const before = wordsIn(left).at(-1) ?? "";
  const [next = ""] = wordsIn(right);
  const pairs = listed ? TIGHT_BINOMIALS : BINOMIALS;
  return pairs.has(`${before} ${next}`) || pairs.has(`${next} ${before}`);
};

const withoutDate = (span: Span, at: DueAt): Span => {
  const found = findDue(textOf(span), at);
  return found ? tokenise(found.rest) : span;
};

/** Single words between commas: another pair at their end is two more. */
const isListed = (pieces: readonly Piece[], at: DueAt): boolean =>
  pieces.length > 2 &&
  pieces.slice(1).every(({ span }) => wordsIn(withoutDate(span, at)).length <= 2);

/** Pairs that are one thing, and a thing with its date, put together again. */
export const paired = (span: Span, at: DueAt): Piece[] => {
  const pieces: Piece[] = [];
  for (const piece of cut(span)) {
    const last = pieces.at(-1);
    // "dentist, 14th, quarter past nine"
    const text = textOf(piece.span);
    const field =
      piece.joiner !== "and" && (wholeDue(text, at) !== null || wholePriority(text) !== null);
    if (
      last &&
      (field ||
        (piece.joiner === "and" &&
          isBinomial(last.span, piece.span, isListed([...pieces, piece], at))))
    )
      pieces[pieces.length - 1] = { ...last, span: joined(span, last.span, piece.span) };
    else pieces.push(piece);
  }
  return pieces;
};
