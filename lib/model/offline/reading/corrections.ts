/**
 * Mends what a person takes back within a sentence, before it is cut into clauses: "on Wednesday, no wait, Thursday"
 * says Thursday, "9:45 instead of 9:30" says 9:45. Only dates, priorities and numbers are mended so: where both sides
 * are of one kind, nothing else can be meant.
 */
import { CONTRASTS, DENIALS, NOT_OF_PRIORITIES, SELF_CORRECTIONS } from "../english/corrections";
import { isTimeOnly, type DueAt, wholeDue } from "../words/due";
import { wholePriority } from "../words/priorities";
import { type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";

type Kind = "due" | "priority" | "number";

const LONGEST = 6;
const PREPOSITION = /^(?:on|by|at|for|to|until|till|before|due|from)\s+/i;

const kindOf = (span: Span, at: DueAt): Kind | null => {
  const text = textOf(trimSpan(span));
  if (text === "") return null;
  if (/^#?\d{1,3}$/.test(text)) return "number";
  if (wholeDue(text, at)) return "due";
  return wholePriority(text) ? "priority" : null;
};

/** The longest piece of one kind that ends (or begins) at a place. */
const pieceAt = (
  span: Span,
  place: number,
  side: "before" | "behind",
  at: DueAt,
): { piece: Span; kind: Kind; from: number; to: number } | null => {
  for (let length = LONGEST; length > 0; length--) {
    const from = side === "before" ? place - length : place;
    const to = from + length;
    if (from < 0 || to > span.tokens.length) continue;
    const piece = spanOf(span, from, to);
    if (trimSpan(piece).tokens.length !== piece.tokens.length) continue;
    const kind = kindOf(piece, at);
    if (kind) return { piece, kind, from, to };
  }
  return null;
};

const isMark = (span: Span, index: number): boolean => span.tokens[index]?.kind === "mark";

const phraseAt = (span: Span, index: number, phrases: readonly (readonly string[])[]): number =>
  phrases.find((phrase) =>
    phrase.every((word, offset) => span.tokens[index + offset]?.word === word),
  )?.length ?? 0;

/** The date that stands for both: a time alone keeps the day that was said with the wrong one. */
const rightOf = (wrong: Span, right: Span, at: DueAt): string => {
  const [before, after] = [textOf(wrong), textOf(right)];
  const words = wholeDue(after, at) ?? after;
  if (!isTimeOnly(words, at) || isTimeOnly(wholeDue(before, at) ?? before, at)) return after;
  for (let length = wrong.tokens.length - 1; length > 0; length--) {
    const day = textOf(spanOf(wrong, 0, length));
    const both = `${day} ${/^at\b/i.test(after) ? "" : "at "}${words}`.replace(/at at/i, "at");
    if (wholeDue(both, at)) return both;
  }
  return after;
};

const mendAt = (span: Span, index: number, at: DueAt): string | null => {
  const self = phraseAt(span, index, SELF_CORRECTIONS);
  const contrast = phraseAt(span, index, CONTRASTS);
  const length = Math.max(self, contrast);
  if (length === 0) return null;
  let end = index;
  while (isMark(span, end - 1)) end -= 1;
  let begin = index + length;
  // "Tuesday, sorry, I mean Wednesday"
  for (let more = length; more > 0; begin += more) {
    while (isMark(span, begin)) begin += 1;
    more = phraseAt(span, begin, SELF_CORRECTIONS);
  }
  const left = pieceAt(span, end, "before", at);
  if (!left) return null;
  const said = span.tokens.slice(index, index + length).map(({ word }) => word);
  // "That's important, make it high", "he can't do Monday, make it Friday": the first is a reason.
  const denied = span.tokens.slice(0, index).some(({ word }) => DENIALS.has(word));
  if ((left.kind === "priority" || denied) && NOT_OF_PRIORITIES.has(said.join(" "))) return null;
  if (
    /^(?:its|is|on|for|to)$/.test(span.tokens[begin]?.word ?? "") &&
    !pieceAt(span, begin, "behind", at)
  )
    begin += 1;
  const right = pieceAt(span, begin, "behind", at);
  // "11:30 rather than 10"
  const hour = contrast > self && left.kind === "due" && right?.kind === "number";
  if (!right || (right.kind !== left.kind && !hour)) return null;
  const [before, after] = [spanOf(span, 0, left.from), spanOf(span, right.to)];
  const chosen = contrast > self ? textOf(left.piece) : rightOf(left.piece, right.piece, at);
  const preposition = PREPOSITION.exec(textOf(left.piece))?.[0] ?? "";
  const kept = PREPOSITION.test(chosen) ? chosen : preposition + chosen;
  const rest = textOf(after);
  return (
    [textOf(before), kept].filter(Boolean).join(" ") +
    (/^[\p{L}\p{N}#"“]/u.test(rest) ? " " : "") +
    rest
  );
};

/** The line as it was meant. */
export const mended = (line: Span, at: DueAt): Span => {
  let current = line;
  for (let round = 0; round < 3; round++) {
    const found = current.tokens
      .map((_, index) => (index > 0 ? mendAt(current, index, at) : null))
      .find((text) => text !== null);
    if (found === undefined || found === null || wordsIn(current).length > 60) return current;
    current = tokenise(found);
  }
  return current;
};
