/**
 * Words that decide what a pattern's slot may hold (`../reading/slots.ts`).
 */
import { words } from "./words";

/** Past forms that tell of a change, not of an end. */
export const MOVED = words(
  "moved changed rescheduled postponed pushed delayed renamed added shifted set put left",
);
/** Past forms that a person or a thing at the head of a sentence does by itself. */
export const OWN_DEEDS = words(
  "called rang phoned texted emailed wrote told asked said replied answered met visited came went left arrived got thought knew saw won lost broke helped worked stopped failed dropped changed decided agreed offered wanted needed ran sat slept woke kept",
);
export const ENDED = words("done finished completed cancelled canceled deleted removed");
export const PERSONS = words("he she they you it this that everyone everybody somebody someone");
export const NOT_NOUNS = words("to nothing no none been done not never finished completed called");
export const NOT_TOPICS = words(
  "of all to the off from every done delete remove erase mark complete clear finished completed is are and with about",
);
/** "The time of the appointment" has no title to change. */
export const FIELD_OF =
  /^(?:the |its |my )?(?:due |start |end )?(?:time|date|day|deadline|priority|prio|importance|urgency|notes?|description|status|due)\b/i;
/** "Set the time to 9" is about a task that was named before. */
/** "The priority of the invoice" is no task. */
export const FIELD_FROM =
  /^(?:the |its |my |a |any |all |both )*(?:new |high |urgent |due |start |end )*(?:time|hour|date|deadline|priority|prio|importance|urgency|flag|star|notes?|description|status|title|name) (?:and .+ )?(?:of|for|on|from|off|to)\b/i;
export const FIELD_ALONE =
  /^(?:(?:the|its|my) )?(?:due )?(?:date|time|day|deadline|priority|prio|importance|urgency)$/i;
export const TASK_NOUNS = words("task todo to-do item one reminder title entry name");
/** "7:30 in the morning" has no task in it. */
export const PART_OF_DAY =
  /^(?:(?:the )?(?:morning|afternoon|evening|night)|\d{1,2}[:.]\d\d|\d{1,2}\s*[ap]\.?m\.?)$/i;
/** The list itself. */
export const LIST_NAME = /^(?:(?:my|the|our|this) )?(?:\w+ )?(?:list|lists|todos?|to-dos?|tasks)\b/;
/** What says that something is to be done, and is no name of a task: "by Friday I need to have the draft". */
export const WISHES = /\b(?:i|we)(?:['’]ve)?\s+(?:(?:need|have|got|want)\s+to|must|should)\b/i;

export const NOT_TARGETS = words("to do self me myself i you is are was were not again rid");
/** Words that wait for something: what ends in one is no whole phrase. */
export const NOT_TARGET_ENDS = words(
  `in to by for on at due as not of the a an my and or from with without until till no longer isnt arent
  is are was were be been being am have has had should must needs need gets got becomes became can could will would may
  that which who only than`,
);
export const NOT_TARGET_STARTS = words(
  "i im ive you we he she add if when because please dont not to buy can could would will shall may should delete remove erase rename retitle mark reschedule postpone complete reopen undo set thats got",
);

/** What waits for a date: "everything due" is no whole phrase before "today". */
export const WAITS_FOR_DATE = words("due for from of dated by until till before");

/** "the day after", of a date that was named. */
export const NEXT_DAY =
  /^(?:the )?(?:(?:day|week|month) after(?: that)?|(?:following|next) day|following (?:week|month))$/i;

/** What "found" and "got" are said of when they give a reason: "don't need it, found some". */
export const SOME_OF = /^(?:some|one|another|plenty|enough|loads|lots)$/;

/** A verb behind a subject, which no subject ends in. */
export const VERBS_BEHIND =
  /^(?:(?:is|are|was|were|has|have|had|did|does|do)(?:nt)?|should|must|not|never)$/;

/** "Next week", a date of its own. */
export const NEXT_SPAN = /^next (?:week|month)$/i;

/** "Got to ring the vet" is not done yet. */
export const STILL_TO_DO = /^(?:got|had|have) to\b/;

/** Whom a question with "did" is about. */
export const SOMEBODY = words("i we you they he she it anyone anybody everyone somebody someone");

/** Behind "sent": to whom, or how. */
export const SENT_ON = words("to from by at with for back off over");
