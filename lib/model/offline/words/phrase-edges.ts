/**
 * Phrases of the language's classes at the start or the end of a clause.
 */
import { CLASSES } from "../english/classes";
import type { Span, Token } from "./tokens";

/** Phrases by their first and by their last word, longest first. */
export type Phrases = {
  byFirst: ReadonlyMap<string, readonly string[][]>;
  byLast: ReadonlyMap<string, readonly string[][]>;
};

const grouped = (
  phrases: readonly string[][],
  keyOf: (phrase: string[]) => string | undefined,
): ReadonlyMap<string, readonly string[][]> => {
  const found = new Map<string, string[][]>();
  for (const phrase of phrases) {
    const key = keyOf(phrase) ?? "";
    const same = found.get(key);
    if (same) same.push(phrase);
    else found.set(key, [phrase]);
  }
  return found;
};

export const phrasesOf = (name: keyof typeof CLASSES): Phrases => {
  const phrases = CLASSES[name]
    .map((phrase) => phrase.split(" "))
    .sort((a, b) => b.length - a.length);
  return {
    byFirst: grouped(phrases, (phrase) => phrase[0]),
    byLast: grouped(phrases, (phrase) => phrase.at(-1)),
  };
};

const isMark = (token: Token | undefined): boolean =>
  token?.kind === "mark" || token?.kind === "break";

const stands = (span: Span, from: number, phrase: readonly string[]): boolean =>
  phrase.every((word, index) => {
    const token = span.tokens[from + index];
    return token?.kind === "word" && token.word === word;
  });

/** How many tokens the longest of the phrases covers at the start, marks behind it included; 0 for none. */
export const startsWith = ({ byFirst }: Phrases, span: Span): number => {
  const phrase = byFirst
    .get(span.tokens[0]?.word ?? "")
    ?.find((candidate) => stands(span, 0, candidate));
  if (!phrase) return 0;
  let end = phrase.length;
  while (isMark(span.tokens[end])) end += 1;
  return end;
};

/** How many tokens the longest of the phrases covers at the end, short of the whole; 0 for none. */
export const endsWith = ({ byLast }: Phrases, { source, tokens }: Span): number => {
  const phrase = byLast
    .get(tokens.at(-1)?.word ?? "")
    ?.find(
      (candidate) =>
        candidate.length < tokens.length &&
        stands({ source, tokens }, tokens.length - candidate.length, candidate),
    );
  return phrase?.length ?? 0;
};
