/** What the words of a sentence are read as, before they are put together. */
import type { Day, WallClock } from "./calendar";
import type { Word } from "./words";

/** The person's here and now, against which words are resolved. */
export type Clock = WallClock & {
  now: Date;
  timeZone: string;
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

/** A distance in time. Minutes are counted on the clock, the rest in the calendar. */
export type Span = { months: number; days: number; workdays: number; minutes: number };

export type DateReading = {
  slot: "date";
  day: Day;
  kind: DateKind;
  /** Minutes since midnight, where the form carries a time of its own ("in 2 hours"). */
  minutes?: number;
  /** The number of a weekday that stands alone: today if a later time is said with it, else the next one. */
  weekday?: number;
  /** "tonight": the part of the day that the form carries. */
  part?: string;
  /** Counted from now ("in 2 hours"); `day` says nothing then. */
  later?: Span;
  /** Said as an instant ("2026-12-01T18:30Z"); `day` and `minutes` are then another zone's. */
  instant?: Date;
  /** The day that these words say, given that it must pass a test: "the 13th", if a Friday. */
  fitting?: (fits: (day: Day) => boolean) => Day | null;
};

export type TimeReading = {
  slot: "time";
  /** Minutes since midnight; null for "end of day", which adds no time to its date. */
  minutes: number | null;
  /** False for "6", which may be morning or evening. */
  certain: boolean;
  /** A lone number, a time only after "at" or the like. */
  bare: boolean;
  /** A bare one that is a time beside a day, too: "friday 1930". */
  beside?: true;
  part?: string;
  /** "this morning": only today's. */
  today?: boolean;
  midnight?: boolean;
  /** Words that are no time in a sentence unless a preposition leads to them: "noon", "morning", "six thirty". */
  word?: boolean;
};

/** "3 days" as the distance from another day: "3 days from Friday". */
export type SpanReading = { slot: "span"; span: Span };

/** "in the morning" */
export type PartReading = { slot: "part"; part: string; today: boolean };

export type Reading = DateReading | TimeReading | SpanReading | PartReading;

/** A reading and the index of the first word after it. */
export type At<Kind> = Kind & { end: number };

/** All readings by the index of the word at which they begin, the longest first. */
export type Readings = ReadonlyMap<number, readonly At<Reading>[]>;

export type Sentence = {
  text: string;
  words: readonly Word[];
  readings: Readings;
  clock: Clock;
};

/** The word at `index` in lower case; empty past the end. */
export const wordAt = (sentence: Sentence, index: number): string =>
  sentence.words[index]?.text ?? "";

/** The index after the given words, when they stand at `index`; null otherwise. */
export const after = (sentence: Sentence, index: number, ...words: string[]): number | null =>
  words.every((word, offset) => wordAt(sentence, index + offset) === word)
    ? index + words.length
    : null;

/** The one of two readings that says more; the first where they say as much. */
export const longest = <Kind>(
  one: At<Kind> | null | undefined,
  other: At<Kind> | null | undefined,
): At<Kind> | null => (other && (!one || other.end > one.end) ? other : (one ?? null));

/** The longest reading of one kind that begins at word `from`. */
export const readingAt = <Slot extends Reading["slot"]>(
  sentence: Sentence,
  slot: Slot,
  from: number,
): At<Extract<Reading, { slot: Slot }>> | null => {
  const isWanted = (reading: At<Reading>): reading is At<Extract<Reading, { slot: Slot }>> =>
    reading.slot === slot;
  return sentence.readings.get(from)?.find(isWanted) ?? null;
};
