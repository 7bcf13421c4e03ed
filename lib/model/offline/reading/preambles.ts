/**
 * Takes off what only leads to a detail: "Oh, and I have just heard that it is at one" says when it is, "I made a
 * mistake: the meeting is on Thursday" says it right. Only where what follows tells something of a task, so that no
 * title loses its beginning.
 */
import type { DueAt } from "../words/due";
import { wholeDue } from "../words/due";
import {
  IT_IS,
  MISTAKEN,
  NEWS,
  PREAMBLE_STARTS,
  SETTLED,
  TELLING_WORDS,
  TOLD_OF,
} from "../english/preambles";
import { interpret } from "./interpret";
import { stripped } from "../words/polite";
import { type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";

/** Longer lines tell a story of their own. */
const MOST_WORDS = 30;

/** The words in front of this many are taken off. */
const behind = (span: Span, words: number): Span => {
  let left = words;
  const from = span.tokens.findIndex(
    ({ kind }) => kind !== "mark" && kind !== "break" && left-- === 0,
  );
  return trimSpan(spanOf(span, from));
};

/** Whether a clause tells something of a task that is there. */
const isDetail = (rest: Span, at: DueAt): boolean => {
  const command = interpret(rest, at);
  if (command.kind !== "change") return false;
  // "I heard that the bridge is closed" is no news of a task.
  if (command.change !== "update" && !SETTLED.test(wordsIn(rest).join(" "))) return false;
  if (TOLD_OF.has(wordsIn(rest)[0] ?? "")) return true;
  return command.target.kind === "pronoun" && command.change !== "complete";
};

/** "It's Sunday", of the day that something is on. */
const dayAlone = (rest: Span, at: DueAt): Span | null => {
  const said = IT_IS.exec(`${wordsIn(rest).join(" ")} `)?.[0];
  if (said === undefined) return null;
  const day = textOf(behind(rest, said.trim().split(" ").length));
  return wholeDue(day, at) ? tokenise(`it is due ${day}`) : null;
};

const leadOf = (words: readonly string[]): number => {
  const [first = ""] = words;
  const told = words.slice(1, 6).some((word) => TELLING_WORDS.has(word));
  if (!told && !PREAMBLE_STARTS.has(first)) return 0;
  const text = `${words.join(" ")} `;
  const lead = (NEWS.exec(text) ?? MISTAKEN.exec(text))?.[0];
  return lead === undefined ? 0 : lead.trim().split(" ").length;
};

/** The line without its preamble; itself where it has none. */
export const withoutPreamble = (line: Span, at: DueAt): Span => {
  const words = wordsIn(line);
  if (words.length > MOST_WORDS || line.tokens.some(({ kind }) => kind === "quote")) return line;
  const lead = leadOf(words);
  if (lead === 0 || lead >= words.length) return line;
  const rest = stripped(behind(line, lead));
  const alone = dayAlone(rest, at);
  if (alone) return alone;
  return isDetail(rest, at) ? tokenise(textOf(rest)) : line;
};
