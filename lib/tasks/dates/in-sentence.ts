/** Finds the due phrase of a task sentence; what may belong to the title (`title-rules.ts`) stays there. */
import { readPhrase, resolvePhrase, type Due, type Phrase } from "./phrase";
import { wordAt, type Sentence } from "./reading";
import { belongsToTitle } from "./title-rules";

/** The places (offsets in the text) of the phrase's one or two pieces, and what they say together. */
type Found = { pieces: { start: number; end: number }[]; due: Due };

const QUOTED = /"[^"]*"|“[^”]*”|‘[^’]*’|«[^»]*»|`[^`]*`|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu;

/** A date and its time may stand apart; more phrases than that compete. */
const MOST_PIECES = 2;

const CLOSING = /^(?:[!?;,]|please|pls|thanks)$/;

const PARTS = /^(?:morning|afternoon|evening|night|noon)s?$/;

/**
 * The index of a date behind a word that belongs to a title: "parents' evening on Thursday", "lunch with Tom at 1 on
 * Friday".
 */
const behindPart = (sentence: Sentence, { said, end }: Phrase): number | undefined =>
  (PARTS.test(wordAt(sentence, said)) || /^tomo?$/.test(wordAt(sentence, said))) && said + 1 < end
    ? said + 1
    : undefined;

/** Every phrase that isn't part of the title, in order. */
const duePhrases = (sentence: Sentence): Phrase[] => {
  const { words, text } = sentence;
  const quotes = Array.from(text.matchAll(QUOTED), ({ index, 0: quote }) => ({
    start: index,
    end: index + quote.length,
  }));
  let last = words.length;
  while (last > 0 && CLOSING.test(wordAt(sentence, last - 1))) last--;

  const found: Phrase[] = [];
  for (let index = 0; index < last;) {
    const phrase = readPhrase(sentence, index);
    if (!phrase) {
      index++;
      continue;
    }
    const from = words[phrase.start]?.start ?? 0;
    const to = words[phrase.end - 1]?.end ?? 0;
    const quoted = quotes.some(({ start, end }) => from < end && to > start);
    const candidate = {
      sentence,
      phrase,
      said: phrase.said,
      before: wordAt(sentence, index - 1),
      next: wordAt(sentence, phrase.end),
      leads: index === 0,
      ends: phrase.end >= last,
    };
    const left = quoted || belongsToTitle(candidate);
    if (!left) found.push(phrase);
    // Nothing inside a phrase that was left alone is one: not the "Friday" of "next Friday".
    index = (left ? behindPart(sentence, phrase) : undefined) ?? phrase.end;
  }
  return found;
};

/** The due phrase, or null when there is none or there are two that compete ("Monday ... Friday"). */
export const findPhrase = (sentence: Sentence): Found | null => {
  const phrases = duePhrases(sentence);
  const [one, two] = phrases;
  if (!one || phrases.length > MOST_PIECES) return null;
  const pieces = phrases.map(({ start, end }) => ({
    start: sentence.words[start]?.start ?? 0,
    end: sentence.words[end - 1]?.end ?? 0,
  }));
  if (!two) return { pieces, due: one.due };

  // "tomorrow call mom at 5": a date and its time, apart.
  const dated = [one, two].find(({ date, time }) => date?.minutes === undefined && !time);
  const timed = [one, two].find(({ date, time }) => !date && time);
  const due = dated && timed ? resolvePhrase(sentence, dated.date, timed.time)?.due : undefined;
  return due ? { pieces, due } : null;
};
