/**
 * Sentences that ask to be reminded: what follows is to be added, whatever it looks like.
 */
import type { Rule } from "./rule";

export const REMINDER_RULES: readonly Rule[] = [
  {
    act: "ahead",
    patterns: [
      "<remind-me> {later} before|ahead|prior of|to? {target} to {title+}",
      "<remind-me> to|about {title} {later} before {target+}",
      "<remind-me> {later} before|ahead|prior of|to? {target+}",
      "{later} before {target} <remind-me> to|about? {title+}",
    ],
  },
  {
    act: "add.onto",
    patterns: [
      "add|put|stick|pop|throw|chuck|bung|write|jot|note|place {new-title} on|onto|in|into|to my|the|our list|todo|to-do|task|tasks|todos|shopping|grocery|groceries+ for? {rest+}?",
    ],
  },
  {
    act: "add",
    patterns: ["get|have {title} added|noted|put|written down|on|to|onto* <the-list>?"],
  },
  { act: "remind", patterns: ["repeat|repeating|recurring|routine|regular : {title+}"] },
  {
    act: "remind",
    patterns: [
      "<remind-me> {often} to|about|that|of {title+}",
      "<remind-me> {due+} to|that|about|of|for|i|need|should|have|must* {title+}",
      "{due+} <remind> {title+}",
      "<remind> {title+}",
    ],
  },
];
