/**
 * In what manner a clause is said: as a question, as a favour that is asked, in another language.
 */
import { ASKED_OF, ASKING_WORDS } from "../english/questions";
import { FAVOURS } from "../english/not-tasks";
import { FOREIGN } from "../english/talk";
import { stripped } from "./polite";
import { type Span, textOf, wordsIn } from "./tokens";

export const isAsked = (span: Span): boolean => {
  const [first = "", second = ""] = wordsIn(span);
  // "do the dishes" asks nothing.
  const asks = ASKING_WORDS.has(first) && (!/^(?:do|have)$/.test(first) || ASKED_OF.has(second));
  // The question mark of another clause asks nothing here.
  return asks || /^[^.,:;!?\n]*\?/.test(span.source.slice(span.tokens.at(-1)?.end ?? 0));
};

/** "Can you book a table for me": what somebody else is to do. */
export const isFavour = (span: Span): boolean =>
  / for me(?: please| pls| now| today| then)?$/.test(wordsIn(span).join(" ")) &&
  (isAsked(span) || FAVOURS.has(wordsIn(stripped(span))[0] ?? ""));

/** Another script, or words that English doesn't have. */
export const isForeign = (span: Span): boolean => {
  const letters = textOf(span).match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter));
  return (
    (letters.length > 0 && latin.length < letters.length / 2) ||
    wordsIn(span).some((word) => FOREIGN.has(word))
  );
};
