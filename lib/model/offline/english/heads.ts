/**
 * What leads to things to add, before a colon: "I have two things to add:", "here's what I need to do:". A head is made
 * of these words and a date alone; one word outside them makes it something else.
 */
import { words } from "./words";

export const HEAD_WORDS = words(`
  a an the my our your me i ive im we weve you us have has had having got get need needs needed must should gotta want would
  like id could can set please pls and also so ok okay here heres is are were there theres what to do be done add added put
  create write on onto in into for of these this those following below next new more another some few couple both all
  one two three four five six seven eight nine ten several remind remember lots things thing stuff tasks task todos todo to-dos to-do items item
  reminders reminder errands chores list lists shopping groceries grocery plan agenda jobs job plate up down just still really
  today tomorrow as follows entries entry`);

/** Words of which a head needs one. */
export const HEAD_NOUNS = words(`
  things thing stuff tasks task todos todo to-dos to-do items item reminders reminder errands chores list lists plan agenda
  jobs job these those following follows do add entries entry both`);

/** First words that ask, or tell of what is there. */
export const NOT_HEAD_STARTS = words(
  "is are what can could would do does did has how which when why in on",
);

/** Numbers of things, which say that a list follows even without a colon. */
export const HEAD_COUNT =
  /\b(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,2}|(?:a )?couple(?: of)?|(?:a )?few|some|several) (?:new |more |other |small |quick |little )*(?:things|tasks|todos|to-dos|items|reminders|errands|chores|jobs)\b/;

/** What tells of the things before a colon, and adds nothing. */
export const REPORTED_DONE =
  /^(?:i |ive |we |weve |have |already |just |all )*(?:got|did|done|bought|have|had|sorted|finished|ordered|paid|sent|booked) (?:it|them|those|that|these|all|both)(?: all| already| now| today| both)*$/;
