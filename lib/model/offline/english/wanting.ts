/**
 * What people say around something that they want noted, in plainer words: "add a task for me, which is to …", "what I
 * need is …", "it would be lovely if you could …". A form is tried only where its word stands in the line.
 */
import { PRELUDES } from "./preludes";
import { SPOKEN } from "./spoken";
import { form, type Wording, wording } from "./wording";
import { phraseSet, words } from "./words";

const SINGLE = "(?:task|reminder|to-?do|to\\s+do|item|entry|note|one|thing)";
const PUTTING =
  "(?:add|note|put|write|jot|list|log|save|record|include|get|pop|stick|enter|capture)";
const ALL = "(?:both|all)(?:\\s+(?:of\\s+)?(?:them|these|those|two|three|four|five|six))?";
const BEFORE = "(?:(?:so|and|also|then|ok|okay|oh|but|yes|right|well|hey|hi)[\\s,]+)*";
/** Verbs that reach an end, so that "until Friday" says by when: one doesn't submit for days. */
const ENDING =
  "(?:submit|send|hand\\s+in|turn\\s+in|finish|complete|deliver|return|renew|register|apply|reply|respond|answer|confirm|pay|file|sign|order|book|cancel|prepare|write|upload|print|buy|get|give\\s+back|bring\\s+back|fix|repair|fill\\s+in|fill\\s+out|decide|solve|post|mail|finalise|finalize|read|clear|transfer|choose|pick\\s+up|rsvp|do)";
/** Words around such a verb that leave its "until" as it is: "don't send it until Friday". */
const HELD_BACK =
  "(?!.*(?:\\b(?:not|never|wait|hold|delay|postpone|leave|keep|move|push|put|cannot|can|off|reschedule|snooze|defer)\\b|n['’]t\\b|\\bdont\\b|\\bcant\\b|\\bwont\\b))";

export const WANTING: readonly Wording[] = [
  ...PRELUDES,
  // "add a task for me, which is to print the chart"
  wording(
    /\b(?:which|namely|being)\b/i,
    `(\\b${SINGLE}(?:\\s+(?:for\\s+(?:me|us)|(?:to|on)\\s+(?:my|the)\\s+list))?)[\\s,–—-]+(?:which\\s+(?:is|would\\s+be|says|reads)|namely|that\\s+being|it\\s+being)\\s*:?\\s+(?:to\\s+)?(?=\\S)`,
    "$1: ",
  ),
  // "what I need is a reminder to water the cactus"
  wording(
    /^\W*(?:\w+\W+)?what\b/i,
    `^${BEFORE}what\\s+(?:i|we)(?:['’]d)?\\s+(?:really\\s+|also\\s+|now\\s+)*(?:need|want|like|would\\s+like)(?:\\s+(?:now|from\\s+you|next))?\\s+is\\s+(?:for\\s+you\\s+)?(?:an?|another|one(?:\\s+more)?)\\s+(?:new\\s+)?(?:task|reminder|to-?do|note|entry)\\s+(?=(?:to|about|for|that)\\b)`,
    "remind me ",
  ),
  wording(
    /^\W*(?:\w+\W+)?what\b/i,
    `^${BEFORE}what\\s+(?:i|we)\\s+(?:really\\s+|also\\s+|still\\s+)*(?:need|have|want|must)(?:\\s+to\\s+do)?(?:\\s+(?:now|next|today))?\\s+is\\s+to\\s+(?=\\p{L})`,
    "I need to ",
  ),
  // "it would be lovely if you could put down the hairdresser"
  wording(
    /\bif (?:you|u)\b/i,
    `^${BEFORE}(?:(?:it|that|this)\\s*(?:would|['’]?d|will|['’]ll)\\s+be|(?:i|we)\\s*(?:would|['’]?d|will|should)\\s+be)\\s+(?:(?:so|very|most|really|ever\\s+so|much|quite)\\s+)*\\p{L}+\\s+if\\s+(?:you|u)\\s+(?:could|would|can|will|might)\\s+(?:(?:please|kindly|just|also|maybe)\\s+)*`,
    "please ",
  ),
  // "one thing I mustn't forget is the passport photo"
  wording(
    /\bthings?\b/i,
    `^${BEFORE}(?:one|a|an|another|the|something)(?:\\s+(?:one|other|last|more|important|main))*\\s+thing\\s*(?:(?:that\\s+|which\\s+)?(?:i|we)\\s+(?:must|can|should|may)(?:n['’]?t|not|\\s+not)\\s+forget(?:\\s+about)?|(?:not\\s+)?to\\s+(?:remember|forget|note))\\s*(?::|,|is\\b|would\\s+be\\b)\\s*:?\\s*(?:to\\s+)?(?=\\S)`,
    "don't forget ",
  ),
  // "another thing to add is the ribbons"
  wording(
    /\b(?:add|note)\b/i,
    `(^|[.!?,]\\s+)(?:and\\s+|also\\s+)*(?:another|one\\s+(?:more|other|last)|the\\s+(?:other|next|last))\\s+(?:thing|one|task|item)\\s+(?:(?:for\\s+(?:me|you)\\s+)?to\\s+(?:add|note(?:\\s+down)?)|(?:that\\s+)?(?:i|you)\\s+(?:need|should|have|can|could)\\s+(?:to\\s+)?(?:add|note))\\s*(?::|is\\b|would\\s+be\\b)\\s*`,
    "$1add ",
  ),
  // "and one for friday: call the florist"
  wording(
    /\bfor\b[^:]*:/i,
    `^${BEFORE}(?:another\\s+one|one\\s+more|another|one)\\s+for\\s+(?=[^:,]{3,25}:\\s*\\S)`,
    "for ",
  ),
  // "and a third one: call the florist", "next one: …", "the next one is to call the florist", "ps call the florist"
  wording(
    /\b(?:one|second|third|fourth|task)\b/i,
    `(^|[.!?]\\s+)(?:(?:and|also|then|ok|okay)\\s+)*(?:the|a|my)?\\s*(?:second|third|fourth|fifth|next|last|final)(?:\\s+(?:one|task|thing|item|to-?do))?\\s*:\\s*(?:is\\s+)?(?:to\\s+)?(?=\\p{L}+\\s+\\S)`,
    "$1add: ",
  ),
  wording(
    /\bnext one\b/i,
    `(^|[.!?]\\s+)(?:(?:and|also|then|ok|okay)\\s+)*the\\s+next\\s+one\\s+is\\s+to\\s+(?=\\p{L}+\\s+\\S)`,
    "$1add: ",
  ),
  wording(/^\W*p\.?\s?s\b/i, "^p\\.?\\s?s\\.?[\\s:,]+(?=\\p{L}+\\s+\\S)", "also "),
  wording(
    /\b(?:last|final|other) thing\b/i,
    `^${BEFORE}(?:one|a|the)?\\s*(?:very\\s+)?(?:last|final|other)\\s+thing[\\s,:–—-]+(?!(?:i|we)\\s+(?:just\\s+)?(?:mentioned|told|said|added|gave|asked|put|created)\\b)(?=(?:can|could|would|please|add|i|we|remind|to)\\b)`,
    "",
  ),
  // "tax return, must be in by 31 january"
  wording(
    /\bbe\b/i,
    `^((?!(?:i|we|it|they|he|she|you|what|which|all|everything)\\b)\\p{L}[^,;:–—]*?)\\s*[,;–—-]+\\s*(?:it\\s+|which\\s+|that\\s+)?(?:must|has\\s+to|have\\s+to|needs\\s+to|need\\s+to|should|to)\\s+be\\s+(?:in|done|handed\\s+in|submitted|finished|ready|completed|returned|delivered)\\s+(?=(?:by|before|on|no\\s+later|not\\s+later)\\b)`,
    "$1 has to be done ",
  ),
  wording(
    /\bto be\b/i,
    `^((?!(?:i|we|it|they|he|she|you|what|which|all|everything|ask|tell|want|need|remind|arrange|get|have|expect)\\b)(?:\\p{L}+\\s+){1,5}?)(?<!\\b(?:has|have|had|needs?|got|ought|is|are|was|going|supposed|likes?|wants?|hopes?|seems?)\\s+)to\\s+be\\s+(?:in|done|handed\\s+in|submitted|finished|ready|completed|returned|delivered)\\s+(?=(?:by|before|no\\s+later|not\\s+later)\\b)`,
    "$1has to be done ",
  ),
  // "submit the report until Friday"
  wording(
    /\b(?:until|till|til)\b/i,
    `^${HELD_BACK}(.*\\b${ENDING}\\b\\s[^.,;!?]*\\S)\\s+(?:until|till|til)\\s+(?=\\S)`,
    "$1 by ",
  ),
  // "got to renew my registration"
  wording(
    /\bgot to\b/i,
    `(^|[.,;!?]\\s+|\\b(?:and|also|then|so|but|oh|ok|well|have)\\s+)(?<!\\b(?:i|we|you|they|who)\\s+(?:have\\s+)?)(?:have\\s+)?got\\s+to\\s+(?!(?:the|a|an|my|our|his|her|their|this|that|work|home|school|town|it|him|them|know|us|me|bed|you)\\b)(?=\\p{L})`,
    "$1I have to ",
  ),
  // "leave tomorrow at noon", "call both grandmas"
  wording(
    /^\W*(?:leave|call|name)\b/i,
    "^(leave\\s+(?=(?:at\\s+\\S|tomorrow|tonight|on\\s+\\p{L}+day\\b))(?!.*\\b(?:as|alone|be|out|it|that)\\b)|call\\s+both\\s+(?=\\p{L}))",
    "add $1",
  ),
  // "flat 3 day after tomorrow"
  wording(/\d\s+day after\b/i, "(\\d)\\s+day\\s+after\\s+tomorrow\\b", "$1 the day after tomorrow"),
  // "1 ish", "9 on the dot", "at 7 or so", "1 o'clock pm"
  wording(/\d ish\b/i, "\\b(\\d{1,2})\\s+ish\\b", "$1ish"),
  wording(
    /\b(?:dot|sharp|exactly|precisely)\b/i,
    "(\\b(?:noon|midday|\\d{1,2}(?:[:.]\\d\\d)?(?:\\s*[ap]m)?|o['’]?clock))\\s+(?:on\\s+the\\s+dot|sharp|exactly|precisely)\\b",
    "$1",
  ),
  wording(
    /\bor so\b/i,
    "\\b(?:at|around|about|by)\\s+(?:about\\s+)?(\\S+(?:\\s+[ap]m)?)\\s+or\\s+so\\b",
    "at $1",
  ),
  wording(/clock\s+[ap]\.?m/i, "\\s*o['’ ]?clock\\s+(?=[ap]\\.?m\\b)", " "),
  wording(
    /\bthree quarters\b/i,
    "\\b(?:in\\s+)three\\s+quarters\\s+of\\s+an\\s+hour\\b",
    "in 45 minutes",
  ),
  // "add a new one to record a memo", "add two items, please: …"
  wording(
    /\bone\b/i,
    "\\b(add|create|make)\\s+(?:me\\s+)?(?:an?|another)\\s+new\\s+one\\s+(?=(?:to|about|for|called)\\b)",
    "$1 a new task ",
  ),
  wording(
    /\b(?:please|may|kindly|pls)\s*:/i,
    `^(\\W*(?:\\p{L}+\\s+){0,3}${PUTTING}\\s+(?:\\p{L}+\\s+){0,3}(?:tasks|items|things|to-?dos|reminders|entries))[\\s,]+(?:please|pls|kindly|if\\s+(?:i|you)\\s+may)\\s*:`,
    "$1:",
  ),
  ...SPOKEN,
  wording(/\bboth:/i, `^(.*\\b${PUTTING})\\s+(?:these\\s+)?both\\s*:\\s*(?=\\S)`, "$1: "),
];

/** "…, add both please", behind what is to be added anyway. */
export const NOTE_ALL = form(
  `^(.*\\S)(?:[\\s,;.!–—-]+(?:and|so|please|pls|kindly|just|if\\s+you\\s+(?:would|could|can|please)(?:\\s+(?:kindly|please))?|(?:can|could|would|will)\\s+(?:you|u)|i['’]?d\\s+like\\s+(?:you\\s+)?to))*[\\s,;.!–—-]+${PUTTING}\\s+(?:down\\s+)?${ALL}(?:\\s+(?:down|in|too|as\\s+well|for\\s+(?:me|us)|(?:to|on|onto|in)\\s+(?:my|the|our)\\s+(?:to-?do\\s+)?(?:list|tasks)))*(?:[\\s,]+(?:please|pls|thanks|thank\\s+you|thx|ta|cheers|would\\s+you|ok|okay))*[\\s.!?]*$`,
);

/** How something begins that needs no "add" before it. */
export const BEGUN =
  /^(?:(?:so|and|also|ok|okay|oh|hi|hey|please)[\s,]+)*(?:i|we|there|theres|the|my|our|add|put|note|remind|need|got|have|to|please|could|can|would|don't|dont)\b/i;

/** "There's the car tax that I need to pay by Friday": a thing, and what must be done with it. */
export const RELATIVE =
  /^(?:(?:so|and|also|ok|okay|oh|then)[\s,]+)*((?:there['’]?s|there (?:is|are)|(?:i|we)(?:['’]?ve got| have got| have|['’]ve)|got)\s+)?((?:an?|the|some|my|our|that|this)(?:\s+(?!(?:and|so|but|because|when|if|is|are|was|were|has|had|now|i|we)\b)[^\s,;.!?()]+){1,6}?)[\s,]+(?:that\s+|which\s+)?(?:i|we)\s+(?:(?:really|also|still|just)\s+)*(?:need to|have to|must|gotta|should|ought to|have got to|['’]?ve got to|got to)\s+([^,;.!?]+)((?:[,;.!?]\s*.*)?)$/iu;

/** "I've got a parcel to post": the thing, the deed, the rest. */
export const HAVING =
  /^(?:(?:so|and|also|ok|okay|oh|then|hi|hello)[\s,]+)*(?:(?:i|we)(?:['’]ve got|['’]ve| have got| still have| have| got|ve got)|got|there['’]?s|there (?:is|are))\s+((?:(?:an?|the|some|my|our|two|three|several|a few|\d+)\s+)(?!(?:lot|bit|task|reminder|note|thing|things|question|list|couple|way|chance|right|duty|plan|day|while|moment|minute|sec|second|few)\b)[^\s,;.!?]+(?:\s[^\s,;.!?]+){0,3}?)\s+to\s+(\p{L}+)((?:[\s,.].*)?)$/iu;

/** "…, please note it" */
export const NOTED =
  /[\s,;.!?–—-]+(?:(?:and|so|please|pls|can you|could you|would you|kindly|just)\s+)*(?:(?:add|put|note|write|jot|stick|pop|log|save|remember)\s+(?:it|that|this)(?:\s+down)?|make a note(?: of (?:it|that|this))?)(?:\s+(?:(?:to|on|onto|in)\s+(?:my|the|our)\s+(?:to-?do\s+)?list|for me|there|too|as well|please|pls))*(?:[\s,]+(?:please|pls|thanks|thank you|thx|ta))*[\s.!?]*$/i;

export const RELATIVE_MARKS = /\b(?:need to|have to|must|gotta|should|ought to|got to)\b/i;

/** What a verb may need behind it: "prepare slides for". */
export const STRANDED = words("for about with to on of from at in up off out");

/** "…, both tomorrow": said of the things before it. */
export const APPOSED =
  /(?:[\s,;:.–—-]*[,;:.–—-]\s*|\s)(?:and\s+)?(?:they(?:\s+are|['’]re)\s+)?(?:both|each|all(?:\s+(?:two|three|four|five|six))?)(?:\s+of\s+(?:them|these|those))?\s+(?=\S)/gi;

/** "mark the rent and the milk as done, both" */
export const BOTH_BEHIND =
  /[\s,]+(?:both|all (?:two|three|four))(?: of (?:them|these|those))?[\s.!]*$/i;

/** "The florist has to be paid by friday": what, which deed, and the rest. */
export const PASSIVE =
  /^((?:(?:so|and|also|ok|okay|oh|then|great|btw|please)[\s,]+)*)((?:the|my|our|his|her|their|these|those|some|an?|\p{L}+)\s*(?:\s[^\s,;.!?]+){0,4}?)\s+(?:(?:needs?|has|have|ought|got|still needs?|still has|still have|also needs?) to|must|should) (?:still |also |really )?be (\p{L}+)(?: (up|off|out|in|back|over|down|away))?((?: .*)?)$/iu;

/** Deeds that are done to a task, or are read so. */
export const TASK_DEEDS = words(
  "done finished completed moved changed renamed deleted removed marked added set pushed postponed rescheduled cancelled canceled put shifted delayed dropped cleared updated noted named titled reopened made left",
);

/** What no thing "got" is had at a later day. */
export const GOT =
  /^(?:(?:so|and|also|ok|okay|oh|then|ive|i['’]ve)[\s,]+)*got\s+(?=\p{L})(?!(?:to|rid|paid|done|it|that|this|them|back|home|up|in|out|the|a|an|my|some|everything|all)\b)/iu;

export const THANKS_BEHIND = /(?:[\s,]+(?:please|pls|thanks|thank you|thx|ta|cheers))+[\s.!?]*$/i;

/** Words that lead to the day that a thing is for, rather than on which it is. */
export const MEANT_FOR = phraseSet("for|by|before|to");
