/**
 * What a line begins with before it comes to what is wanted, and short answers, in plainer words: "I forgot to say I
 * need …", "done, I've emailed them", "high priority, that one". A form is tried only where its word stands in the line.
 */
import { type Wording, wording } from "./wording";

const BEFORE =
  "(?:(?:so|and|also|then|ok|okay|oh|ah|but|yes|yeah|right|well|hey|hi|sorry|wait|actually|btw|damn)[\\s,!–—-]+)*";
/** How what was forgotten goes on: as a wish or an order. */
const WISH =
  "(?:(?:i|we)\\s*(?:(?:['’](?:ve|d|m|re|ll)|have|had|also|still|really)\\s*)*(?:need|have|got|must|should|ought|want|want(?:ed)?|supposed|like|gotta)\\b|there['’]?s\\b|(?:add|remind|please|can|could|put|don['’]?t\\s+forget|remember|note)\\b)";
const IT = "(?:that\\s+one|this\\s+one|that|this|it|the\\s+last\\s+one)";
const ALREADY = "(?:\\s+(?:already|now|too|today|yesterday|just\\s+now|earlier|this\\s+morning))*";
const SPELT =
  "(?:misspelt|misspelled|mistyped|miswritten|(?:spelt|spelled|typed|written)\\s+(?:wrong|wrongly|incorrectly))";
const SHOULD =
  "(?:it|that|this)?\\s*(?:['’]s|should(?:\\s+(?:be|say|read|have\\s+been|have\\s+said))?|is|must\\s+be|ought\\s+to\\s+(?:be|say|read)|was\\s+meant\\s+to\\s+(?:be|say|read)|is\\s+(?:meant|supposed)\\s+to\\s+(?:be|say|read)|needs\\s+to\\s+(?:be|say|read))(?:\\s+(?:actually|really|spelt|spelled))?\\s*:?";

export const PRELUDES: readonly Wording[] = [
  // "I forgot to say I need to buy wool", "what I meant to say was …"
  wording(
    /\b(?:say|said|mention|mentioned|tell|told|add|added)\b/i,
    `^${BEFORE}(?:what\\s+)?(?:i|we)\\s*(?:['’]d|['’]ve|have|had)?\\s*(?:(?:nearly|almost|totally|completely|just|also|only|quite)\\s+)*(?:(?:forgot|meant|wanted|neglected|forgotten|omitted|failed)\\s+to\\s+(?:say|mention|tell\\s+you|add)|(?:should|could|ought\\s+to)\\s*(?:have|['’]ve|of)?\\s+(?:said|mentioned|told\\s+you|added))(?:\\s+(?:earlier|before|is|was|too|also))*(?:\\s+that|\\s*[:,.–—-]+(?:\\s*that)?)?\\s+(?=${WISH})`,
    "",
  ),
  wording(
    /\b(?:say|said|mention|mentioned|tell|told)\b/i,
    `^${BEFORE}(?:what\\s+)?(?:i|we)?\\s*(?:['’]d|['’]ve|have|had)?\\s*(?:(?:nearly|almost|totally|completely|just|also|only|quite)\\s+)*(?:(?:forgot|meant|wanted|neglected|forgotten)\\s+to\\s+(?:say|mention|tell\\s+you)|(?:should|ought\\s+to)\\s*(?:have|['’]ve|of)?\\s+(?:said|mentioned|told\\s+you))(?:\\s+(?:earlier|before|is|was|too|also))*\\s*[:,–—-]+\\s*(?=\\p{L}+\\s+\\S)`,
    "",
  ),
  // "before I forget: ring the vet"
  wording(
    /\bforget\b/i,
    `^${BEFORE}before\\s+(?:i|we)\\s+forget(?:\\s+(?:it|again|about\\s+it))?\\s*[,:;.–—-]*\\s+(?=\\S)`,
    "",
  ),
  wording(
    /\bforget\b/i,
    "(?<=\\S)[\\s,;–—-]+before\\s+(?:i|we)\\s+forget(?:\\s+(?:it|again|about\\s+it))?[\\s.!]*$",
    "",
  ),
  // "done, I've emailed them": of what was spoken of
  wording(
    /^\W*(?:\w+\W+)?(?:done|finished|sorted|did it|job done)\b/i,
    `^${BEFORE}(?:(?:all\\s+)?(?:done|finished|sorted)|did\\s+it)(?:\\s+(?:it|that(?:\\s+one)?|now|already))?\\s*[,.;!–—-]+\\s*(?:(?:i|we|he|she|they|just)\\s*(?:['’](?:ve|s)|have|has)?\\s*(?:(?:just|already|now)\\s+)*\\p{L}+|(?:just\\s+)?(?:\\p{L}{2,}ed|sent|paid|rang|got|told|bought|took|made|gave|wrote|put|brought))(?:\\s+(?:up|off|out|in|back|over))?\\s+(?:it|them|him|her|that|those|this|all\\s+of\\s+(?:it|them))(?:\\s+(?:up|off|out|in|back|over|through|away))?${ALREADY}[\\s.!]*$`,
    "that is done",
  ),
  // "done and dusted", "job done"
  wording(
    /^\W*(?:\w+\W+)?(?:done and dusted|job done|sorted)\b/i,
    `^${BEFORE}(?:done\\s+and\\s+dusted|job\\s+done|(?:all\\s+)?sorted)(?:[\\s,]+(?:thanks|thank\\s+you|cheers|ta|now))*[\\s.!]*$`,
    "that is done",
  ),
  // "done, I've paid the rent" says it twice
  wording(
    /^\W*(?:\w+\W+)?(?:done|finished|sorted)\b/i,
    `^${BEFORE}(?:all\\s+)?(?:done|finished|sorted)\\s*[,.;!–—-]+\\s*(?=(?:i|we)\\s*(?:['’]ve|have|just)\\s+(?!to\\b)\\p{L})`,
    "",
  ),
  // "did that one", "finished with it", "all done with that"
  wording(
    /^\W*(?:\w+\W+)?(?:did|done|finished|completed|sorted|through)\b/i,
    `^${BEFORE}(?:(?:i|we)\\s*(?:['’](?:ve|m|re)|have|am)?\\s*)?(?:(?:just|now|already|all)\\s+)*(?:did|done|finished|completed|sorted|through)(?:\\s+with)?\\s+(?:it|that|this|that\\s+one|this\\s+one|the\\s+last\\s+one)${ALREADY}[\\s.!]*$`,
    "that is done",
  ),
  // "done, the milk"
  wording(
    /^\W*(?:done|finished)\b/i,
    "^(?:done|finished)\\s*[,–—-]+\\s*((?:the|my|our)\\s+[^,.;!?]+?|task\\s+\\d+|number\\s+\\d+)[\\s.!]*$",
    "$1 is done",
  ),
  // "high priority, that one"
  wording(
    /\b(?:one|that|this|it)[\s.!]*$/i,
    `^${BEFORE}((?:very\\s+)?(?:high|low|medium|top|no)\\s+prio(?:rity)?|urgent|(?:very\\s+|really\\s+)?important)\\s*[,–—-]+\\s*${IT}(?:\\s+please)?[\\s.!]*$`,
    "make that $1",
  ),
  // "tomorrow, that one"
  wording(
    /\b(?:one|that|this|it)[\s.!]*$/i,
    `^${BEFORE}((?:on\\s+|next\\s+|by\\s+)?(?:\\p{L}+day|tomorrow|today|tonight|week)(?:\\s+(?:at\\s+)?\\d\\S*)?)\\s*[,–—-]+\\s*(?:that\\s+one|this\\s+one|the\\s+last\\s+one)(?:\\s+please)?[\\s.!]*$`,
    "move that to $1",
  ),
  // "fix the spelling of 'Book phsyio', it should be 'Book physio'"
  wording(
    /\b(?:spelling|typo|misspelling|mistake|error)\b/i,
    `^${BEFORE}(?:(?:please|pls|can\\s+you|could\\s+you)\\s+)*(?:fix|correct|mend|change|amend|sort(?:\\s+out)?)\\s+(?:the|my|a)\\s+(?:spelling|typo|misspelling|spelling\\s+(?:mistake|error))\\s+(?:of|in|on|for)\\s+(\\S[^,;:]*?)\\s*[,;:.–—-]+\\s*${SHOULD}\\s*(\\S.*?)[\\s.!]*$`,
    "change $1 to $2",
  ),
  // "typo in task 2: should say Z", "there's a typo in …"
  wording(
    /\b(?:typo|misspelling|mistake|error)\b/i,
    `^${BEFORE}(?:(?:there['’]?s|there\\s+is|i\\s+made|i['’]ve\\s+made|made|got|i\\s+see)\\s+)?(?:a\\s+)?(?:typo|misspelling|(?:spelling\\s+)?(?:mistake|error))\\s+in\\s+(\\S[^,;:]*?)\\s*[,;:.–—-]+\\s*(?:it|that|this)?\\s*should\\s+(?:say|read|have\\s+said)\\s*:?\\s*(\\S.*?)[\\s.!]*$`,
    "rename $1 to $2",
  ),
  // "phsyio is misspelt, it's physio", "I misspelt phsyio, it should be physio"
  wording(
    /\b(?:misspelt|misspelled|mistyped|spelt|spelled|typed|written)\b/i,
    `^${BEFORE}(\\S[^,;:]*?)\\s*(?:['’]s|is|was)\\s+${SPELT}\\s*[,;:.–—-]+\\s*${SHOULD}\\s*(\\S.*?)[\\s.!]*$`,
    "change $1 to $2",
  ),
  wording(
    /\b(?:misspelt|misspelled|mistyped|spelt|spelled|typed|wrote)\b/i,
    `^${BEFORE}(?:i|we)\\s*(?:['’]ve|have)?\\s*(?:(?:misspelt|misspelled|mistyped)\\s+(\\S[^,;:]*?)|(?:spelt|spelled|typed|wrote)\\s+(\\S[^,;:]*?)\\s+(?:wrong|wrongly|incorrectly))\\s*[,;:.–—-]+\\s*${SHOULD}\\s*(\\S.*?)[\\s.!]*$`,
    "change $1$2 to $3",
  ),
  // "is it on there now? show me"
  wording(
    /\b(?:there|list|here)\b/i,
    `^${BEFORE}(?:is|are)\\s+(it|that|they|those|them)\\s+(?:(?:now|all|definitely|really|already)\\s+)*(?:on|in)\\s+(?:there|here|(?:my|the)\\s+(?:to-?do\\s+)?list)(?:\\s+(?:now|yet|already|too|then|please))*(?:[\\s?,.!]+(?:and\\s+|so\\s+|can\\s+you\\s+|please\\s+)*(?:show|let)\\s+me(?:\\s+(?:see|it|them|that))?(?:\\s+please)?)?[\\s?.!]*$`,
    "show me that one",
  ),
  // "is there something about a projector on here?"
  wording(
    /\b(?:here|there|it|list)\W*$/i,
    `^(${BEFORE}(?:is\\s+there|are\\s+there|do\\s+(?:i|we)\\s+have|have\\s+(?:i|we)(?:\\s+got)?|anything|something|any|what['’]?s|got)\\b.*\\b(?:about|for|regarding|with|to\\s+do\\s+with|on|mentioning|concerning)\\s+\\S.*?)\\s+(?:on|in)\\s+(?:here|there|(?:my|the|this)\\s+(?:to-?do\\s+)?list)(?:\\s+(?:already|now|please|at\\s+all|yet))*[\\s?.!]*$`,
    "$1?",
  ),
  // "have I got owt with no date on it"
  wording(/\bowt\b/i, "\\bowt\\b", "anything"),
  wording(/\bnowt\b/i, "\\bnowt\\b", "nothing"),
  wording(/\bsummat\b/i, "\\bsummat\\b", "something"),
  wording(
    /\b(?:date|deadline)\b/i,
    "\\b((?:with|has|have|got)\\s+no|without(?:\\s+an?|\\s+any)?)\\s+((?:due\\s+)?(?:dates?|deadlines?))\\s+(?:on|to|for|against)\\s+(?:it|them)\\b",
    "$1 $2",
  ),
  // "now take it off again, Frank has some"
  wording(
    /\boff\b/i,
    `^${BEFORE}(?:(?:now|please|can\\s+you|could\\s+you)\\s+)*(take|get)\\s+(it|that|them|those|that\\s+one|(?:the|my|our)\\s+\\S[^,;.]{0,40}?)\\s+(?:back\\s+)?off(?:\\s+(?:again|please|now|there|then))+(?:\\s*[,;.–—-]+\\s*[^,;.]*(?:has|have|got|had|is|are|was|does|did|['’]s|['’]ve)\\b.*)?$`,
    "$1 $2 off the list",
  ),
  // "put in the note for X that …", "add to the notes of X that …", "make a note on X saying …"
  wording(
    /\b(?:notes?|description|details)\b/i,
    `^${BEFORE}((?:(?:please|pls|can\\s+you|could\\s+you|would\\s+you)\\s+)*)(?:add|put|write|append|include|jot(?:\\s+down)?|say|mention)\\s+(?:this\\s+)?(?:to|in|into|on|under)\\s+(?:the|its|my)\\s+(?:notes?|description|details)\\s+(?:of|for|on|to|about)\\s+(\\S.*?)\\s*(?:\\s+that|\\s+saying|:|,\\s*that)\\s+(?=\\S)`,
    "$1add a note to $2: ",
  ),
];
