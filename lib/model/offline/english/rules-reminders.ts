/**
 * Sentences that ask to be reminded: what follows is to be added, whatever it looks like.
 */
import type { Rule } from "./rule";

export const REMINDER_RULES: readonly Rule[] = [
  {
    act: "remind",
    patterns: [
      "<remind-me> {due+} to|that|about|of|for|i|need|should|have|must* {title+}",
      "{due+} <remind> {title+}",
      "<remind> {title+}",
    ],
  },
];
