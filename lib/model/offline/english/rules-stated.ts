/**
 * Statements that tell what is missing; read before questions, which begin with the same words ("were out of").
 */
import type { Rule } from "./rule";

export const STATED_RULES: readonly Rule[] = [
  {
    act: "add.supplies",
    patterns: [
      "we|i|were|im|am|are|weve|ive|have|theres|is|got* nearly|almost|totally|completely|all|just|run|running|getting|right* out of {title+}",
      "we|i|were|im|am|are|weve|ive|have|theres|is|got* nearly|almost|run|running|getting|a|bit* low on {title+}",
    ],
  },
];
