/**
 * A small matcher for the grammar's patterns. A pattern is words, separated by spaces:
 *   `done`        that word                    `done|finished`  one of these
 *   `<delete>`    a phrase of that class, which may stand among alternatives too: `<into>|up|down`
 *   `{target}`    one or more tokens, kept under that name
 *   `[need]`      a part that patterns share, by its name
 *   `...?`        optional                     `...+`           once or more       `...*`  optional, and more
 *   `:`           that mark (other marks are skipped between words)
 * A pattern has to fit the whole span. Slots take as few tokens as they can, unless written `{title+}`.
 */
import type { Span, Token } from "./tokens";
import { spanOf, trimSpan } from "./tokens";

type Element = { optional: boolean; repeats: boolean } & (
  | { kind: "words"; words: ReadonlySet<string> }
  /** Phrases by their first word, longest first. */
  | { kind: "class"; phrases: ReadonlyMap<string, readonly string[][]> }
  | { kind: "slot"; name: string; greedy: boolean }
);

export type Pattern = {
  elements: readonly Element[];
  /** For each element that has to be there, the words of which one must stand in the span: cheap to look at first. */
  needs: readonly ReadonlySet<string>[];
};
/** Phrases by class name, as the language lists them. */
export type Classes = Readonly<Record<string, readonly string[]>>;
export type Slots = Readonly<Record<string, Span | undefined>>;
/** Whether a slot may hold this span. */
export type SlotTest = (name: string, span: Span) => boolean;

const phrasesOf = (part: string, classes: Classes, pattern: string): string[][] => {
  const name = /^<(.+)>$/.exec(part)?.[1];
  if (name === undefined) return [[part]];
  const phrases = classes[name];
  if (!phrases) throw new Error(`No class <${name}> (in “${pattern}”)`);
  return phrases.map((phrase) => phrase.split(" "));
};

const byFirstWord = (phrases: readonly string[][]): ReadonlyMap<string, readonly string[][]> => {
  const found = new Map<string, string[][]>();
  for (const phrase of [...phrases].sort((a, b) => b.length - a.length)) {
    const [first = ""] = phrase;
    const same = found.get(first);
    if (same) same.push(phrase);
    else found.set(first, [phrase]);
  }
  return found;
};

const readElement = (part: string, classes: Classes, pattern: string): Element => {
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
  return { kind: "class", phrases: byFirstWord(phrases), ...times };
};

/** Reads a pattern once; throws on a class or a shared part that the language does not have. */
export const compile = (
  pattern: string,
  classes: Classes,
  sequences: Readonly<Record<string, string>> = {},
): Pattern => {
  const whole = pattern.replace(/\[([a-z-]+)\]/g, (_, name: string) => {
    const sequence = sequences[name];
    if (sequence === undefined) throw new Error(`No part [${name}] (in “${pattern}”)`);
    return sequence;
  });
  const elements = whole.split(" ").map((part) => readElement(part, classes, pattern));
  const needs = elements.flatMap((element) => {
    if (element.optional || element.kind === "slot") return [];
    return [element.kind === "words" ? element.words : new Set(element.phrases.keys())];
  });
  // What is said in few ways fails soonest.
  return { elements, needs: needs.sort((a, b) => a.size - b.size) };
};

const isMark = (token: Token | undefined): boolean =>
  token?.kind === "mark" || token?.kind === "break";

type Found = Record<string, [number, number]>;

const matchFrom = (
  elements: readonly Element[],
  span: Span,
  element: number,
  at: number,
  test: SlotTest,
): Found | undefined => {
  const { tokens } = span;
  const current = elements[element];
  if (!current) {
    return tokens.slice(at).every(isMark) ? {} : undefined;
  }
  const found = matchElement(
    current,
    span,
    at,
    (next) =>
      (current.repeats && next > at ? matchFrom(elements, span, element, next, test) : undefined) ??
      matchFrom(elements, span, element + 1, next, test),
    test,
    current.repeats ? undefined : elements[element + 1],
  );
  return found ?? (current.optional ? matchFrom(elements, span, element + 1, at, test) : undefined);
};

const CLOSING = new Set([")", "]", "}", ">"]);

/** Whether an element that has to be there may begin at a place, as far as its first word tells. */
const mayBegin = (element: Element | undefined, tokens: readonly Token[], at: number): boolean => {
  if (!element) return true;
  if (element.optional || element.kind === "slot") return true;
  const words = element.kind === "words" ? element.words : element.phrases;
  for (let place = at; place < tokens.length; place++) {
    const token = tokens[place];
    if (token && words.has(token.word)) return true;
    if (!isMark(token)) return false;
  }
  return false;
};

const matchElement = (
  current: Element,
  span: Span,
  at: number,
  rest: (next: number) => Found | undefined,
  test: SlotTest,
  next: Element | undefined,
): Found | undefined => {
  const { tokens } = span;
  if (current.kind === "slot") {
    for (let step = 1; step <= tokens.length - at; step++) {
      const end = current.greedy ? tokens.length + 1 - step : at + step;
      // A bracket belongs to what it closes.
      if (CLOSING.has(tokens[end]?.word ?? "")) continue;
      if (!mayBegin(next, tokens, end)) continue;
      // What follows is looked at first: it mostly fails at its first word, while the test may read a date.
      const found = rest(end);
      if (!found) continue;
      // A slot neither ends in a break of the sentence nor is made of marks alone.
      const piece = trimSpan(spanOf(span, at, end));
      if (piece.tokens.every(isMark) || !test(current.name, piece)) continue;
      return { ...found, [current.name]: [at, end] };
    }
    return undefined;
  }
  let start = at;
  const wantsMark = current.kind === "words" ? current.words.has(":") : current.phrases.has(":");
  while (isMark(tokens[start]) && !(wantsMark && tokens[start]?.word === ":")) start += 1;
  if (current.kind === "words") {
    const token = tokens[start];
    return token && token.kind !== "quote" && current.words.has(token.word)
      ? rest(start + 1)
      : undefined;
  }
  for (const phrase of current.phrases.get(tokens[start]?.word ?? "") ?? []) {
    if (phrase.every((word, index) => tokens[start + index]?.word === word)) {
      const found = rest(start + phrase.length);
      if (found) return found;
    }
  }
  return undefined;
};

const wordSets = new WeakMap<readonly Token[], ReadonlySet<string>>();

/** The words of a span, which hundreds of patterns are held against one after another. */
export const wordSetOf = ({ tokens }: Span): ReadonlySet<string> => {
  const known = wordSets.get(tokens) ?? new Set(tokens.map(({ word }) => word));
  wordSets.set(tokens, known);
  return known;
};

/** The fewest words of which a pattern needs one; undefined where it is made of slots and optional parts. */
export const rarest = ({ needs }: Pattern): ReadonlySet<string> | undefined => needs[0];

const mayFit = ({ needs }: Pattern, words: ReadonlySet<string>): boolean =>
  needs.every((needed) => {
    const [fewer, more] = needed.size < words.size ? [needed, words] : [words, needed];
    for (const word of fewer) if (more.has(word)) return true;
    return false;
  });

/** The slots of `pattern` in `span`, edges trimmed; undefined when it does not fit. */
export const match = (
  pattern: Pattern,
  span: Span,
  test: SlotTest = () => true,
): Slots | undefined => {
  if (!mayFit(pattern, wordSetOf(span))) return undefined;
  const found = matchFrom(pattern.elements, span, 0, 0, test);
  if (!found) return undefined;
  return Object.fromEntries(
    Object.entries(found).map(([name, [from, to]]) => [name, trimSpan(spanOf(span, from, to))]),
  );
};
