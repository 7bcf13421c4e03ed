/**
 * How English says that the wrong task was dealt with: "wrong one, I meant the report, the rota isn't done".
 */

import { words } from "./words";

/** Words that no task is named with: what they stand in says something of one. */
export const SAYS_MORE = words("not to is are was were be isnt arent wasnt should it them");

const ABACK =
  "(?:no+|nope|nah|oh|ah|argh|oops|oopsie|whoops|woops|ugh+|damn|shoot|crap|undo(?: that| it| this)?|(?:take|put) (?:it|that) back|wait|hang on|hold on|stop|sorry|so sorry|apologies|my bad|my mistake|my fault|pardon|hmm+|actually|please|i made a mistake|(?:that|this|it)(?:['’]?s| is| was)? (?:all )?(?:the )?(?:wrong|a mistake|not right|not it|not what i (?:meant|wanted|said))(?: (?:one|task))?|(?:the )?wrong (?:one|task|thing|item)(?:s)?|mistake|not (?:that|this)(?: one| task)?)";

/** Words of dismay at the head of a piece; the first group is the word, to be told whether it says what was wrong. */
export const TAKEN_ABACK = new RegExp(`^(${ABACK})(?=$|[\\s,.!;:–—-])[\\s,.!;:–—-]*`, "i");

/** Those that say that it was done to another task than was meant. */
export const SAYS_WRONG = /\b(?:wrong|mistake|not)\b/i;

/** Those that ask for it to be taken back. */
export const UNDOES = /\b(?:undo|(?:take|put) (?:it|that) back)\b/i;

/** Before the task that was meant. */
export const MEANT =
  /^(?:(?:and|but|actually|sorry|really)\s+)*(?:i (?:actually |really |just |only )?(?:did|finished|completed)|i (?:actually |really )?(?:meant|mean|wanted|was talking about|was referring to|was thinking of)(?: to say)?|(?:it|that)(?: was|['’]?s| should(?: have|['’]ve) been| should be| is)(?: actually| really| meant to be| supposed to be)?|should have been|should be)\s+(?=\S)/i;

/** Those of them that nothing else is begun with. */
export const SAID_MEANT = /\bi (?:actually |really )?(?:meant|mean|wanted|was)\b/i;

/** Behind it: "the groceries gone", "the bill that I paid". */
export const MEANT_END =
  /\s+(?:gone|deleted|removed|done|ticked off|finished|completed|(?:that|which) (?:i|we)\b.*)$/i;

/** Those that say so only beside what is denied: "I haven't done that, I did the bill". */
export const SAID_DID = /\bi\b.*\b(?:did|finished|completed)\b/i;

/** "Not the groceries": that it was done to them is denied. */
export const DENIES = /^not\s+(\S.*)$/i;

/** That something is as it was before: a piece that only agrees with what is taken back. */
export const STANDS =
  /^(?:(?:and|but|because|cos|since|as)\s+)*(?:not\s+\S|(?:please\s+)?(?:keep|leave)\s+\S|(?:i|we)(?:['’]ve)?\s+(?:still|haven['’]?t|have not|didn['’]?t|did not|never)\b|\S.*\s(?:isn['’]?t|is not|aren['’]?t|are not|wasn['’]?t|was not|hasn['’]?t been|ain['’]?t|still isn['’]?t|not)\s+(?:actually |really |quite )?(?:done|finished|complete|completed|ready|paid|sent|bought|over|right)\b|\S.*\s(?:is\s+|are\s+|['’]s\s+)?still\s+(?:open|to do|pending|on|needed|not done|there)\b|\S.*\sstays?\b)/i;
