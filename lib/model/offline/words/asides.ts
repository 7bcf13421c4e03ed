/**
 * Tells statements from what is wanted: "my feet hurt" beside "buy cat food tomorrow" needs no answer.
 */
import {
  CHORE,
  CHORE_SUBJECTS,
  COMMENT_STARTS,
  FINITE,
  NO_CHORE,
  OPINION,
  OTHERS,
  SIGN_OFFS,
  STATEMENT_STARTS,
} from "../english/asides";
import { NEARING } from "../english/leaning";
import { TASK_VERBS, verbOfPast } from "../english/verbs";
import { type Span, textOf, wordsIn } from "./tokens";

const isFinite = (word: string): boolean =>
  FINITE.has(word) ||
  (!TASK_VERBS.has(word) && (verbOfPast(word) !== undefined || /[a-z]{3}ed$/.test(word)));

/** Whether a clause tells something: it has a subject, and a verb in a form that only statements have. */
export const isStatement = (span: Span): boolean => {
  const words = wordsIn(span);
  const [first = ""] = words;
  if (SIGN_OFFS.has(first) && words.length <= 4) return true;
  if (words.length < 2) return false;
  if (OTHERS.has(first) || OPINION.test(words.join(" "))) return true;
  // "intervals on tuesday 6:15 am"
  const verbs = words.filter((word, index) => word !== "am" || !/\d/.test(words[index - 1] ?? ""));
  if (verbs.slice(1, 5).some(isFinite) && !TASK_VERBS.has(first)) return true;
  return STATEMENT_STARTS.has(first) && (isFinite(first) || verbs.slice(1).some(isFinite));
};

/** "The gutters need clearing", "the car's due for its MOT": a statement that says what is to be done. */
export const isChore = (span: Span): boolean => {
  const [first = ""] = wordsIn(span);
  if (!CHORE_SUBJECTS(first) || TASK_VERBS.has(first)) return false;
  const said = wordsIn(span).join(" ");
  return CHORE.test(said) && !NO_CHORE.test(said);
};

/** Whether a clause only goes with the one before it: "…, I am pleased to say", "…, Finance already answered". */
export const isComment = (span: Span): boolean => {
  const [first = ""] = wordsIn(span);
  return COMMENT_STARTS.has(first) || isStatement(span) || NEARING.test(textOf(span));
};
