/** What the forms of the date grammar read from, and what they give back. */
import type { Day, WallClock } from "./calendar";
import type { Notation } from "./notation";
import type { Word } from "./words";

/** The person's here and now, against which words are resolved. */
export type Clock = WallClock & {
  now: Date;
  timeZone: string;
};

export type Sentence = {
  text: string;
  words: readonly Word[];
  notation: Notation;
  clock: Clock;
};

/** How a date was said; a sentence's finder trusts some kinds less than others. */
export type DateKind =
  | "adverb"
  | "weekday"
  | "duration"
  | "bare duration"
  | "period"
  | "ordinal"
  | "written"
  | "slash"
  | "iso"
  | "holiday"
  | "past";

export type DateReading = {
  /** Index of the first word after it. */
  end: number;
  day: Day;
  kind: DateKind;
  /** Minutes since midnight, where the form carries a time of its own ("in 2 hours"). */
  minutes?: number;
  /** "Friday" on a Friday: today if a later time is said with it, next week otherwise. */
  todayIfLater?: boolean;
  /** "tonight": the part of the day that the form carries. */
  part?: string;
};

export type TimeReading = {
  end: number;
  /** Minutes since midnight; null for "end of day", which adds no time to its date. */
  minutes: number | null;
  /** False for "6", which may be morning or evening. */
  certain: boolean;
  /** A lone number, a time only after "at" or the like. */
  bare: boolean;
  part?: string;
  /** "this morning": only today's. */
  today?: boolean;
  midnight?: boolean;
  /** The word "noon", "midnight" or "morning" alone, without a clock time. */
  word?: boolean;
};

/** The word at `index` in lower case; empty past the end. */
export const wordAt = (sentence: Sentence, index: number): string =>
  sentence.words[index]?.text ?? "";

/** The index after the given words, when they stand at `index`; null otherwise. */
export const after = (sentence: Sentence, index: number, ...words: string[]): number | null =>
  words.every((word, offset) => wordAt(sentence, index + offset) === word)
    ? index + words.length
    : null;

/** The index after "the", or `index` itself. */
export const pastThe = (sentence: Sentence, index: number): number =>
  wordAt(sentence, index) === "the" ? index + 1 : index;

export const longest = <Reading extends { end: number }>(
  readings: readonly (Reading | null)[],
): Reading | null =>
  readings.reduce<Reading | null>(
    (best, reading) => (reading && (!best || reading.end > best.end) ? reading : best),
    null,
  );
