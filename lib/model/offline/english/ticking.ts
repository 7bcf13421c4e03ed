/**
 * What is told of several things before all of them are ticked off: "the return is filed and payroll's run, tick both".
 */
import { words } from "./words";

const COURTESY =
  "(?:(?:so|and|then|please|pls|can\\s+you|could\\s+you|you\\s+can|just|now)[\\s,]+)*";
const MANY =
  "(?:them\\s+(?:both|all)|both(?:\\s+of\\s+(?:them|those|these))?|all(?:\\s+(?:of\\s+)?(?:them|those|these|two|three|four))?|them|those(?:\\s+two)?|these)";

/** What is told, the verb, and what it is said of. */
export const TICKING = new RegExp(
  `^(.*?\\S)[\\s,;.!–—-]+${COURTESY}(tick|mark|check|cross|complete|close|delete|remove|scrap|drop|strike)\\s+(?:off\\s+)?(${MANY})(?:\\s+(?:as\\s+)?(?:off|done|complete|completed|finished))?(?:\\s+(?:(?:the|my)\\s+list|please|pls|thanks|too|for\\s+me|then))*[\\s.!]*$`,
  "iu",
);

export const TICKING_WORDS = words("both them those these all");

export const TAKING_AWAY = words("delete remove scrap drop strike");

/** Between what is told of one thing and of the next. */
export const TOLD_APART = /\s*(?:[;.!]|,\s*(?:and\s+)?|\band\b|\bplus\b|&)\s*/i;

const LEAD = "(?:(?:so|ok|okay|and|well|yay|now|oh|also|great|finally|just)[\\s,]+)*";
const TIME =
  "(?:\\s+(?:already|now|today|yesterday|too|early|at\\s+last|this\\s+morning|last\\s+night|earlier|back))*";

/** "payroll's run", "the groceries have been bought": the thing, and what was done to it. */
export const DONE_TO = new RegExp(
  `^${LEAD}((?:the|my|our)?\\s*\\S.*?)(?:['’]s|\\s+(?:is|are|was|were|has|have|got))(?:\\s+(?:been|got|all|both|now|just|already|finally))*\\s+(\\p{L}+)(?:\\s+(?:in|off|out|up|back|over|through))?${TIME}$`,
  "iu",
);

/** "the spikes came", "my parcel arrived": a thing that came by itself. */
export const CAME = new RegExp(
  `^${LEAD}((?:the|my|our)?\\s*\\S.*?)\\s+(?:(?:have|has|just|already|finally|all)\\s+)*(?:came|come|arrived|landed|(?:showed|turned)\\s+up|got\\s+here|(?:were|was)\\s+delivered)${TIME}$`,
  "iu",
);

/** States that are no past forms. */
export const STATES = words(
  "here run done cut set put ready in over off finished complete completed through",
);

/** Subjects that name nothing. */
export const NAMELESS =
  /^(?:it|that|this|they|those|these|them|both|all|everything|he|she|i|we|you|there|what|which|who)\b/i;
