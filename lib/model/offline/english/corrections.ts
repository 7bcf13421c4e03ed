/**
 * How English takes back a word and says another: "Wednesday, no wait, Thursday", "9:45 instead of 9:30".
 */
import { words, phraseSet, phrases } from "./words";

/** Between what was wrong and what is right. */
export const SELF_CORRECTIONS = phrases(
  `no wait|wait no|wait|oh wait|no sorry|sorry no|sorry i mean|sorry i meant|oops i mean|oops i meant|i mean|i meant|
   i mean to say|or rather|or actually|actually no|no actually|actually|no make that|no make it|make that|make it|rather|
   er|erm|um no|uh no|scratch that|strike that|correction|sorry|oops|no|nope|no not that|not that|no i meant|no i mean|
   ah no|oh no|hang on|hold on|on second thought|on second thoughts|better|well|lets say|let us say|change that to|
   sorry make that|sorry make it|wait make that|wait make it|actually make that|actually make it`,
);

/** Those of them that correct no priority: "that's important, make it high". */
export const NOT_OF_PRIORITIES = phraseSet(
  "make it|make that|rather|better|well|lets say|let us say|change that to|so",
);

export const DENIALS = words("cant cannot wont couldnt isnt doesnt not never unable didnt");

/** Between what is right and what is wrong. */
export const CONTRASTS = phrases("instead of|rather than|and not|not|in place of|as opposed to");

const TAKEN_ABACK =
  "(?:(?:no+|oh|oops|whoops|wait|stop|hang on|hold on|argh|actually|please|sorry|my bad|i mean)[\\s,!.]+)";

/** Said right after something was done: it was not to be. */
export const REGRETS = new RegExp(
  `^${TAKEN_ABACK}+(?:don['’]?t|stop)(?:\\s+(?:do|delete|remove|complete|add|change|move)\\s+(?:it|that|them))?(?:[\\s,]+please)?[\\s.!]*$`,
  "i",
);

/** Said right after a deletion: "no wait, keep it". */
export const KEEPS = new RegExp(
  `^${TAKEN_ABACK}*(?:i(?:['’]ll| will| want to| wanted to) )?(?:keep|restore)\\s+(?:it|that|them|those|that one|this one)(?:[\\s,]+(?:please|actually|after all|though))*[\\s.!]*$`,
  "i",
);

/** Said right after something was ticked off: "oops, not done yet". */
export const UNTICKS = new RegExp(
  `^${TAKEN_ABACK}+(?:(?:it|that)(?:['’]?s| is|['’]?s actually)?\\s+)?(?:actually\\s+)?(?:still\\s+)?not(?:\\s+actually)?\\s+(?:done|finished|completed?)(?:\\s+(?:yet|actually|after all))*[\\s.!]*$`,
  "i",
);

/** Words of a contrast, anywhere. */
export const CONTRAST = /\b(?:not|instead of|rather than)\b/i;

/** A contrast behind a title. */
export const CONTRASTED = /\s*[,;–—-]\s+(?:and\s+)?(?:not|instead\s+of|rather\s+than)\s+.+$/i;

/** What others said of a date: nothing else is corrected so. */
export const REPORTED = phrases(
  "they said|they say|he said|he says|she said|she says|they meant|it says|it said|turns out its|turns out it is",
);

/** At the head of a message that corrects the one before it. Strong ones need nothing more. */
export const CORRECTS = phrases(
  `i am sorry|im sorry|im so sorry|so sorry|apologies|my apologies|my mistake|excuse me|pardon|pardon me|my bad|oh wait|oh no|oh|oh wait no|no i meant|no i mean|i meant|i mean|sorry i meant|sorry i mean|oops i meant|oops i mean|i meant to say|
   i wanted to say|i wanted|i said|no i said|should be|it should be|it should have been|that should be|
   that should have been|should have been|supposed to be|make that|no make that|no make it|make it|correction|
   change that to|change it to|rather|or rather|better|no better|its|it is|is|actually its|sorry its|sorry is|no its|
   no it is|sorry it is|wait its|actually|no actually|no|nope|nah|sorry|oops|whoops|wait|no wait|wait no|hmm|
   on second thought|on second thoughts|on reflection|scratch that|wait make it|wait make that|sorry make it|meant|argh|
   sorry meant|ah sorry|ah|wrong one|the wrong one|wrong task|the wrong task|that was the wrong one|thats the wrong one|that was the wrong task|oops wrong one|sorry wrong one|no wrong one|

   sorry make that|actually make it|actually make that|hang on|lets say|let us say|lets make it|lets do`,
);

/** Before what is right: "it's Wednesday, not Tuesday". */
export const IT_IS = phrases("its|it is|thats|that is|it was|it should be|that should be");

/** At the end of one that nothing else says is one. */
export const CORRECTED = phrases(
  "would be better|is better|works better|would suit me better|suits me better|would work better|would be better for me|is better for me|i mean|i meant|is what i meant|not that|would be good|would be best|i mean to say|it should be|it should have been",
);

/** At the end of one. */
export const CORRECTION_ENDS = phrases(
  "instead|rather|i mean|actually|then|now|sorry|my bad|please change|please|change it|is fine|is ok|is enough|is better|works better|will do",
);
