/**
 * How English goes on from what was said before: "the last one too", "same for 3", "and Friday?".
 */
import { phrases, words } from "./words";

/** At the head: what follows is to be done the same way. */
export const ALIKE = phrases(
  `the same again for|the same again with|do the same again for|exactly the same for|same again with|the same to|the same on|the same applies to|same applies to|the same holds for|repeat that for|repeat this for|repeat it for|ditto on|ditto to|that also goes for|the same thing to|likewise to|do likewise for|do likewise with|the same|same for|same with|same goes for|the same goes for|same thing for|same thing with|the same thing for|the same for|
   the same with|do the same for|do the same with|do the same to|do same for|do same with|ditto for|ditto with|ditto|
   likewise|likewise for|likewise with|that goes for|so is|so are|so was|same deal with|same again for|and so is|
   and so are|same to|same on|as is|as are|it applies to|apply that to|do that for|do that to|do that with|
   do this for|do this to|do it for|do it to|do it with|do the same thing for|do the same thing with|same`,
);

/** Behind a verb, as a part of it: "pick up", "write to". */
export const PARTICLES = words(
  "up off out in back over down to for at after on around into through",
);

/** Where what follows an object is no part of it: "email Tom about the trip". */
export const KEPT_BEHIND = words(
  "about for at to from with on in regarding concerning before by into onto through",
);

/** At the head: one more. */
export const MORE_BEFORE = phrases(
  "now|and now|and|also|and also|plus|oh and|oh also|and then|as well as|additionally|oh and also|ok and|and maybe|maybe also|or|and finally|lastly|then",
);

/** At the end: one more. */
export const MORE_BEHIND = phrases(
  "too|also|as well|aswell|likewise|same|same thing|as well please|too please|ditto",
);

/** At the head of a question that goes on from one before. */
export const ASKED_ON = phrases(
  "what about|how about|and what about|and how about|wbu|hows about|any for|anything for",
);

/** The same, where something has just been taken back: else it takes back what was done. */
export const REDO_AFTER_UNDO =
  /^(?:(?:please|ok|okay|no|actually|wait|oh|hmm|well|sorry|and|now|can you|could you)[\s,]+)*(?:undo (?:it|that|this) again|(?:put|bring|get|set|change|turn|make) (?:it|that|this|them|everything) (?:back|again)(?: (?:again|the way it was|as it was|like before))?|(?:undo|revert|reverse|take back) (?:that|it|the undo|your undo)|do (?:the|that|my) (?:change|same)(?: again)?|reapply(?: (?:it|that|the change))?|i want (?:it|that) after all)(?:[\s,]+(?:please|after all|actually|then|now))*[\s.!?]*$/i;

/** Of what is gone: it is to be there again. */
export const BRINGS_BACK = /\b(?:put|bring|get) \S+ (?:back|again)\b/i;

/** What was taken back is to be done after all. */
export const REDO =
  /^(?:(?:please|ok|okay|no|actually|wait|oh|hmm|well|sorry)[\s,]+)*(?:re-?do(?: (?:it|that|this|the last one))?|undo (?:the|that|my|your) undo|un-?undo(?: (?:it|that))?|do (?:it|that) (?:again|after all|anyway)|(?:no )?i did mean (?:it|that))(?:[\s,]+(?:please|after all|again|actually|then))*[\s.!]*$/i;

/** "No, I meant tomorrow", behind a question about the list. */
export const ASKED_OTHERWISE =
  /^(?:(?:no|nope|sorry|oops|oh|wait|actually|hmm)[\s,!.]+)*i\s+(?:meant|mean)[\s,]+(.{2,40})$/i;
