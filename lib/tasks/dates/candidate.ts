/** A phrase that may be a date, as the rules look at it that may leave it in the title. */
import type { Phrase } from "./phrase";
import type { Sentence } from "./reading";

/** A phrase and where it stands in its sentence. */
export type Candidate = {
  sentence: Sentence;
  phrase: Phrase;
  /** Index of the first word after the preposition. */
  said: number;
  /** The words next to it, in lower case; empty at the ends. */
  before: string;
  next: string;
  /** It begins, or ends, the sentence. */
  leads: boolean;
  ends: boolean;
};

export const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** A capital as at the head of a name; "EOD" and "PM" are written so anywhere. */
export const isCapital = (raw: string | undefined): boolean => /^\p{Lu}\p{Ll}/u.test(raw ?? "");
