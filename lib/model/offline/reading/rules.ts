/**
 * Holds a clause against the grammar: which rule fits, with what in its slots.
 */
import type { DueAt } from "../words/due";
import { CLASSES } from "../english/classes";
import { RULES } from "../english/grammar";
import type { Act, Rule } from "../english/rule";
import { POINTED_RULES } from "../english/rules-pointed";
import { SEQUENCES } from "../english/sequences";
import { compile, match, type Pattern, rarest, type Slots, wordSetOf } from "../words/pattern";
import { remembered } from "../remember";
import { slotTest } from "./slots";
import { placeOf, type Span, trimSpan } from "../words/tokens";

/** A pattern and the rule that it stands for. */
type Entry = { rule: Rule; pattern: Pattern };

/** Patterns by a word that each needs, so that a clause meets only those that it might fit. */
type Grammar = {
  entries: readonly Entry[];
  byWord: ReadonlyMap<string, readonly number[]>;
  always: readonly number[];
};

const grammarOf = (rules: readonly Rule[]): Grammar => {
  const entries = rules.flatMap((rule) =>
    rule.patterns.map((pattern) => ({
      rule: { ...rule, patterns: [] },
      pattern: compile(pattern, CLASSES, SEQUENCES),
    })),
  );
  const byWord = new Map<string, number[]>();
  const always: number[] = [];
  for (const [index, { pattern }] of entries.entries()) {
    const words = rarest(pattern);
    if (!words) always.push(index);
    for (const word of words ?? []) {
      const same = byWord.get(word);
      if (same) same.push(index);
      else byWord.set(word, [index]);
    }
  }
  return { entries, byWord, always };
};

const grammar = grammarOf(RULES);
const pointed = grammarOf(POINTED_RULES);

/** The entries that a clause may fit, in the grammar's order. */
const entriesFor = ({ entries, byWord, always }: Grammar, span: Span): Entry[] => {
  const found = new Set(always);
  for (const word of wordSetOf(span)) for (const index of byWord.get(word) ?? []) found.add(index);
  return [...found].sort((a, b) => a - b).flatMap((index) => entries[index] ?? []);
};

export type Fit = { rule: Rule; slots: Slots };

/** The fits of a clause, best first. */
export function* fitsOf(span: Span, at: DueAt, among: Grammar = grammar): Generator<Fit> {
  for (const { rule, pattern } of entriesFor(among, span)) {
    const slots = match(pattern, span, slotTest(at, rule.loose === true));
    if (slots) yield { rule, slots };
  }
}

/** Whether a clause names its task by number, beyond doubt. */
export const isPointed = remembered(
  (span: Span, at: DueAt): boolean => fitsOf(span, at, pointed).next().done !== true,
  placeOf,
);

type Acting = { act: Act; open: boolean; loose: boolean };

/** What the first rule that fits makes of a clause; `open` when the clause ends in its target. */
export const actOf = remembered((span: Span, at: DueAt): Acting | undefined => {
  for (const { rule, slots } of fitsOf(span, at)) {
    const end = (slots["target"] ?? slots["did-what"] ?? slots["past-what"])?.tokens.at(-1);
    const open = end !== undefined && end === trimSpan(span).tokens.at(-1);
    return { act: rule.act, open, loose: rule.loose === true };
  }
  return undefined;
}, placeOf);
