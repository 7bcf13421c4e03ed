/**
 * How English points at tasks: numbers and places in words, pronouns, and the words around a title.
 */
import { phraseSet, words } from "./words";

const table = (text: string): ReadonlyMap<string, number> =>
  new Map(
    text
      .trim()
      .split(/\s+/)
      .map((pair): [string, number] => {
        const [word = "", value = "0"] = pair.split(":");
        return [word, Number(value)];
      }),
  );

export const NUMBER_NAMES = table(
  "one:1 two:2 three:3 four:4 five:5 six:6 seven:7 eight:8 nine:9 ten:10 eleven:11 twelve:12",
);

/** Places count from 1, or from the end with a minus; 0 is the middle. */
export const PLACE_NAMES = table(
  `first:1 1st:1 second:2 2nd:2 third:3 3rd:3 fourth:4 4th:4 fifth:5 5th:5 sixth:6 6th:6 seventh:7 7th:7 eighth:8
  8th:8 ninth:9 9th:9 tenth:10 10th:10 top:1 last:-1 bottom:-1 final:-1 latter:-1 former:1 seccond:2 secnd:2 frist:1
  topmost:1 lastone:-1 middle:0`,
);

export const PRONOUNS = phraseSet(
  "it|this|that|thats|that one|this one|that task|this task|the task|this item|that item|the item|the same|the same one|same one|the same task|that thing|this thing|it too|that too|that one too|the one|said task|this last one|its|that reminder|the reminder|this reminder|that todo|him|her",
);

export const PLURAL_PRONOUNS = phraseSet(
  "them|em|it all|they|those|these|both|both of them|both of those|both of these|all of them|all of those|all of these|all three|all three of them|all four|all two|them all|those tasks|these tasks|those two|these two|those ones|these ones|the two|the three|the two of them|them both|both tasks|all those|all these|the lot|the whole lot|all of it|the two tasks|them too|those three|these three|all the above|all of the above|each of them|every one of them|the tasks|both ones",
);

/** "it again", "that one please". */
export const BEHIND_PRONOUN = / (?:again|now|please|then|instead|though|already|actually)$/;

export const NEWEST =
  /^(?:the )?(?:(?:(?:last|latest|newest|most recent|new|recent) (?:one|task|item|thing|todo|reminder|entry)?(?: (?:that )?(?:i|you|we)(?: have|ve)?(?: just)? (?:added|created|made|put|entered|gave you|mentioned|told you(?: about)?|asked for|said))?)|(?:(?:one|task|item|thing|todo|reminder)(?: (?:that|which))? (?:i|you|we)(?: have|ve)?(?: just| last| recently)? (?:added|created|made|put|gave you|mentioned|told you(?: about)?))|what i (?:just )?(?:added|told you(?: about)?|mentioned|gave you))(?: (?:just now|last|recently))?$/;

/** Behind a place that counts what was added: "the first one I added". */
export const ADDED =
  /^(.+?)(?: (?:that|which))? (?:i|you|we)(?: have|ve)?(?: just)? (?:added|created|made|put in|entered|gave you|told you(?: about)?|mentioned|asked for|said)(?: (?:just now|today|earlier))?$/;

const COUNTS = [...NUMBER_NAMES.keys()].slice(1).join("|");

/** "the other one", "the remaining three"; with how many they are, where that is said. */
export const OTHER_ONE = new RegExp(
  `^(?:all )?(?:of )?(?:the |my )?(?:(?:other|remaining)(?: (?<count>${COUNTS}|[2-9]|1\\d))? (?:ones?|tasks?|items?|things?|to-?dos?)|(?:other|remaining) (?<number>${COUNTS}|[2-9]|1\\d)|(?:rest|others)(?: of (?:them|those|these|it|the (?:list|tasks)|my (?:list|tasks)))?|other)(?: (?:too|as well|also|now|please))?$`,
);

/** Whether that means one alone. */
export const OTHER_ALONE = /^(?:the |my )?(?:other|remaining)(?: (?:one|task|item|thing|to-?do))?$/;

/** Leads to what a line is about: "as for the report, …". */
export const AS_FOR =
  /^(?:(?:and|oh|ok|okay|so|now|then)[\s,]+)*(?:as for|as to|regarding|about|concerning|with regards? to|with respect to|re|in the case of|when it comes to)\s+/i;

/** First words of what names a task that is there. */
export const NAMING = words("the my our that this those these task number");

/** Words of a clause that tells something, and does not only name it. */
export const TELLING = words("can could must should would may might will need i we you he she");

/** Said of something that was named: it is to go. */
export const DROPPING = words("drop forget scrap cancel");

/** Words that point back at what was named before them. */
export const POINTING = words(
  "it its itll that thats this them those these both they theyre him her",
);

/** What stands for it in a thing to do: "clean them", "take it back". */
export const ITS = /(?<=^\S+(?: \S+)? )(?:it|them|him|her|that|those|these)(?=$| )/i;

/** "there is a typo in number 2": what has a fault. */
export const FAULTY =
  /^(?:(?:there(?:['’]?s| is| was)|i (?:see|found|made|spotted|noticed)|i['’]?ve made|got) )?(?:a|an|some) (?:\S+ )?(?:mistake|typo|error|misspelling|problem|fault|slip)s? (?:in|with|on) (\S.*)$/i;

/** "the other email": another one than the task that was just dealt with. */
export const OTHER = /^other\s+(\S.*)$/i;

/** "the same day", of a date that was named before. */
export const SAME_DAY =
  /\b(?:(?:on|for)\s+)?(?:the\s+|that\s+)?same\s+day\b(?!\s+(?:as|every|next|delivery|service|return))/i;

/** The same behind a time. */
export const AGAIN_BEHIND =
  /(?<=\d(?:[.:]\d\d)?\s*(?:[ap]\.?m\.?)?(?:\s+(?:now|instead|please))?)[\s,]*\b(?:(?:but|and|still)\s+)*(?:on\s+|for\s+)?(?:the\s+)?same\s+day[\s.!]*$/i;

/** Everything, by itself or with a filter. */
export const ALL_OF =
  /^(?:all|both(?: of)? (?:the|my|those|these)|everything|every|each|the (?:whole|entire|full)|my (?:whole|entire|full)|the rest|whole list|my tasks|the tasks|my list|the list|my todos|the todos|my (?:todo|to-do|task) list|the (?:todo|to-do|task) list|my to-dos|tasks)\b/;

export const EXCEPT =
  /\s*,?\s*\b(?:except(?:ing|ed)?(?: for| from)?|but(?: not| for)?|apart from|other than|bar|excluding|besides|aside from|save for|minus|without|not)\b\s*/i;

/** Before the telling part: "the task about". Regular expression source. */
export const TARGET_PREFIX =
  "(?:matter|matters|business|affair|affairs|question|issue)\\s+(?:of|with|about|concerning|regarding|around)|(?:the|my|our|that|this)\\s+old|the|my|our|a|an|that|this|those|these|some|your|to|about|on|task|tasks|taks|tsak|tsk|todo|todos|to-do|to-dos|item|items|reminder|reminders|entry|chore|thing|things|one|called|named|titled|labelled|labeled|that\\s+says|which\\s+says|saying|regarding|concerning|with|related\\s+to|for|number|no\\.?(?=\\s*\\d)|whole|entire|all\\s+about|having\\s+to\\s+do\\s+with|mentions?|mentioning|contain(?:s|ing)?|involv(?:es|ing)|concerns|is\\s+about|includ(?:es|ing)|(?:has|have)\\s+to\\s+do\\s+with|says|dealing\\s+with|where\\s+i|i\\s+have\\s+to|in\\s+which\\s+i|of|as";

/** After it: "task", "one", "from my list". Regular expression source. */
export const TARGET_SUFFIX =
  "task|tasks|taks|tsak|tsk|tasl|todo|todos|to-do|to-dos|item|items|reminder|reminders|entry|chore|one|ones|thing|job|please|pls|task\\s+please|for\\s+me|too|as\\s+well|from\\s+(?:my|the)\\s+(?:list|tasks|todos|todo\\s+list|to-do\\s+list|task\\s+list)|on\\s+(?:my|the)\\s+(?:list|todo\\s+list|to-do\\s+list|task\\s+list)|anymore|any\\s+more|any\\s+longer|after\\s+all|now|already|today|thing\\s+please|completely|altogether|entirely|for\\s+good|forever|though|instead|yet|stuff|again|i\\s+(?:have|had|added)";

/** Words of a title or a reference that tell nothing. */
export const TITLE_FILLERS = phraseSet(
  "the|a|an|my|our|your|to|of|for|on|in|at|with|and|or|about|from|by|task|todo|item|one|that|this|it|is|i|me|some|up|off|out|all|reminder|thing|stuff|his|her|their|its|new|just|already|now|today|please|did|do|done|be|as|back|over|get|go|anyone|anybody|someone|somebody|anything|something",
);

/** A verb and a pronoun: "set it". */
export const POINTER = /^\S+ (?:it|that|this|them|those|these)$/i;
