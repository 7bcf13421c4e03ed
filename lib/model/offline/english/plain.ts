/**
 * Ways of saying the same that the grammar need not know: each is put in the plainer words before a line is read, so
 * that every rule has the benefit. "The tasks that are due today" are "the tasks due today", "the rent's priority" is
 * "the priority of the rent". The first that fit are applied in order; quotations are left alone.
 */
import { ASIDE_COURTESY } from "./courtesies";

/** What a task is called where it has no name. */
const ANY =
  "everything|anything|all|both|those|these|ones?|tasks?|things?|items?|to-?dos?|stuff|reminders?|entry|entries|chores?";
const WHICH = "(?:that|which)(?:['’]?s|['’]re|\\s+(?:is|are|was|were))";
const STATE =
  "(?:(?:not|still|already|currently|now|all|marked(?:\\s+as)?)\\s+)*(?:overdue|past\\s+due|late|done|completed?|finished|open|pending|unfinished|incomplete|undone|urgent|important|(?:of\\s+)?(?:a\\s+)?(?:highest|high|medium|low|top|no)[\\s-]prio(?:rity)?|undated|unscheduled|without|left|for\\s+\\S+day|for\\s+tomorrow|from\\s+yesterday)\\b";
const CHANGING =
  "(?:delete|remove|erase|clear|drop|scrap|cancel|complete|finish|mark|tick off|check off|close|move|push|postpone|reschedule|shift|bump|delay|defer|set|make|give|get rid of|change|priority of|date of)";
const DATE = "(?:due[\\s-]*)?(?:date|deadline)s?";
const FIELD =
  "due\\s+date|due\\s+time|due\\s+day|date|deadline|time|priority|prio|title|name|notes?|description|status";
/** A thing and those words of its name that come before the last. */
const THING =
  "(?:(?:the|my|our)\\s+)?(?:[\\p{L}\\p{N}#\uE000\uE001-]+\\s+){0,3}?[\\p{L}\\p{N}\uE000\uE001-]+";
const FIELD_ENDS =
  "(?=\\s+(?:to|is|should|must|has|needs|was|as|from|now|up|down)\\b|\\s*[:.!]|\\s*$)";
/** How the words of a day begin. */
const DAYS =
  "mon|tue|wed|thu|fri|sat|sun|today|tonight|tomorrow|tmrw|noon|week|month|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec";
const WEEKDAY = "(?:mon|tues|wednes|thurs|fri|satur|sun)day";
const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december)";
const KEEPING = "(?:please\\s+)?(?:just\\s+)?(?:keep|leave|spare|retain)";
const OTHERS =
  "(?:everything\\s+else|all\\s+(?:of\\s+)?(?:the\\s+)?(?:others?|rest|other\\s+(?:ones|tasks|items))|the\\s+(?:others?|rest)|the\\s+other\\s+(?:ones|tasks|items)|all\\s+else)";

const form = (source: string): RegExp => new RegExp(source, "giu");

/** "Would you mind ticking off …": what is done, and what is asked for. */
const GERUNDS: readonly (readonly [gerund: string, verb: string])[] = (
  "adding add|ticking tick|checking check|crossing cross|marking mark|deleting delete|removing remove|moving move|" +
  "pushing push|changing change|setting set|renaming rename|putting put|showing show|listing list|telling tell|" +
  "completing complete|making make|updating update|clearing clear|rescheduling reschedule|postponing postpone|" +
  "reminding remind|giving give|getting get|taking take|dropping drop|shifting shift|bumping bump|noting note|" +
  "writing write|cancelling cancel|canceling cancel|reopening reopen|finishing finish"
)
  .split("|")
  .map((pair): [string, string] => {
    const [gerund = "", verb = ""] = pair.split(" ");
    return [gerund, verb];
  });

export const PLAINER: readonly (readonly [form: RegExp, plain: string])[] = [
  [ASIDE_COURTESY, "$1"],
  // "what have I on the list at present?"
  [form("\\bat\\s+(?:present|the\\s+(?:present\\s+)?moment)\\b(?!\\s+of\\b)"), "now"],
  // "…, could you add that?"
  [
    form(
      "(?<=\\p{L}\\S*)[\\s,.;!–—-]+(?:(?:so|and|please|pls)\\s+)*(?:can|could|would|will)\\s+(?:you|u)\\s+(?:(?:please|pls|just|maybe)\\s+)*(?:add|write|put|note|jot|pop|stick|log|save|get|remember|record|make\\s+a\\s+note\\s+of|keep\\s+track\\s+of)\\s+(?:it|that|this|them|those|these|both)(?:\\s+(?:down|in|there|please|pls|too|as\\s+well|for\\s+(?:me|us)|(?:to|on|onto|in)\\s+(?:(?:my|the|our)\\s+)?(?:(?:to-?do\\s+)?list|tasks|to-?dos?|there)))*(?:[\\s,]+(?:thanks|thank\\s+you|thx|ta|cheers|ok|okay))*[\\s?!.]*$",
    ),
    "",
  ],
  // "could the rent be high priority?"
  [
    form(
      "^(?:(?:so|ok|okay|please|also|and|then)[\\s,]+)*(?:can|could|may)\\s+(?!(?:you|u|i|we|they|he|she|someone|somebody|anyone|please)\\b)(\\S.{0,60}?)\\s+(?:please\\s+)?(be|get|have)\\s+(\\S.*?)[\\s?]*$",
    ),
    "$1 should $2 $3",
  ],
  // "not tomorrow but the day after"
  [
    form("\\bnot\\s+tomorrow[\\s,]+but\\s+the\\s+day\\s+after(?!\\s+tomorrow)"),
    "the day after tomorrow",
  ],
  [
    form(
      "\\bnot\\s+(?:on\\s+)?(?:\\p{L}+day|tomorrow)[\\s,]+but\\s+(?=(?:on\\s+)?(?:\\p{L}+day|tomorrow|the\\s+day\\s+after\\s+tomorrow)\\b)",
    ),
    "",
  ],
  // "I said I'd walk the dog, remind me"
  [
    form(
      "(?<=\\p{L}\\S*)\\s*[,;.!–—-]+\\s*(?:(?:so|and|please|pls|can you|could you)\\s+)*remind\\s+me(?:\\s+(?:about|of)\\s+(?:it|that|this))?(?:[\\s,]+(?:please|pls|thanks|ok|okay))*[\\s?!.]*$",
    ),
    "",
  ],
  // "aren't urgent any more"
  [
    form(
      "(?<=\\b(?:not|no|isn['’]?t|aren['’]?t|don['’]?t|doesn['’]?t|wasn['’]?t|won['’]?t|needn['’]?t)\\b[^.,;!?]*)\\bany\\s+more\\b",
    ),
    "anymore",
  ],
  // "by Wednesday at the latest"
  [form("(?<=\\S)[\\s,]+at\\s+the\\s+(?:very\\s+)?latest\\b"), ""],
  // "is there anything tomorrow or can I sleep in?"
  [
    form(
      "^((?:is|are)\\s+there|do\\s+(?:i|we)|have\\s+(?:i|we)|anything|what)(\\s.+?)[\\s,]+or\\s+(?:can|could|may|am|do|should|shall|will)\\s+(?:i|we)\\s.*$",
    ),
    "$1$2?",
  ],
  // "remove the lesson and add the other instead"
  [
    form(
      "(?<=\\b(?:delete|remove|drop|cancel|scrap|erase|get\\s+rid\\s+of)\\b.+\\badd\\s.+\\S)\\s+instead(?=[\\s.!]*$)",
    ),
    "",
  ],
  ...GERUNDS.map(([gerund, verb]): [RegExp, string] => [
    form(`\\b(?:would|do|could)\\s+(?:you|u)\\s+mind\\s+(?:please\\s+)?${gerund}\\b`),
    `please ${verb}`,
  ]),
  // "anything on there to do with the garden"
  [
    form(
      "(?<=\\b(?:anything|something|nothing|what)\\s+)(?:on|in)\\s+(?:there|here|it|(?:my|the)\\s+(?:to-?do\\s+)?list)\\s+(?=(?:to\\s+do\\s+with|about|for|regarding|due|that|which)\\b)",
    ),
    "",
  ],
  // "what is due today and not yet done?"
  [
    form(
      "(?<=^(?:what|which|anything|is|are|show|list)\\b.+?)[\\s,]+(?:and|but)\\s+(?:is\\s+|are\\s+)?(?:still\\s+)?not\\s+(?:yet\\s+)?(?:done|finished|completed?)(?:\\s+yet)?(?=\\s*[?.!]*$)",
    ),
    "",
  ],
  // "the task that's about Yusuf"
  [
    form(`(?<=\\b(?:${ANY})\\s+)${WHICH}\\s+(?=(?:about|called|named|titled|regarding|with)\\b)`),
    "",
  ],
  // "sort them by date": that is how they are listed
  [
    form(
      "^(?:(?:please|can|could|would|you)\\s+)*(?:sort|order|arrange|rank)\\s+(?:(?:it|them|these|all|my|the|to-?do|tasks?|list|items)\\s+)*by\\s+(?:due\\s+)?(?:date|deadline|priority|importance|urgency|time)s?(?:\\s+please)?[\\s.!?]*$",
    ),
    "list my tasks",
  ],
  // "i changed my mind about the milk, bring it back": the second says what is wanted
  [
    form(
      "^(?:(?:no|oh|actually|sorry|wait|ok|okay)[\\s,]+)*(?:i(?:['’]?ve)?|we(?:['’]?ve)?)\\s+(?:have\\s+)?changed\\s+(?:my|our)\\s+mind\\s+(?:about|on)\\s+[^,.;]+[,.;]\\s*(?=(?:please\\s+|can\\s+you\\s+|so\\s+)?(?:bring|put|get|restore|undo|keep)\\b)",
    ),
    "",
  ],
  // "never mind the bread"
  [
    form(
      "^(?:(?:no|oh|actually|ok|okay)[\\s,]+)*(?:never\\s?mind|nvm)\\s+(?:about\\s+)?(?=(?:the|my|our)\\s+(?!last\\b|previous\\b|list\\b)\\p{L})",
    ),
    "forget about ",
  ],
  // "the rent isn't that urgent after all"
  [
    form(
      "(?<=(?:n['’]?t|\\bnot)\\s+(?:(?:so|that|very|really|all)\\s+)*(?:urgent|important|pressing)\\s+)after\\s+all\\b",
    ),
    "anymore",
  ],
  // "apples pls low"
  [
    form(
      "(?<=^(?:[\\p{L}\\p{N}]+\\s+){1,4})(?:pls|please|plz)\\s+(?=(?:high|low|medium|urgent)(?:\\s+prio(?:rity)?)?[\\s.!]*$)",
    ),
    "should be ",
  ],
  // "fri 7ish w/ the smiths"
  [form("(?<=\\d(?:ish|[ap]m)?\\s)w/\\s*(?=\\p{L})"), "with "],
  // "in 2 weeks from monday"
  [
    form(
      "\\bin\\s+(?=(?:\\d{1,2}|an?|one|two|three|four|five|six)\\s+(?:days?|weeks?|months?)\\s+from\\s+(?!now\\b))",
    ),
    "",
  ],
  // "dentist -> friday": put down for then, or moved to then
  [
    form(
      `^(?!(?:move|push|change|rename|set|put|add|shift|reschedule|postpone)\\b)(\\S.*?)\\s*(?:-+>|=+>|→|⇒)\\s*(?=(?:on\\s+|by\\s+|next\\s+|this\\s+|the\\s+)?(?:\\d|${DAYS}))`,
    ),
    "put $1 down for ",
  ],
  // "milk -> oat milk"
  [form("\\s*(?:-+>|=+>|→|⇒)\\s*"), " to "],
  // "the bill that is due on Friday"
  [form(`\\b${WHICH}\\s+(?=due\\b)`), ""],
  [form(`(?<=\\b(?:${ANY})\\s+)${WHICH}\\s+(?=${STATE})`), ""],
  [
    form(
      `(?<=\\b(?:${ANY})\\s+)(?:that|which)\\s+(?:has|have|had)\\s+(?=(?:an?\\s+|the\\s+)?(?:highest|high|medium|low|top)\\b)`,
    ),
    "with ",
  ],
  [
    form(
      `(?<=\\b(?:${ANY})\\s+)(?:(?:that|which)\\s+(?:has|have|had|got)\\s+no|(?:that|which)\\s+(?:do|does)(?:n['’]?t|\\s+not)\\s+have\\s+(?:an?|any)|without(?:\\s+(?:an?|any))?|with\\s+no)\\s+${DATE}(?!\\S*\\s+of\\b)`,
    ),
    "undated",
  ],
  // "delete what's done", "move whatever is due today"
  [
    form(
      `(?<=\\b${CHANGING}\\s+(?:the\\s+)?(?:priority\\s+of\\s+)?)(?:whatever|what|anything|all)(?:['’]?s|\\s+(?:that|which)(?:['’]?s|\\s+is|\\s+are)|\\s+is|\\s+are|(?=\\s+due))\\s+(?=due\\b|${STATE})`,
    ),
    "everything ",
  ],
  [form(`(?<=\\b(?:${ANY})\\s+)marked\\s+(?:as\\s+)?(?=done|completed?|finished)`), ""],
  // "the rent's priority"
  [
    form(
      `(?<=^(?:please\\s+)?(?:(?:change|set|update|clear|remove|delete|get\\s+rid\\s+of|raise|lower|increase|edit|drop|bump|make|what(?:\\s+is|['’]?s)|move|push|cancel|erase|unset|reset|correct)\\s+))(${THING})['’]s\\s+(${FIELD})\\b${FIELD_ENDS}`,
    ),
    "the $2 of $1",
  ],
  [form(`^((?:the|my|our)\\s+${THING})['’]s\\s+(${FIELD})\\b${FIELD_ENDS}`), "the $2 of $1"],
  [
    form(`^(?!add\\b)(${THING})['’]s\\s+(${FIELD})\\s+(?=(?:is|should|must|has|was)\\b)`),
    "the $2 of $1 ",
  ],
  // "the dentist's now on Friday"
  [
    form(
      `^(${THING})['’]s\\s+(?=(?:(?:\\p{L}+ed|sent|paid|bought|made|written|taken|fixed)(?=\\s*(?:[,.!;:]|$)|\\s+(?:already|now|today|yesterday|too)\\b)|now|due|urgent|important|done|finished|overdue|no\\s+longer|not|at\\s+\\d|on\\s+\\S+day|(?:been\\s+)?(?:moved|cancelled|canceled|postponed))\\b)`,
    ),
    "$1 is ",
  ],
  // "the due date and time", where a date is meant that has one
  [
    form(
      "\\b(?:both\\s+)?(?:the\\s+)?(?:due\\s+)?(?:date\\s+and\\s+(?:the\\s+)?(?:due\\s+)?time|time\\s+and\\s+(?:the\\s+)?(?:due\\s+)?date)\\b",
    ),
    "the due date",
  ],
  // "update it so that it is due on Friday"
  [
    form(
      "\\b(?:so\\s+(?:that\\s+)?|such\\s+that\\s+)it(?:['’]?s|\\s+is)\\s+(?=due\\b|on\\b|at\\b|for\\b|high|low|medium|urgent)",
    ),
    "to be ",
  ],
  // "first thing on Monday", "on the morning of the 5th", "by Wednesday at the latest"
  [form(`\\bfirst\\s+thing\\s+(?:on\\s+)?(${WEEKDAY})(?:\\s+morning)?\\b`), "on $1 morning"],
  [
    form(
      `\\b(?:(?:on|in)\\s+)?the\\s+(morning|afternoon|evening)\\s+of\\s+((?:the\\s+)?\\d{1,2}(?:st|nd|rd|th)|${WEEKDAY}|${MONTH}\\s+\\d{1,2}(?:st|nd|rd|th)?)\\b`,
    ),
    "on $2 in the $1",
  ],
  [
    form(
      `(?<=\\b(?:${WEEKDAY}|tomorrow|today|week|month|\\d(?:st|nd|rd|th)?|[ap]m))[\\s,]+at\\s+the\\s+(?:very\\s+)?latest\\b`,
    ),
    "",
  ],
  // "on Tuesday at the same time": a new day leaves the time as it was
  [
    form(
      "(?<=\\b(?:\\p{L}*day|tomorrow|week|month|\\d{1,2}(?:st|nd|rd|th))\\b)[\\s,]+(?:but\\s+|and\\s+|still\\s+)?(?:at\\s+|for\\s+)?(?:the\\s+)?same\\s+time(?:\\s+(?:as\\s+(?:before|now|planned)|of\\s+day))?(?=[\\s.!?]*$)",
    ),
    "",
  ],
  [
    form(
      "\\b(?:the\\s+)?same\\s+time\\s+(?:on\\s+)?(?=(?:next\\s+|this\\s+)?(?:\\p{L}+day|tomorrow|week)\\b)",
    ),
    "",
  ],
  // "…, but keep the date": what isn't named stays as it is anyway
  [
    form(
      `(?<=\\S)[\\s,;–—-]+(?:but|and|though|only)?\\s*${KEEPING}\\s+(?:the|its|that)\\s+(?:same\\s+)?(?:date|day|time|priority|title|name|notes?|rest)(?:\\s+(?:as\\s+(?:it\\s+|they\\s+)?(?:is|are|was)|the\\s+same|alone|unchanged|untouched|though|please|there))*[\\s.!]*$`,
    ),
    "",
  ],
  [
    form(
      "^(?:just\\s+)?(?:keep|leave)\\s+the\\s+(?:date|day)\\s+(?:of|for|on)\\s+(.+?)[\\s,;]+(?:but|and|just|only)\\s+(?:remove|clear|delete|drop)\\s+the\\s+time[\\s.!]*$",
    ),
    "remove the time of $1",
  ],
  [
    form(
      `(?<=\\b(?:remove|clear|delete|drop|take)\\s+)(?:only|just)\\s+(?=the\\s+(?:${FIELD})\\b)`,
    ),
    "",
  ],
  // "delete everything but keep the dentist", "keep the dentist, delete the rest"
  [
    form(
      `(?<=\\b(?:everything|all)\\b[^.;,]*?)[\\s,]+but\\s+(?:${KEEPING}|not|don['’]?t\\s+(?:delete|touch|remove|complete|move))\\s+(?=\\S)`,
    ),
    " except ",
  ],
  [
    form(
      `^(?:please\\s+)?(?:keep|leave|spare)\\s+(?:only\\s+|just\\s+)?(.+?)[\\s,;]+(?:and\\s+|but\\s+|then\\s+|please\\s+)*(delete|remove|clear|complete|erase|drop|scrap|get\\s+rid\\s+of)\\s+${OTHERS}[\\s.!]*$`,
    ),
    "$2 everything except $1",
  ],
];
