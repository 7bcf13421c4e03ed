/**
 * What the assistant says where no task is concerned.
 */
import type { Command, Topic } from "../commands";

type Reason = Extract<Command, { kind: "unclear" }>["reason"];

/** Asked where a message meant more tasks than it may change; its words go along, so that a yes needs nothing else. */
export const goOnQuestion = (said: string): string => `Shall I go on with “${said}”?`;

export const GO_ON_QUESTION = /Shall I go on with “([^“”]+)”\?\s*$/;

export const AGREED =
  /^(?:yes|yep|yeah|yup|ok|okay|sure|please do|go ahead|do it)(?:[\s,]+(?:please|thanks|go ahead|do it|do))*[\s.!]*$/i;

/** What says that more of the same is to be done. */
export const GOING_ON =
  /^(?:(?:yes|yep|yeah|ok|okay|please|sure|and)[\s,]+)*(?:(?:go|carry|keep) (?:on|going)|continue|more|next|again|(?:do |and )?(?:the )?(?:rest|others)|all (?:of them|the rest)|keep (?:at it|deleting|going))(?:[\s,]+(?:please|then|thanks|with (?:them|the rest|it)))*[.!]*$/i;

const OFFER = "Try “add buy milk tomorrow”, “what's due this week?” or “mark 2 done”.";

export const TALK_REPLIES: Readonly<Record<Topic, readonly string[]>> = {
  greeting: ["Hello. What should go on your list? You can also ask what is due today."],
  "how-are-you": ["All well here, thank you. What should we do about your tasks?"],
  thanks: ["You're welcome."],
  praise: ["Glad that helps. Anything else for your list?"],
  goodbye: ["See you. Your tasks are kept."],
  sorry: ["No harm done. What would you like to change?"],
  insult: ["I'm sorry that wasn't right. Tell me which task to change, by its number or title."],
  acknowledged: ["All right. Tell me when something should go on your list."],
  yes: ["There is no open question. Tell me what to do with your tasks."],
  no: ["All right, everything stays as it is now. “Undo” takes the last change back."],
  who: [
    "I'm Errand's offline assistant: I keep your to-do list from plain English sentences, and I work without any outside service. I can only handle tasks.",
  ],
  help: [
    [
      "I keep your tasks. You can say, for example:",
      "",
      "- “Add milk, eggs and bread”",
      "- “Remind me to call mom tomorrow at 6”",
      "- “What's due this week?” or “anything about the dentist?”",
      "- “Mark task 3 as done” or “delete the meeting task”",
      "- “Move the dentist to Thursday” or “make task 2 high priority”",
      "- “Rename task 1 to ‘Call mom tonight’” or “add a note to task 2: bring the form”",
    ].join("\n"),
  ],
};

export const CANNOT: Readonly<Record<Reason, readonly string[]>> = {
  question: [
    `I can't answer that: I only know your tasks. ${OFFER}`,
    `That is beyond me, I only keep your to-do list and can't look things up. ${OFFER}`,
  ],
  negated: [
    "I left everything as it is and changed nothing. Say it without “don't” or “if” when a task should change.",
  ],
  repeat: ["I can't repeat tasks yet, so nothing was changed. I can give a task one due date."],
  foreign: [`I only understand English so far, and nothing was changed. ${OFFER}`],
  long: [
    "That is more than I can read at once, so nothing was changed. Put each task on a line of its own, and send at most 200 lines.",
  ],
  cannot: [
    `I can't do that: I only keep your to-do list. Nothing was changed. ${OFFER}`,
    `That I can't do, I only look after your tasks, and nothing was changed. ${OFFER}`,
  ],
  "no-redo": [
    "I don't know what to do again: I see no change here that was just taken back. Nothing was changed; tell me what to do.",
  ],
  none: [`I didn't understand that, and nothing was changed. ${OFFER}`],
};

export const UNCLEAR: readonly string[] = [
  `I didn't understand that, so nothing was changed. I only keep your tasks. ${OFFER}`,
  `I don't know what to do with that, and nothing was changed. I only understand plain English about your tasks. ${OFFER}`,
];
