/**
 * A small matcher for the grammar's patterns. A pattern is words, separated by spaces:
 *   `done`        that word                    `done|finished`  one of these
 *   `<delete>`    a phrase of that class, which may stand among alternatives too: `<into>|up|down`
 *   `{target}`    one or more tokens, kept under that name
 *   `...?`        optional                     `...+`           once or more       `...*`  optional, and more
 *   `:`           that mark (other marks are skipped between words)
 * A pattern has to fit the whole span. Slots take as few tokens as they can, unless written `{title+}`.
 */
import type { Span, Token } from "./tokens";
import { spanOf, trimSpan } from "./tokens";

type Element = { optional: boolean; repeats: boolean } & (
  | { kind: "words"; words: ReadonlySet<string> }
  | { kind: "class"; phrases: readonly string[][] }
  | { kind: "slot"; name: string; greedy: boolean }
);

export type Pattern = readonly Element[];
/** Phrases by class name, as the language lists them. */
export type Classes = Readonly<Record<string, readonly string[]>>;
export type Slots = Readonly<Record<string, Span | undefined>>;
/** Whether a slot may hold this span; asked before the rest is matched. */
export type SlotTest = (name: string, span: Span) => boolean;

const phrasesOf = (part: string, classes: Classes, pattern: string): string[][] => {
  const name = /^<(.+)>$/.exec(part)?.[1];
  if (name === undefined) return [[part]];
  const phrases = classes[name];
  if (!phrases) throw new Error(`No class <${name}> (in “${pattern}”)`);
  return phrases.map((phrase) => phrase.split(" "));
};

/** Reads a pattern once; throws on a class that the language does not have. */
export const compile = (pattern: string, classes: Classes): Pattern =>
  pattern.split(" ").map((part): Element => {
    const mark = part.length > 1 ? /[?*+]$/.exec(part)?.[0] : undefined;
    const repeats = mark === "*" || mark === "+";
    const optional = mark === "*" || mark === "?";
    const text = mark ? part.slice(0, -1) : part;
    const times = { optional, repeats };
    if (text.startsWith("{")) {
      const greedy = text.endsWith("+}");
      return { kind: "slot", name: text.slice(1, greedy ? -2 : -1), greedy, ...times };
    }
    const alternatives = text.split("|");
    if (!text.includes("<")) return { kind: "words", words: new Set(alternatives), ...times };
    const phrases = alternatives.flatMap((alternative) => phrasesOf(alternative, classes, pattern));
    return { kind: "class", phrases: phrases.sort((a, b) => b.length - a.length), ...times };
  });

const isMark = (token: Token | undefined): boolean =>
  token?.kind === "mark" || token?.kind === "break";

type Found = Record<string, [number, number]>;

const matchFrom = (
  pattern: Pattern,
  span: Span,
  element: number,
  at: number,
  test: SlotTest,
): Found | undefined => {
  const { tokens } = span;
  const current = pattern[element];
  if (!current) {
    return tokens.slice(at).every(isMark) ? {} : undefined;
  }
  const rest = (next: number): Found | undefined =>
    (current.repeats && next > at ? matchFrom(pattern, span, element, next, test) : undefined) ??
    matchFrom(pattern, span, element + 1, next, test);
  const found = matchElement(current, span, at, rest, test);
  return found ?? (current.optional ? matchFrom(pattern, span, element + 1, at, test) : undefined);
};

const matchElement = (
  current: Element,
  span: Span,
  at: number,
  rest: (next: number) => Found | undefined,
  test: SlotTest,
): Found | undefined => {
  const { tokens } = span;
  if (current.kind === "slot") {
    const ends = Array.from({ length: tokens.length - at }, (_, index) => at + index + 1);
    if (current.greedy) ends.reverse();
    for (const end of ends) {
      // A slot neither ends in a break of the sentence nor is made of marks alone.
      const piece = trimSpan(spanOf(span, at, end));
      if (!piece.tokens.some((token) => !isMark(token))) continue;
      const found = test(current.name, piece) ? rest(end) : undefined;
      if (found) return { ...found, [current.name]: [at, end] };
    }
    return undefined;
  }
  let start = at;
  const wantsMark = current.kind === "words" && current.words.has(":");
  while (isMark(tokens[start]) && !(wantsMark && tokens[start]?.word === ":")) start += 1;
  if (current.kind === "words") {
    const token = tokens[start];
    return token && token.kind !== "quote" && current.words.has(token.word)
      ? rest(start + 1)
      : undefined;
  }
  for (const phrase of current.phrases) {
    if (phrase.every((word, index) => tokens[start + index]?.word === word)) {
      const found = rest(start + phrase.length);
      if (found) return found;
    }
  }
  return undefined;
};

/** The slots of `pattern` in `span`, edges trimmed; undefined when it does not fit. */
export const match = (
  pattern: Pattern,
  span: Span,
  test: SlotTest = () => true,
): Slots | undefined => {
  const found = matchFrom(pattern, span, 0, 0, test);
  if (!found) return undefined;
  return Object.fromEntries(
    Object.entries(found).map(([name, [from, to]]) => [name, trimSpan(spanOf(span, from, to))]),
  );
};
