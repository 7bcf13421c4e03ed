/** A yes or a no that is typed where two buttons ask for it. */
import type { Decision } from "./chat-state";

const POLITE = "(?:\\s*[,.!]?\\s*(?:please|pls|thanks|thank you))?";

const form = (words: string): RegExp => new RegExp(`^\\s*(?:${words})${POLITE}[\\s.!]*$`, "iu");

const YES = form(
  "(?:yes|yep|yeah|yup|y|ok|okay|sure|confirm|approve|go ahead|do it|delete (?:them|it|all)(?: all)?)" +
    "(?:[\\s,]+(?:do it|go ahead|delete (?:them|it|all)(?: all)?|all of them|sure|do))?",
);

const NO = form(
  "(?:no|nope|nah|n|cancel|stop|keep (?:them|it|all)(?: all)?|don['’]?t(?: delete (?:them|it|any))?)" +
    "(?:[\\s,]+(?:keep (?:them|it|all)(?: all)?|don['’]?t(?: delete (?:them|it|any))?|stop|cancel))?",
);

/** What the words decide, where they say nothing else; null for all others, which are a message of their own. */
export const typedDecision = (text: string): Decision | null => {
  if (YES.test(text)) return "approve";
  return NO.test(text) ? "reject" : null;
};
