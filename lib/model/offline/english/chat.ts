/**
 * How people talk to somebody beside what they want: what they call them ("… dear"), and small words of chat
 * ("… obvs"). None of it is ever a part of a title.
 */
import { words } from "./words";

const CALLED =
  "dear|dearie|hun|hon|darling|darlin|sweetheart|sweetie|love|mate|buddy|boss|pal|bro|dude|chum";
/** What nobody's name or title ends in without saying whose: "call the gym buddy" is somebody. */
const FOND = "dear|dearie|hun|darling|darlin|sweetheart|sweetie";
const OWN = "my\\s+(?:friend|dear|love|darling|good\\s+man)";
const CHAT = "obvs|obvz|tbh|innit|ngl|imho|ofc|lol|lmao|iirc|afaik|tbf|obvi|yknow|y['’]know";

/** Words of which a line needs one to be looked at any further. */
export const CHATTY = words(
  "dear dearie hun hon darling darlin sweetheart sweetie love mate buddy boss pal bro dude chum friend man obvs obvz tbh innit ngl imho ofc lol lmao iirc afaik tbf obvi yknow y'know y’know",
);

const ENDS = "(?=\\s*(?:[,.!?;:…]|$))";
/** What comes before somebody that is meant, not talked to. */
const NOT_BEHIND =
  "(?<!\\b(?:a|an|the|my|our|your|his|her|their|this|that|to|for|with|from|of|at|and|or|by|about|oh|new|old|best|big|poor|true|real|first|dear|near|so|very|too|call|ring|phone|text|email|message|meet|visit|see|ask|tell|is|are|was|were))(?<!['’]s)";
/** Words that end what is wanted: what is left behind them is said to somebody. */
const CLOSED =
  "list|please|pls|plz|ta|thanks|cheers|it|that|this|them|those|these|one|ones|tomorrow|today|tonight|now|then|again|off|done|too|\\p{L}+day|morning|afternoon|evening|week|noon|ok|okay|yes|yeah|no|nope|right|hello|hi|hey|in|down|on|there|here|\\d\\S*";

/** How a line greets: before whom it greets. */
const GREETING =
  "(?:hello|hi|hey|hiya|morning|good\\s+(?:morning|afternoon|evening)|ok|okay|right|oh|well|yes|yeah|no|thanks|thank\\s+you|sorry|please|pls)";
/** How what is wanted begins, behind whom it is said to. */
const ASKS =
  "(?:(?:please|pls|(?:can|could|would|will)\\s+(?:you|u|i|we)|add|remind|note\\s+down|write\\s+down|jot|pop|stick|what|what['’]?s|which|show|delete|remove|tick|don['’]?t|i|i['’](?:ve|m|d|ll)|we|we['’](?:ve|re)|undo|scrap)\\b)";

export const CHAT_FORMS: readonly (readonly [form: RegExp, plain: string])[] = [
  // "hello dear please write down …", "thanks love, add …"
  [new RegExp(`^(\\s*${GREETING})[\\s,]+(?:${CALLED}|${OWN}|man)(?=[\\s,.!]+\\S)`, "gimu"), "$1,"],
  // "mate can you add …", "darling, what is on my list"
  [new RegExp(`^\\s*(?:${CALLED}|${OWN})(?:\\s*[,!–—-]+\\s*|\\s+)(?=${ASKS})`, "gimu"), ""],
  // "the art one obvs", "tbh i need to …"
  [new RegExp(`(?<=\\S)[\\s,]+(?:${CHAT})${ENDS}`, "gimu"), ""],
  [new RegExp(`^\\s*(?:${CHAT})[\\s,]+(?=\\S+\\s+\\S)`, "gimu"), ""],
  // "…, dear", "…, my friend, …"
  [new RegExp(`(?<=\\S+\\s+\\S+)\\s*,\\s*(?:${FOND}|buddy|${OWN})${ENDS}`, "gimu"), ""],
  [new RegExp(`(?<=\\S)\\s*[,.!?–—-]+\\s*(?:${CALLED}|${OWN})[\\s.!]*$`, "gimu"), ""],
  // "put the descaler on my list dear"
  [
    new RegExp(
      `(?<=\\S+\\s+\\S+)${NOT_BEHIND}\\s+(?:${FOND})(?:${ENDS}|(?=\\s+(?:and|then|but|so)\\b))`,
      "gmu",
    ),
    "",
  ],
  [new RegExp(`(?<=\\b(?:${CLOSED}))\\s+(?:${CALLED}|${OWN})${ENDS}`, "gimu"), ""],
];

/** "Sorry, I meant dinner, not lunch. Change it to client dinner": the second says it whole. */
export const SAID_TWICE =
  /^\s*(?:(?:sorry|no|oops|wait|oh|actually|ah|argh|whoops)[\s,.!–—-]+)*(?:i (?:meant|mean)|it(?:['’]s| is| should be)|that should be)\s+[^.;!?,]+(?:,?\s+(?:and\s+)?not\s+[^.;!?,]+)?[.;!–—-]+\s*(?:(?:so|please|pls|can you|could you)\s+)*(?=(?:change|rename|make|set|call|update)\s+(?:it|that)\s+(?:to|into|as)?\s*\S)/i;
