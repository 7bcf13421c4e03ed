/**
 * Heads of what is to be added: "I have two things to add: wash the car and clean the gutters".
 */
import { adding, isImperative } from "./adding";
import type { Command } from "../commands";
import { findDue, type DueAt, wholeDue } from "../words/due";
import {
  HEAD_COUNT,
  HEAD_NOUNS,
  HEAD_WORDS,
  NOT_HEAD_STARTS,
  REPORTED_DONE,
} from "../english/heads";
import { countedItems } from "./counted";
import { type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";

const SEPARATING = /^[,.–—-]$/;

/** The date that all of a head is about, and its other words. */
const apart = (head: Span, at: DueAt): { words: string[]; due?: string } => {
  const found = findDue(textOf(head), at);
  if (found) return { words: wordsIn(tokenise(found.rest)), due: found.words };
  const words = wordsIn(head);
  for (let length = Math.min(3, words.length); length > 0; length--)
    for (const from of [0, words.length - length]) {
      const due = wholeDue(words.slice(from, from + length).join(" "), at);
      if (due && !/^\d+$/.test(due))
        return { words: [...words.slice(0, from), ...words.slice(from + length)], due };
    }
  return { words };
};

const isHead = (words: readonly string[]): boolean =>
  words.length > 0 &&
  words.length <= 12 &&
  !NOT_HEAD_STARTS.has(words[0] ?? "") &&
  words.every((word, index) => HEAD_WORDS.has(word) || isCount(word, words[index + 1])) &&
  words.some((word) => HEAD_NOUNS.has(word));

/** "2 tasks"; "task 2" names one. */
const isCount = (word: string, next: string | undefined): boolean =>
  /^\d{1,2}$/.test(word) &&
  /^(?:new|more|other|things|tasks|todos|to-dos|items|reminders)$/.test(next ?? "");

/** Where what is to be added begins: behind a colon, or behind another mark where a number of things was named. */
const bodyOf = (span: Span): number => {
  const { tokens } = span;
  const colon = tokens.findIndex(({ word, kind }) => kind === "mark" && word === ":");
  if (colon > 0) return colon;
  const mark = tokens.findIndex(({ word, kind }) => kind === "mark" && SEPARATING.test(word));
  const counted = mark > 0 && HEAD_COUNT.test(wordsIn(spanOf(span, 0, mark)).join(" "));
  return counted ? mark : -1;
};

/** What a head leads to, as something to add; null where a clause begins with none. */
export const readHeaded = (span: Span, at: DueAt): Command | null => {
  const mark = bodyOf(span);
  if (mark <= 0) return null;
  const body = trimSpan(spanOf(span, mark + 1));
  // "Groceries: got them"
  if (REPORTED_DONE.test(wordsIn(body).join(" "))) return null;
  const { words, due } = apart(spanOf(span, 0, mark), at);
  if (wordsIn(body).length === 0 || !isHead(words)) return null;
  if (span.tokens[mark]?.word !== ":" && !isImperative(body)) return null;
  const extra = due ? { due } : {};
  const each = countedItems(span, body)?.map((item) => adding(item, at, extra, false));
  return each
    ? { kind: "add", tasks: each.flatMap((one) => (one.kind === "add" ? one.tasks : [])) }
    : adding(body, at, extra);
};
