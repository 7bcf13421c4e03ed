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
  /** For each element, the words that may stand first from there on; undefined where anything may, or nothing. */
  starts: readonly (ReadonlySet<string> | undefined)[];
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

/** The words that an element may begin with; undefined for a slot, which takes any. */
const firstWords = (element: Element): ReadonlySet<string> | undefined => {
  if (element.kind === "slot") return undefined;
  return element.kind === "words" ? element.words : new Set(element.phrases.keys());
};

const startsOf = (elements: readonly Element[]): (ReadonlySet<string> | undefined)[] => {
  const starts: (ReadonlySet<string> | undefined)[] = [];
  let behind: ReadonlySet<string> | undefined;
  for (const element of elements.toReversed()) {
    const own = firstWords(element);
    if (!element.optional) behind = own;
    else behind = own && behind && new Set([...own, ...behind]);
    starts.push(behind);
  }
  return starts.reverse();
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
  const needs = elements.flatMap((element) =>
    element.optional ? [] : (firstWords(element) ?? []),
  );
  // What is said in few ways fails soonest.
  return { elements, starts: startsOf(elements), needs: needs.sort((a, b) => a.size - b.size) };
};

const isMark = (token: Token | undefined): boolean =>
  token?.kind === "mark" || token?.kind === "break";

type Found = Record<string, [number, number]>;

const CLOSING = new Set([")", "]", "}", ">"]);

/** Whether one of these words stands at a place, or behind the marks there. */
const beginsWith = (
  words: ReadonlySet<string>,
  tokens: readonly Token[],
  place: number,
): boolean => {
  for (let at = place; at < tokens.length; at++) {
    const token = tokens[at];
    if (token && words.has(token.word)) return true;
    if (!isMark(token)) return false;
  }
  return false;
};

/** Where a place is in the middle of which element: what led nowhere once is not tried again. */
const MOST_TOKENS = 1 << 20;

/** One pattern held against one span: backtracking, each state at most once. */
class Matching {
  readonly #tokens: readonly Token[];
  readonly #failed = new Set<number>();

  constructor(
    private readonly pattern: Pattern,
    private readonly span: Span,
    private readonly test: SlotTest,
  ) {
    this.#tokens = span.tokens;
  }

  /** The slots of the elements from here on, in the tokens from `at` on. */
  from(element: number, at: number): Found | undefined {
    const current = this.pattern.elements[element];
    if (!current) return this.#tokens.slice(at).every(isMark) ? {} : undefined;
    const starts = this.pattern.starts[element];
    if (starts && !beginsWith(starts, this.#tokens, at)) return undefined;
    const state = element * MOST_TOKENS + at;
    if (this.#failed.has(state)) return undefined;
    const found =
      this.#element(element, current, at) ??
      (current.optional ? this.from(element + 1, at) : undefined);
    if (!found) this.#failed.add(state);
    return found;
  }

  /** What follows an element that ends at `next`: itself again, or the one behind it. */
  #behind(element: number, current: Element, at: number, next: number): Found | undefined {
    return (
      (current.repeats && next > at ? this.from(element, next) : undefined) ??
      this.from(element + 1, next)
    );
  }

  #element(element: number, current: Element, at: number): Found | undefined {
    if (current.kind === "slot") return this.#slot(element, current, at);
    const tokens = this.#tokens;
    const wantsMark = current.kind === "words" ? current.words.has(":") : current.phrases.has(":");
    let start = at;
    while (isMark(tokens[start]) && !(wantsMark && tokens[start]?.word === ":")) start += 1;
    const token = tokens[start];
    if (!token) return undefined;
    if (current.kind === "words") {
      return token.kind !== "quote" && current.words.has(token.word)
        ? this.#behind(element, current, at, start + 1)
        : undefined;
    }
    for (const phrase of current.phrases.get(token.word) ?? []) {
      if (!phrase.every((word, index) => tokens[start + index]?.word === word)) continue;
      const found = this.#behind(element, current, at, start + phrase.length);
      if (found) return found;
    }
    return undefined;
  }

  #slot(element: number, current: Element & { kind: "slot" }, at: number): Found | undefined {
    const tokens = this.#tokens;
    for (let step = 1; step <= tokens.length - at; step++) {
      const end = current.greedy ? tokens.length + 1 - step : at + step;
      // A bracket belongs to what it closes.
      if (CLOSING.has(tokens[end]?.word ?? "")) continue;
      // What follows is looked at first: it mostly fails at its first word, while the test may read a date.
      const found = this.#behind(element, current, at, end);
      if (!found) continue;
      // A slot neither ends in a break of the sentence nor is made of marks alone.
      const piece = trimSpan(spanOf(this.span, at, end));
      if (piece.tokens.every(isMark) || !this.test(current.name, piece)) continue;
      return { ...found, [current.name]: [at, end] };
    }
    return undefined;
  }
}

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
  const found = new Matching(pattern, span, test).from(0, 0);
  if (!found) return undefined;
  return Object.fromEntries(
    Object.entries(found).map(([name, [from, to]]) => [name, trimSpan(spanOf(span, from, to))]),
  );
};
