/**
 * Words between clauses, longest first, and abbreviations whose full stop ends no sentence.
 */
export const CLAUSE_JOINERS: readonly (readonly string[])[] = [
  [",", "and", "then"],
  [",", "and", "also"],
  ["and", "then"],
  ["and", "also"],
  [",", "but", "also"],
  [",", "and"],
  [",", "then"],
  [",", "also"],
  [",", "but"],
  [",", "plus"],
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
];

export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "mr mrs ms dr st no nr vs etc eg ie e.g i.e prof jr sr approx dept inc ltd co jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thur thurs fri sat sun ave rd apt tel ext vol p.m a.m pm am".split(
    " ",
  ),
);

/** A line that leads to a list on the lines below it. */
export const LIST_HEAD =
  /\b(?:add|put|create|note|write|get|buy|need|remind|remember|do|log|save)\b.*\b(?:these|those|this|following|below|tasks?|things|todos?|items|stuff|list)\b/i;
