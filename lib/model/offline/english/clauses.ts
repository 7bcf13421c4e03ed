/**
 * Words between clauses, longest first, and abbreviations whose full stop ends no sentence.
 */
import { words, phraseSet } from "./words";

export const CLAUSE_JOINERS: readonly (readonly string[])[] = [
  [",", "and", "then"],
  [",", "and", "also"],
  ["and", "oh", "also"],
  ["and", "oh", "yeah"],
  ["and", "oh", "and"],
  ["and", "oh"],
  ["oh", "and", "also"],
  ["oh", "and"],
  ["oh", "also"],
  ["oh", "yeah"],
  ["and", "then"],
  ["and", "now"],
  ["and", "also"],
  [",", "but", "also"],
  [",", "and"],
  [",", "then"],
  [",", "also"],
  [",", "but"],
  [",", "plus"],
  [",", "so"],
  ["so"],
  ["and"],
  ["then"],
  ["also"],
  ["plus"],
  ["but"],
  ["&"],
  ["+"],
  [","],
  ["—"],
  ["–"],
  ["-"],
];

/** Pairs that "and" doesn't part. */
export const FIXED_PAIRS = phraseSet(
  "done dusted|nice easy|safe sound|signed sealed|sealed delivered|now then|again again|out about|over done|paid sorted",
);

export const ABBREVIATIONS = words(
  "mr mrs ms dr st no nr vs etc eg ie e.g i.e prof jr sr approx dept inc ltd co jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ave rd apt tel ext vol p.m a.m pm am",
);

/** A line that leads to a list on the lines below it. */
export const LIST_HEAD =
  /\b(?:add|put|create|note|write|get|buy|need|remind|remember|do|log|save)\b.*\b(?:these|those|this|following|below|tasks?|things|todos?|items|stuff|list)\b/i;

/** Where another thing to add begins. */
export const ANEW =
  /^(?:and\s+|then\s+|also\s+)*(?:add\s+)?(?:another|one\s+more|a\s+second|a\s+third|the\s+next|next)(?:\s+(?:new\s+)?(?:task|one|todo|to-do|item|reminder|thing))?\s*:/i;

/** Verbs that ask to be shown something. */
export const LOOKING = words("show list see view display check read tell give get pull bring look");

/** Verbs that begin a command in the middle of a line, where "it", "them" or "me" follows. */
export const RUN_ON_VERBS = words(
  "mark delete remove undo reopen complete cancel reschedule postpone prepone move scrap bin tick",
);

/** Where a wish begins behind a statement, without anything between: "im so stressed i have an essay due". */
export const RUN_ON_WISHES: readonly (readonly string[])[] = [
  ["i", "need", "to"],
  ["i", "have"],
  ["i", "gotta"],
  ["i", "must"],
  ["i", "should"],
  ["remind", "me"],
  ["can", "you"],
  ["could", "you"],
  ["can", "u"],
  ["please", "add"],
  ["add"],
  ["dont", "let", "me"],
  ["dont", "forget"],
];

/** Words before such a verb that make it a part of what they begin. */
export const NOT_BEFORE_RUN_ON = words(
  "to and or then please pls can could would should you dont not never just i we also kindly will ill lets help let didnt do , : ; —",
);

/** First words of a clause that "so" leads to. */
export const AFTER_SO = words(
  "i im ill ive you u can could please pls we lets remind add mark tick delete remove cancel put move just dont now set make push change reschedule postpone delay complete bump drop lower raise rename reopen undo shift bring scrap bin take cross check strike",
);
