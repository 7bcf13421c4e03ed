/**
 * The grammar. The first rule that fits wins, so exact forms stand before loose ones.
 */
import type { Rule } from "./rule";
import { CHANGE_RULES } from "./rules-changes";
import { NOTE_RULES } from "./rules-notes";
import { POINTED_RULES } from "./rules-pointed";
import { QUESTION_RULES } from "./rules-questions";
import { REMINDER_RULES } from "./rules-reminders";
import { STATED_RULES } from "./rules-stated";
import { UPDATE_RULES } from "./rules-updates";

export const RULES: readonly Rule[] = [
  ...POINTED_RULES,
  ...STATED_RULES,
  ...QUESTION_RULES,
  ...REMINDER_RULES,
  ...NOTE_RULES,
  ...UPDATE_RULES,
  ...CHANGE_RULES,
];
