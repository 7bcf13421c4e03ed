/**
 * What people say around what they want: "could you please …", "…, thanks". It is taken off before a clause is read.
 */
import { endsWith, phrasesOf, startsWith } from "./phrase-edges";
import { type Span, spanOf, trimSpan, wordsIn } from "./tokens";

const polite = phrasesOf("polite");
const interjections = phrasesOf("interjection");
const after = phrasesOf("after");

/** Tokens before what is wanted. An interjection is one only where a mark follows: "right, add milk". */
const leadOf = (span: Span): number => {
  const length = startsWith(polite, span);
  if (length > 0) return length;
  let said = startsWith(interjections, span);
  while (said > 0 && span.tokens[said - 1]?.kind === "mark") said -= 1;
  const next = span.tokens[said];
  return said > 0 && next?.kind === "mark" && /[,.!–—-]|…/.test(next.word) ? said : 0;
};

/** The clause without "could you please" before it and "thanks" behind; never without all of its words. */
export const stripped = (span: Span): Span => {
  let current = trimSpan(span);
  for (;;) {
    const length = leadOf(current);
    const rest = trimSpan(spanOf(current, length));
    if (length === 0 || wordsIn(rest).length === 0) break;
    current = rest;
  }
  for (;;) {
    const cut = endsWith(after, current);
    const rest = trimSpan(spanOf(current, 0, current.tokens.length - cut));
    if (cut === 0 || wordsIn(rest).length === 0) break;
    current = rest;
  }
  return current;
};
