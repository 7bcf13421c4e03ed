/**
 * What people say around what they want: "could you please …", "…, thanks". It is taken off before a clause is read.
 */
import { CLASSES } from "./english/classes";
import { compile, match, type Pattern } from "./pattern";
import { type Span, spanOf, trimSpan, wordsIn } from "./tokens";

/** Patterns of the phrases of these classes. */
export const phraseTests = (names: readonly string[]): Pattern[] =>
  names.map((name) => compile(`<${name}>`, CLASSES));
/** How many tokens of the span one of the phrases covers at its start. */
export const startsWith = (patterns: readonly Pattern[], span: Span): number => {
  for (let end = Math.min(5, span.tokens.length); end > 0; end--) {
    if (patterns.some((pattern) => match(pattern, spanOf(span, 0, end)))) return end;
  }
  return 0;
};

const polite = phraseTests(["polite"]);
const interjections = phraseTests(["interjection"]);
const after = phraseTests(["after"]);

/** The clause without "could you please" before it and "thanks" behind. */
export const stripped = (span: Span): Span => {
  let current = trimSpan(span);
  for (;;) {
    let length = startsWith(polite, current);
    if (length === 0) {
      let said = startsWith(interjections, current);
      while (said > 0 && current.tokens[said - 1]?.kind === "mark") said -= 1;
      const next = current.tokens[said];
      if (said > 0 && next?.kind === "mark" && /[,.!–—-]|…/.test(next.word)) length = said;
    }
    const rest = trimSpan(spanOf(current, length));
    if (length === 0 || wordsIn(rest).length === 0) break;
    current = rest;
  }
  for (;;) {
    const { tokens } = current;
    let cut = 0;
    for (let length = Math.min(5, tokens.length - 1); length > 0 && cut === 0; length--) {
      const tail = spanOf(current, tokens.length - length);
      if (tail.tokens[0]?.kind === "word" && after.some((pattern) => match(pattern, tail)))
        cut = length;
    }
    const rest = trimSpan(spanOf(current, 0, tokens.length - cut));
    if (cut === 0 || wordsIn(rest).length === 0) break;
    current = rest;
  }
  return current;
};
