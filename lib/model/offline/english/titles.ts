/**
 * Words around a title that are not a part of it. Regular expression sources, for the start or the end of a text.
 */
import { words } from "./words";
import { CLASSES } from "./classes";
import { PARTING, PUT_IT, THANKED } from "./parting";

const oneOf = (phrases: readonly string[]): string =>
  [...phrases]
    .sort((a, b) => b.length - a.length)
    .map((phrase) =>
      phrase
        .replace(/'/g, "")
        .replace(/n?t\b/g, (end) => (end === "nt" ? "n['’]?t" : end))
        .replace(/ /g, "\\s+"),
    )
    .join("|");

/** "please", "that i need to", "also": said before what is to be done. */
export const TITLE_PREFIX =
  "please|pls|plz|kindly|to|(?:another\\s+)?one\\s+to(?!\\s+one\\b)|that\\s+i\\s+(?:need|have|should|must|want|ought)(?:\\s+to)?|that\\s+says|that|i\\s+(?:need|have|want|ought|got)\\s+to|i\\s+(?:should|must|gotta)|i['’]?(?:ve|d)\\s+(?:got|like)\\s+to|also|about|me\\s+to|for\\s+me\\s+to|us\\s+to|to\\s+also|and|then|just|need\\s+to|have\\s+to|gotta|a\\s+(?:new\\s+)?(?:task|todo|to-do|reminder|item)\\s+(?:to|for|called|named|about)|(?:task|todo|reminder)\\s+to|(?:a|another)\\s+(?:(?:new|second|third|separate|further)\\s+)?(?:task|todo|to-do|reminder)(?!\\s+(?:force|list|manager|board|group|app))|remember\\s+to|remind\\s+me\\s+to|don['’]?t\\s+forget\\s+to|called|named|titled|maybe|uh|um|like|quickly|remembering\\s+to";

const made: ReadonlySet<string> = new Set([...PUT_IT, ...THANKED]);
const SAID_BEHIND = CLASSES.after.filter((phrase) => !made.has(phrase));

/** "to my list", "please", "thanks": said after it. */
export const TITLE_SUFFIX = `(?:(?:to|on|onto|in|into)\\s+(?:${oneOf(CLASSES["the-list"].filter((phrase) => phrase !== "there"))})|as\\s+(?:a|an|another|my)\\s+(?:new\\s+)?(?:task|todo|to-do|reminder|item)|${PARTING}|${oneOf(SAID_BEHIND)}|too|as\\s+well|at\\s+some\\s+point(?:\\s+soon)?|some\\s?time\\s+soon|one\\s+of\\s+these\\s+days|eventually|when\\s+i\\s+(?:can|have\\s+(?:time|a\\s+moment|a\\s+minute))|if\\s+i\\s+(?:get|have)\\s+(?:the\\s+)?time)`;

const NOTE = "(?:note|notes|description|desc|comment|details|detail)\\b\\s*";

/** The last words of those: a title that ends in none of them has nothing to take off. */
export const TITLE_SUFFIX_ENDS: ReadonlySet<string> = new Set([
  ...[...CLASSES.after, ...CLASSES["the-list"]].map((phrase) => phrase.split(" ").at(-1) ?? ""),
  ..."task todo to-do reminder item too well point soon days eventually can time moment minute".split(
    " ",
  ),
]);

/** "…, mate": said after it, behind a mark. */
export const TITLE_VOCATIVE = `(?:${oneOf(CLASSES.vocative)})`;

/**
 * A note that is said with a new task: "with a note: bring the form"; but "a thank-you note to Bea" is something to
 * write.
 */
export const TITLE_NOTE =
  `(?:[\\s,;(–—-]+(?:\\b(?:with|and|add|adding|including|plus|put|set)\\s+)+(?:(?:a|an|the|its)\\s+)?|[\\s]*[,;(–—]\\s*(?:(?:a|an|the|its)\\s+)?)${NOTE}` +
  '(?:(?:that\\s+says|saying\\s+that|saying|that\\s+reads|which\\s+says|reading|to\\s+say|to|that|is|of|about|as)(?=[\\s:"“\'‘])\\s*:?|:|-|–|—|=|(?=["“]))\\s*' +
  "|[\\s,;]+(?:\\b(?:with|and)\\s+)+(?:the|a|this)\\s+(?:(?:following|additional)\\s+)?(?:description|desc|comment)\\s+(?=\\S)" +
  `|[\\s-]+(?:(?:a|an|the|its)\\s+)?${NOTE}(?:saying(?:\\s+that)?\\s|:|–|—|=|(?=["“]))\\s*`;

/** Between a title and its date, where nothing else is left of it: "…, needs to be done by". */
export const DUE_LEAD =
  "some\\s?time|at\\s+some\\s+point|(?:with|having)\\s+(?:(?:a|the|its)\\s+)?(?:due\\s+(?:date|time)|deadline|date)(?:\\s+(?:of|on|set\\s+(?:to|for)))?|for|by|due|and|due\\s+on|due\\s+by|but|so|is|are|is\\s+due|are\\s+due|(?:and\\s+|it\\s+|which\\s+)?(?:needs?|has|have|must|should|ought|got)?\\s*(?:to\\s+)?be\\s+(?:done|finished|completed|ready|due)(?:\\s+by)?";

/** Repetitions, which the assistant can't do yet. */
export const REPEAT =
  "\\b(?:on\\s+)?(?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)\\s+(?:day\\s+)?of\\s+(?:each|every)\\s+month\\b|\\bas\\s+an?\\s+(?:repeating|recurring|regular|daily|weekly|monthly|yearly)\\s+(?:task|reminder|thing|item|todo)\\b|\\b(?:(?:repeating|recurring|repeat|repeated)\\s+)?(?:on\\s+|in\\s+)?(?:every|each)\\s+(?:single\\s+|other\\s+|second\\s+|third\\s+|few\\s+|\\d+(?:st|nd|rd|th)?\\s+|two\\s+|three\\s+|four\\s+|six\\s+|first\\s+|last\\s+)*(?:mon(?:day)?|tue(?:s|sday)?|wed(?:s|nesday)?|thu(?:rs?|rsday)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?|day|days|week|weeks|weekday|weekdays|weekend|weekends|month|months|year|years|morning|mornings|evening|evenings|afternoon|night|nights|hour|hours|quarter|fortnight)s?(?:\\s+(?:morning|afternoon|evening|night)s?)?(?:\\s+(?:and|&)\\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days?)?(?:\\s+of\\s+(?:the|every|each)\\s+month)?\\b|\\b(?:every|each)\\s+\\d{1,2}(?:st|nd|rd|th)(?:\\s+of\\s+(?:the|every|each)\\s+month)?\\b|\\bon\\s+(?:mon|tues|wednes|thurs|fri|satur|sun)days\\b|\\b(?:mon|tues|wednes|thurs|fri|satur|sun)days(?=\\s*(?:$|at\\b))|\\bon\\s+(?:weekdays|weekends)\\b|\\b(?:once|twice|three\\s+times)\\s+(?:a|per|every)\\s+(?:day|week|month|year)\\b|\\b(?:daily|weekly|biweekly|bi-weekly|fortnightly|monthly|yearly|annually|quarterly)\\s*$";

/** One word that asks for a repetition: "a monthly reminder". */
export const OFTEN = words(
  "daily nightly weekly fortnightly biweekly bi-weekly monthly quarterly yearly annual recurring repeating regular",
);

/** Dates at the end, as people say them whose first language is another, in the words of the date grammar. */
export const DUE_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [
    /\bafter (?:a further )?(\d{1,2}|an?|one|two|three|four|five|six|ten) (minutes?|hours?|days?|weeks?|months?)$/i,
    "in $1 $2",
  ],
  [/\b(?:first thing )?in the morning$/i, "tomorrow morning"],
  [/\b(?:end|close) of (?:play|business|work)(?: on)? (?=\S+$)/i, "eod "],
  [/\b(?:end|close) of (?:play|business|work)$/i, "eod"],
  [/\b(today|tomorrow|tmrw|tomoz|\w+day) am$/i, "$1 morning"],
  [/\b(today|tomorrow|tmrw|tomoz|\w+day) pm$/i, "$1 afternoon"],
  [/\b(this|tomorrow|\S+day) arvo$/i, "$1 afternoon"],
  [/\bthe ((?:mon|tues|wednes|thurs|fri|satur|sun)day)$/i, "on $1"],
];

/** The same at the head of a message. */
export const LEADING_DUE_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [
    /^after (\d{1,2}|an?|one|two|three|four|five|six|ten) (minutes?|hours?|days?|weeks?|months?)(?=[\s,]+\p{L})/iu,
    "in $1 $2",
  ],
  [/^(?:first thing )?in the morning(?=[\s,]+\p{L})/iu, "tomorrow morning"],
];
