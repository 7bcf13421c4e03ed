/**
 * What people say around what they want: "could you please …", "…, thanks". It is taken off before a clause is read.
 */
import { MANNER, ORDERS } from "../english/courtesies";
import { COMMAND_VERBS, TASK_VERBS } from "../english/verbs";
import { endsWith, phrasesOf, startsWith } from "./phrase-edges";
import { type Span, spanOf, trimSpan, wordsIn } from "./tokens";

const polite = phrasesOf("polite");
const interjections = phrasesOf("interjection");
const after = phrasesOf("after");
const vocatives = phrasesOf("vocative");

/** Tokens behind what is wanted. A vocative is one only behind a mark: "call the generator man". */
const tailOf = (span: Span): number => {
  const length = endsWith(after, span);
  if (length > 0) return length;
  const called = endsWith(vocatives, span);
  return called > 0 && span.tokens.at(-called - 1)?.kind === "mark" ? called : 0;
};

const isVerb = (word: string): boolean =>
  TASK_VERBS.has(word) || COMMAND_VERBS.has(word) || ORDERS.has(word);

/** "Simply delete it", "pray, add milk"; "simply red tickets" and "pray for Tom" are things. */
const mannerOf = ({ tokens }: Span): number => {
  if (!MANNER.has(tokens[0]?.word ?? "")) return 0;
  let length = 1;
  while (
    MANNER.has(tokens[length]?.word ?? "") ||
    /^(?:,|please)$/.test(tokens[length]?.word ?? "")
  )
    length += 1;
  return isVerb(tokens[length]?.word ?? "") ? length : 0;
};

/** Tokens before what is wanted. An interjection is one only where a mark follows: "right, add milk". */
const leadOf = (span: Span): number => {
  const length = startsWith(polite, span);
  if (length > 0) return length;
  const manner = mannerOf(span);
  if (manner > 0) return manner;
  let said = startsWith(interjections, span);
  while (said > 0 && span.tokens[said - 1]?.kind === "mark") said -= 1;
  const next = span.tokens[said];
  // "Done: the rent" says which is done.
  const marks = wordsIn(spanOf(span, 0, said)).includes("done") ? /[,.!–—-]|…/ : /[,.!:–—-]|…/;
  return said > 0 && next?.kind === "mark" && marks.test(next.word) ? said : 0;
};

/** Whether a clause is nothing but what people say before a clause: "actually", "oh, and". */
export const isLead = (span: Span): boolean => {
  let current = trimSpan(span);
  while (current.tokens.length > 0) {
    const length = startsWith(polite, current) || startsWith(interjections, current);
    if (length === 0) return false;
    current = trimSpan(spanOf(current, length));
  }
  return true;
};

const PLEASE = /^(?:please|kindly)$/;

/** "Add please: …" is "add: …". */
const withoutPlease = ({ source, tokens }: Span): Span => ({
  source,
  tokens: tokens.filter(({ word }, index) => index !== 1 || !PLEASE.test(word)),
});

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
    const cut = tailOf(current);
    const rest = trimSpan(spanOf(current, 0, current.tokens.length - cut));
    if (cut === 0 || wordsIn(rest).length === 0) break;
    current = rest;
  }
  return withoutPlease(current);
};
