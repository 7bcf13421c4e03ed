/**
 * The person's words for a date, resolved in the person's zone: the only place where words become dates.
 * Tools call `resolveDue` with what a model or a form passes on; the offline assistant and quick entry call `findDue`
 * with a whole sentence. Server only (chrono-node); words for dates are made in `dates-format.ts`.
 *
 * A date without a time stays one. All arithmetic is done on calendar days, so neither the server's zone nor a change
 * of the clocks can move it; only "in 2 hours" counts real time. What isn't clearly a date gives null, never a guess.
 * "12/5" is 12 May, except in the zones of the United States, where it is 5 December.
 */
import { wallClock } from "./dates/calendar";
import { findPhrase } from "./dates/in-sentence";
import { readPhrase, type Due } from "./dates/phrase";
import type { Sentence } from "./dates/reading";
import { wordsOf } from "./dates/words";

export type { Due };

export type DueAt = {
  now: Date;
  /** The person's IANA zone; an unknown one throws a RangeError. */
  timeZone: string;
};

export type FoundDue = {
  /** The phrase as written, with its preposition: "by Friday noon". */
  words: string;
  /** Its place: `text.slice(start, end) === words`. */
  start: number;
  end: number;
  due: Due;
};

/** Longer due words than this are no date. */
const LONGEST_DUE = 100;
/** Longer sentences than this are searched for no date. */
const LONGEST_SENTENCE = 1_000;

/** Where the month is said first: the zones of the United States. */
const MONTH_FIRST =
  /^(?:US\/|America\/(?:Adak|Anchorage|Boise|Chicago|Denver|Detroit|Indiana\/|Indianapolis|Juneau|Kentucky\/|Los_Angeles|Louisville|Menominee|Metlakatla|New_York|Nome|North_Dakota\/|Phoenix|Sitka|Yakutat)|Pacific\/Honolulu$)/;

const sentenceOf = (text: string, { now, timeZone }: DueAt): Sentence => ({
  text,
  words: wordsOf(text),
  clock: { ...wallClock(now, timeZone), now, timeZone, monthFirst: MONTH_FIRST.test(timeZone) },
});

/** The date that the words as a whole say ("tomorrow at 5", "the 15th", "2026-12-01"), or null when they say none. */
export const resolveDue = (words: string, at: DueAt): Due | null => {
  if (words.length > LONGEST_DUE) return null;
  const sentence = sentenceOf(words, at);
  let last = sentence.words.length;
  while (last > 0 && /^[!?;,]$/.test(sentence.words[last - 1]?.text ?? "")) last--;
  const phrase = readPhrase(sentence, 0);
  return phrase && phrase.end === last ? phrase.due : null;
};

/**
 * The date phrase inside a task sentence, with its preposition, to be cut out of the title; null when there is none,
 * or when what looks like one may belong to the title ("watch Friday Night Lights", "plan the 2027 budget").
 */
export const findDue = (text: string, at: DueAt): FoundDue | null => {
  if (text.length > LONGEST_SENTENCE) return null;
  const sentence = sentenceOf(text, at);
  const phrase = findPhrase(sentence);
  const first = phrase && sentence.words[phrase.start];
  const last = phrase && sentence.words[phrase.end - 1];
  if (!phrase || !first || !last) return null;
  const { start } = first;
  const { end } = last;
  return { words: text.slice(start, end), start, end, due: phrase.due };
};
