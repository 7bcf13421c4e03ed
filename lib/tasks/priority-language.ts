/**
 * How English names priorities: the words alone, for the two that read them. The offline assistant (`lib/model/offline`)
 * looks for them anywhere in what was said; quick entry (`priority-words.ts`) only at the edges of a title.
 */
import type { Priority } from "./schema";

const list = (words: string): readonly string[] => words.split("|");

/** Before "priority", and alone where a priority is expected. */
export const LEVEL_WORDS: Readonly<Record<Priority, readonly string[]>> = {
  high: list(
    "high|higher|highest|top|urgent|critical|important|very important|more important|most important|really important|super important|crucial|vital|max|maximum|pressing|very high|really urgent|very urgent|super urgent|extremely urgent|number one|p1|big|asap|more urgent|more pressing|essential|hi",
  ),
  medium: list(
    "medium|med|mid|normal|moderate|average|middle|p2|regular|standard|medium-high|default|middling",
  ),
  low: list(
    "low|lower|lowest|minor|least|very low|p3|less important|less urgent|not important|not urgent|not very important|not that important|not so important|not that urgent|not very urgent|unimportant|whenever|trivial|lowest possible|really low|no rush|not a rush",
  ),
  none: list("no|none|zero|without|no longer any|unprioritised|unprioritized|nothing"),
};

const LEVELS: readonly Priority[] = ["high", "medium", "low", "none"];

/** The level that a word or phrase of `LEVEL_WORDS` means; null for others. */
export const levelOf = (words: string): Priority | null => {
  const plain = words.toLowerCase().replace(/['’]/g, "").replace(/\s+/g, " ").trim();
  return LEVELS.find((level) => LEVEL_WORDS[level].includes(plain)) ?? null;
};

/** A regular expression's alternatives of the words of some levels, the longest first. */
export const levelSource = (...levels: readonly Priority[]): string =>
  levels
    .flatMap((level) => LEVEL_WORDS[level])
    .toSorted((a, b) => b.length - a.length)
    .map((words) => words.replace(/[-+]/g, "[-+]").replace(/ /g, "\\s+"))
    .join("|");

// What follows are sources of regular expressions.

/** What a level is a level of, with its misspellings. */
export const PRIORITY_NOUN = "priority|prio|priorty|prioirty|pirority|importance|urgency";

/** At the head of a thing to do, before a colon or a dash: "urgent: call the bank". */
export const LEADING_URGENCY =
  "urgent|very urgent|super urgent|urgently|important|very important|asap|critical|top priority|emergency|high priority|high prio";

/** At the end of a thing to do, whatever stands before it. */
export const URGENT = "urgent|urgently|asap|a\\.s\\.a\\.p\\.?|as soon as possible";

/** At the end of a thing to do, behind a mark: "… what is important" says what it is about. */
export const IMPORTANT = "critical|crucial|important";

/** At the end of a thing to do that somebody says, and perhaps a part of a title that is written. */
export const AT_ONCE =
  "top of the list|at the top of the list|an emergency|immediately|right away|straight away";

export const NOT_URGENT =
  "not urgent|no rush|not important|no hurry|not a priority|no big rush|not that urgent|not that important|unimportant|not very urgent|not very important";

/** The same as said, and perhaps a part of a title that is written. */
export const WHENEVER = "whenever i can|whenever|when i get a chance|low prio";
