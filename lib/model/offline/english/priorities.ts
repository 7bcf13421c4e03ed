/** How English names priorities, beside the classes `high`, `medium`, `low` and `none`. Regular expression sources. */
export const PRIORITY_WORDS = "priority|prio|priorty|prioirty|pirority|importance|urgency";

/** At the head of a thing to do, before a colon or a dash: "urgent: call the bank". */
export const LEADING_URGENCY =
  "urgent|very urgent|super urgent|urgently|important|very important|asap|critical|top priority|emergency|high priority|high prio|high";

/** At the end of a thing to do. */
export const TRAILING_URGENCY = {
  high: "urgent|urgently|asap|a\\.s\\.a\\.p\\.?|as soon as possible|(?<=[,;.(–—-]\\s*|(?:its|it's|it is|this is|thats|that's|really|very|super|as)\\s+)(?:critical|crucial|important)|top of the list|at the top of the list|an emergency|immediately|right away|straight away",
  low: "not urgent|no rush|not important|no hurry|not a priority|no big rush|whenever i can|whenever|not that urgent|not that important|when i get a chance|unimportant|not very urgent|not very important|low prio",
};
