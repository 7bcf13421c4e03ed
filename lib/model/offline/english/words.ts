/** How the lists of this folder are written: words between blanks, phrases between bars. */

export const wordList = (text: string): string[] => text.trim().split(/\s+/);

/** A set of words. */
export const words = (text: string): ReadonlySet<string> => new Set(wordList(text));

const phraseList = (text: string): string[] =>
  text.split("|").map((phrase) => wordList(phrase).join(" "));

/** A set of phrases. */
export const phraseSet = (text: string): ReadonlySet<string> => new Set(phraseList(text));

/** Phrases as their words, the longest first, so that one that goes on is tried before its beginning. */
export const phrases = (text: string): readonly (readonly string[])[] =>
  phraseList(text)
    .map((phrase) => phrase.split(" "))
    .sort((a, b) => b.length - a.length);
