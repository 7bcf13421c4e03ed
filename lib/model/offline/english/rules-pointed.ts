/**
 * Sentences that name their task by its number, beyond doubt: read before all others.
 */
import type { Rule } from "./rule";

export const POINTED_RULES: readonly Rule[] = [
  { act: "complete", patterns: ["{number} <is-done> now|already?", "<is-done-mark> {number}"] },
  { act: "reopen", patterns: ["{number} <is-not-done>"] },
  { act: "show", patterns: ["<look> {number}"] },
  {
    act: "priority",
    patterns: [
      "{number} priority|prio|importance is|to|at|should|be|:* {priority}",
      "{number} {priority}",
    ],
  },
  { act: "due", patterns: ["{number} <is-due>|due|by|on|to {due}"] },
];
