/**
 * How English sounds when it tells something and asks for nothing: "my boss yelled at me", "I am pleased to say".
 */
import { words } from "./words";

/** Verbs in a form that only statements have. */
export const FINITE = words(`
  is isnt are arent am was wasnt were werent im its hes shes theyre youre were thats theres ive weve youve theyve has hasnt
  had hadnt havent did didnt does doesnt cant couldnt wont wouldnt will would might may could ill ive said says told tells
  asked asks wants wanted needs needed knows knew thinks thought feels felt hurts happened happens seems seemed looks
  looked sounds goes went got gets came comes keeps kept works worked makes made takes took died`);

/** First words of a clause that goes with another one: "because …", "as it happens", "so that …". */
export const COMMENT_STARTS = words(`
  because cause cuz coz cos since as though although which who so hope hopefully otherwise unless whereas just not no
  finally apparently obviously sadly luckily thankfully unfortunately anyway oh ugh lol haha sorry thanks thank cheers if
  when while before after what such i im ive we were weve it its hes shes he she they theyre that thats this there theres found`);

/** First words of a statement that is about somebody or something of the person's own. */
export const STATEMENT_STARTS = words(`
  i im ive id ill we were weve he hes she shes they theyre it its that thats this these those there theres my our the his
  her their your today yesterday everyone everything everybody someone somebody nobody nothing people omg ugh lol wow
  what such so why gosh god man dude honestly literally seriously`);

/** Subjects that nothing to do begins with: "they close early". */
export const OTHERS = words("they he she theyre hes shes theyve everyone everybody nobody");

/** How a thing is, at the end of a statement without a verb: "tile cutter still here". */
export const STATE =
  /^\S+ .*\b(?:still|already|no longer|not) (?:here|there|missing|away|gone|out|broken|open|closed|empty|full|off|on|down|up|ok|okay|fine|working|available|waiting)$/;

/** "I love that otter really". */
export const OPINION =
  /^(?:i|we) (?:(?:really|just|do|still|so|always) )*(?:love|like|hate|enjoy|adore|prefer|miss|hope|feel|believe|guess|doubt)\b/;

/** Where a remark begins behind a target that has no mark before it: "… we're not doing it anymore". */
export const REMARK =
  /[\s,;(–—-]+(?:(?:because|cause|cuz|coz|cos|since|seeing as|given that|now that|as (?:i|we|it|she|he|they))\b|(?:we|they|you)['’]?(?:re|ve)\b|i['’]?(?:m|ve)\b|it['’]?s\b|(?:i|we|it|she|he|they) (?:is|are|was|were|am|have|has|had|did|do|don['’]?t|didn['’]?t|won['’]?t|can['’]?t|just|already|already|really|no longer|never)\b|(?:he|she)['’]?s\b|that['’]?s\b|which (?:is|was)\b|turns out\b|if (?:you would|you will|that['’]?s|it['’]?s)\b).*$/i;

/** Sounds that say nothing, wherever they stand. */
export const FILLERS =
  /(?<=^|[\s,])(?:u+m+|u+h+m*|erm+|er|hm+|ahem)(?:\s*(?:,|\.{2,}|…))?(?:\s+|(?=[,.!?])|$)/g;

/** How a letter ends. */
export const SIGN_OFFS = words(
  "yours regards sincerely love best cheers xoxo xx warmly faithfully kindest cordially respectfully",
);

/** Whether a statement that begins so may be a thing to do: it is about a thing or somebody else. */
export const CHORE_SUBJECTS = (first: string): boolean => !NOT_CHORES.has(first);

const NOT_CHORES = words(
  "i im ive we were weve you youre it its that thats this these those they theyre he she task tasks number one what who which when how why if everything nothing all both",
);

/** What has to happen to something: "needs a service", "is due for its MOT", "wants worming", "has to be paid". */
export const CHORE =
  /^(?:(?!(?:i|im|ive|we|you|to) )\S+ ){1,6}?(?:(?:really |also |just |desperately |urgently |badly |both |all )*(?:needs?|wants|requires?|could do with|is in need of|are in need of)\b(?! (?:not|no)\b)|(?:is|are|\S*s)? ?(?:over)?due (?:for|a|an|its|their|to be|back|at)\b|(?:has|have|needs?|ought) (?:got )?to be (?!done$|moved|deleted|removed|cancelled|canceled)\S+(?:ed|en|t|d|ne|wn|ught)\b|(?:must|should) be (?!done$|moved|deleted|removed|called|named|titled)\S+ed\b)/;

/** "Mum doesn't need a call anymore" asks for nothing. */
export const NO_CHORE =
  /\b(?:doesnt|dont|didnt|wont|not|never|no longer|hardly) (?:really |actually |even )?(?:needs?|wants?|requires?)\b/;
