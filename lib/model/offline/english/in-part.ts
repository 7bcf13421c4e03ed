/** How a title names several things that one thing is to be done with. */

/** The verb before things that are got one by one, with its particle. */
export const LISTED_OF =
  /^(?:buy|get|grab|order|pick up|pack|bring|fetch|collect|purchase|borrow|return|call|phone|ring|text|email|message|invite|thank|pay|post|send|print|wash|clean|feed|water|book|cancel|bake|cook|make|sell|find|take|ask|tell|visit|see|remind|iron|renew|check|replace)\s+(?!and\b)/i;

/** Where what is said of all of them begins. */
export const TAIL_STARTS =
  /\s+(?:for|from|at|to|in|on|with|about|before|after|by|into|of)\s+(?!.*(?:,|\s(?:and|&)\s)).*$/i;

/** In a thing before the last, such words are said of it alone. */
export const HAS_TAIL = /\s(?:for|from|at|to|in|on|with|about|before|after|by|into)\s/i;

/** Words that say that the task is meant, and not a thing of it. */
export const NAMES_TASK = /\b(?:task|tasks|todo|to-do|item|one|thing|reminder|entry|#?\d+|list)\b/i;
