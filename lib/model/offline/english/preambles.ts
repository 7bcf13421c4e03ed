/**
 * What people say before they tell more of something, or tell it right: "I have just heard that …", "I got that wrong: …".
 * Compared with the words of a line, lower case and without marks.
 */
import { words } from "./words";

const SOUNDS =
  "(?:(?:oh|and|well|so|ok|okay|btw|by the way|also|but|actually|hey|ah|hmm|now|fyi|ps|no|nope|oops|whoops|sorry|wait|argh|ugh|damn|dear|my apologies|apologies|please|im sorry|i am sorry|im afraid|i am afraid|unfortunately|sadly|luckily)(?: that)? )*";
const LATELY = "(?:(?:have|had|just|now|only|also|recently|actually|since|then) )*";
const TOLD =
  "says?|said|tells me|tells us|told me|told us|reckons|thinks|confirmed|confirms|informed me|informs me|emailed|texted|writes|wrote|called to say|rang to say|phoned to say|let me know|reminded me";

/** What was heard, forgotten or said by others. */
export const NEWS = new RegExp(
  `^${SOUNDS}(?:(?:as )?(?:it )?(?:now )?turns out|apparently|evidently|it seems|it looks like|looks like|(?:i |we |ive |weve |just |have )${LATELY}(?:heard|hear|checked(?: it| again| it again)?|double checked|looked it up|looked(?: again)?|learned|learnt|found out|discovered|realised|realized|noticed|remembered|seen|been told|been informed|got told|was told|am told|im told|(?:i )?(?:nearly|almost) forgot|i (?:think|believe|guess)|(?:i am |im )?(?:pretty |fairly |quite )?sure|read|saw)(?: from \\S+)?|im told|(?:i |we )?(?:totally |completely |just )?(?:forgot to|meant to|wanted to|should have|shouldve|ought to have|didnt|neglected to|need to) (?:say|mention|add|tell you|said|mentioned|told you|point out)|(?:(?!i |we )\\S+ ){1,3}?(?:just |has |have |also )*(?:${TOLD})|(?:just )?(?:so you know|for your information|to let you know|please note|note|bear in mind|to add|to be (?:precise|exact)))(?: that| too| as well)? `,
);

/** What owns up to a mistake: with what follows it, it is no wish to have anything taken back. */
export const MISTAKEN = new RegExp(
  `^${SOUNDS}(?:(?:that )?(?:i |ive |we |id )?(?:have |had |just )*(?:made|make) (?:a |an )?(?:silly |small |little )?(?:mistake|error|typo|slip)(?: there| here)?|(?:i |ive |we |you )?(?:have |had |just )*(?:got|put|wrote|said|typed|entered|gave you|told you) (?:it |that |this |them |(?:the |a )?(?:\\S+ ){1,2})(?:all )?(?:wrong|incorrectly|mixed up|muddled up|backwards)|(?:that|it|this|i|the (?:date|time|day))(?:s| was| is)? (?:all )?(?:wrong|a mistake|an error|incorrect|mistaken|my mistake)(?: of me)?|that (?:isnt|wasnt) (?:right|correct|true)|thats not (?:right|correct|true)|i (?:have |ive )?(?:just )?(?:mixed|muddled|messed|mucked) (?:it |that |things |them |the \\S+ )?up|my (?:mistake|bad|error|fault)|(?:theres|there is|there was) (?:a |an )(?:mistake|error|typo|slip)(?: there| here| in it| in that)?|i (?:misread|misheard|misspoke|misremembered)(?: it| that)?) `,
);

/** First words of such lines, looked at before anything else. */
export const PREAMBLE_STARTS = words(`
  oh and well so ok okay btw by also but actually hey ah hmm now fyi ps no nope oops whoops sorry wait argh ugh damn dear my
  apologies please im i am unfortunately sadly luckily as it turns apparently evidently looks ive we weve just have forgot
  meant wanted should shouldve ought note bear to that this thats its the made got put had for
  checked double theres there nearly almost pretty fairly quite sure looked heard`);

/** Words that a preamble of somebody's saying may have. */
export const TELLING_WORDS = words(
  "say says said tells told reckons thinks confirmed confirms informed informs emailed texted writes wrote called rang phoned let reminded",
);

/** What is told more of begins so. */
export const TOLD_OF = words(
  "it its itll that thats this they theyre the my our these those his her your all everything number task",
);

/** "It's" before a date alone. */
export const IT_IS =
  /^(?:its|it is|it was|thats|that is|it should be|it should have been|it was meant to be|itll be|it will be)(?: (?:now|actually|really|supposed to be|meant to be|only))* /;

/** What tells of a task that is done with, or off. */
export const SETTLED =
  /\b(?:done|finished|completed?|sorted|paid|cancelled|canceled|off|not|need|needed|longer|anymore)\b/;
