/**
 * The person's words for a date, resolved in the person's zone: the only place where words become dates.
 * Tools call `resolveDue` with what a model or a form passes on; the offline assistant and quick entry call `findDue`
 * with a whole sentence. Server only; words for dates are made in `dates-format.ts`.
 *
 * chrono-node reads the words (`dates/readings.ts`), with forms that it lacks (`dates/*-forms.ts`) and corrections
 * (`dates/corrections.ts`); `dates/phrase.ts` puts together what was read and checks that it is a date.
 *
 * A date without a time stays one. All arithmetic is done on calendar days, so neither the server's zone nor a change
 * of the clocks can move it; only "in 2 hours" counts real time. What isn't clearly a date gives null, never a guess.
 * "12/5" is 12 May, except in the zones of the United States, where it is 5 December.
 */
import { wallClock } from "./dates/calendar";
import { findPhrase } from "./dates/in-sentence";
import { readPhrase, type Due } from "./dates/phrase";
import type { Clock, Sentence } from "./dates/reading";
import { hasHint, readingsOf } from "./dates/readings";
import { plainText, wordsOf } from "./dates/words";

export type { Due };

export type DueAt = {
  now: Date;
  /** The person's IANA zone; an unknown one throws a RangeError. */
  timeZone: string;
};

type FoundDue = {
  /** The phrase as written, with its preposition: "by Friday noon". `resolveDue` reads it as the same date. */
  words: string;
  /**
   * Its place in the text: `text.slice(start, end) === words`. Where date and time stand apart ("tomorrow call mom
   * at 5"), `words` joins the two, and this is the place of the first.
   */
  start: number;
  end: number;
  /** The text without the phrase, tidied: the title. Empty when the text says nothing else. */
  rest: string;
  due: Due;
};

/** Longer due words than this are no date. */
const LONGEST_DUE = 100;
/** Longer sentences than this are searched for no date: they are far beyond a title. */
const LONGEST_SENTENCE = 500;

/** Where the month is said first: the zones of the United States. */
const MONTH_FIRST =
  /^(?:US\/|America\/(?:Adak|Anchorage|Atka|Boise|Chicago|Denver|Detroit|Fort_Wayne|Indiana\/|Indianapolis|Juneau|Kentucky\/|Knox_IN|Los_Angeles|Louisville|Menominee|Metlakatla|New_York|Nome|North_Dakota\/|Phoenix|Shiprock|Sitka|Yakutat)|Pacific\/Honolulu$)/;

const clocks = new WeakMap<DueAt, Clock>();

/** The clock of a person, told once for as many texts as are read at the same moment. */
const clockOf = (at: DueAt): Clock => {
  const { now, timeZone } = at;
  const clock = clocks.get(at) ?? { ...wallClock(now, timeZone), now, timeZone };
  clocks.set(at, clock);
  return clock;
};

/** Whether a text may have a date in it: tells by a look at its words, and never wrongly that there is none. */
export const mayHoldDate = (text: string): boolean => hasHint(plainText(wordsOf(text)).text);

/** The text, read; null where a look at its words tells that there is no date in it. */
const sentenceOf = (text: string, at: DueAt): Sentence | null => {
  const words = wordsOf(text);
  const plain = plainText(words);
  const clock = clockOf(at);
  if (!hasHint(plain.text)) return null;
  return {
    text,
    words,
    clock,
    readings: readingsOf(plain, clock.today, MONTH_FIRST.test(at.timeZone)),
  };
};

/** The date that the words as a whole say ("tomorrow at 5", "the 15th", "2026-12-01"), or null when they say none. */
export const resolveDue = (words: string, at: DueAt): Due | null => {
  if (words.length > LONGEST_DUE) return null;
  const sentence = sentenceOf(words, at);
  if (!sentence) return null;
  let last = sentence.words.length;
  while (last > 0 && /^[!?;,]$/.test(sentence.words[last - 1]?.text ?? "")) last--;
  const phrase = readPhrase(sentence, 0);
  return phrase && phrase.end === last ? phrase.due : null;
};

/** The text with one piece cut out, and without the spaces, commas and dashes that it leaves at the cut. */
const cut = (text: string, { start, end }: { start: number; end: number }): string => {
  const before = text.slice(0, start).replace(/[\s,;:–—-]+$/, "");
  const after = text.slice(end);
  if (before === "") return after.replace(/^[\s,;:.!?–—-]+/, "");
  const joined = /^\s*[,;.!?]/.test(after) ? after.trimStart() : ` ${after.trimStart()}`;
  return (before + joined).replace(/[\s,;:–—-]+$/, "");
};

/** From the last piece to the first, so that the places of those before stay right. */
const without = (text: string, pieces: readonly { start: number; end: number }[]): string =>
  [...pieces]
    .sort((a, b) => b.start - a.start)
    .reduce(cut, text)
    .replace(/\s+/g, " ")
    .trim();

/**
 * The date phrase inside a task sentence, with its preposition, to be cut out of the title; null when there is none,
 * or when what looks like one may belong to the title ("watch Friday Night Lights", "plan the 2027 budget").
 */
export const findDue = (text: string, at: DueAt): FoundDue | null => {
  if (text.length > LONGEST_SENTENCE) return null;
  const sentence = sentenceOf(text, at);
  const found = sentence && findPhrase(sentence);
  const first = found?.pieces[0];
  if (!found || !first) return null;
  const words = found.pieces.map(({ start, end }) => text.slice(start, end)).join(" ");
  // Pieces that stood apart may not go together: "5pm … at eom".
  const together = found.pieces.length > 1 ? resolveDue(words, at) : found.due;
  if (together?.due_on !== found.due.due_on || together.due_time !== found.due.due_time)
    return null;
  return { ...first, words, rest: without(text, found.pieces), due: found.due };
};
