/**
 * Which tasks a title means: exact, then by words, then by words that are nearly spelt so. Pure functions, used by
 * the tools and by the offline assistant, so that both mean the same task by the same words.
 */
import { distance } from "fastest-levenshtein";

/** Words that people put around a title without meaning a part of it. */
const AROUND = new Set([
  "the",
  "a",
  "an",
  "my",
  "our",
  "task",
  "todo",
  "item",
  "one",
  "about",
  "to",
]);

/** Lower case, without accents and punctuation, as a list of words. */
export const wordsOf = (text: string): string[] =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");

/** The words of a reference that say something about the title. */
const tellingWords = (query: string): string[] => {
  const words = wordsOf(query);
  const telling = words.filter((word) => !AROUND.has(word));
  return telling.length > 0 ? telling : words;
};

/** Two neighbouring letters that changed places: the most common slip. */
const isSwapped = (word: string, other: string): boolean => {
  if (word.length !== other.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  return (
    at !== -1 &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  );
};

/** Edits that a misspelling of a word of this length may have; short words have to be right. */
const allowedEdits = (length: number): number => (length < 5 ? 0 : length < 9 ? 1 : 2);

/** People hardly ever get the first letter wrong, and "house" is not "mouse". */
const nearlyEqual = (word: string, other: string): boolean => {
  if (word === other) return true;
  if (Math.min(word.length, other.length) >= 4 && isSwapped(word, other)) return true;
  const edits = Math.min(allowedEdits(word.length), allowedEdits(other.length));
  return word[0] === other[0] && distance(word, other) <= edits;
};

/** Singular and plural count as the same word, as does a word and its beginning ("groc" for "groceries"). */
const sameWord = (word: string, other: string): boolean =>
  word === other || `${word}s` === other || word === `${other}s`;

const startsWord = (word: string, other: string): boolean =>
  sameWord(word, other) || (word.length >= 3 && other.startsWith(word));

/** The tasks whose title says just what `title` says, but for articles and the like. */
export const sameTitle = <T extends { title: string }>(title: string, tasks: readonly T[]): T[] => {
  const telling = tellingWords(title).join(" ");
  return tasks.filter((task) => tellingWords(task.title).join(" ") === telling);
};

/**
 * The tasks that `query` fits, all on the same level: those whose title is exactly that; else those whose title has
 * all its telling words; else those that have all of them as beginnings of words; else, with `near`, nearly spelt so.
 * Empty when none fits; two or more mean that the query is ambiguous.
 */
export const matchTitles = <T extends { title: string }>(
  query: string,
  tasks: readonly T[],
  { near = true }: { near?: boolean } = {},
): T[] => {
  const whole = wordsOf(query).join(" ");
  if (whole === "") return tasks.filter((task) => task.title.trim() === query.trim());
  const telling = tellingWords(query);
  const titles = tasks.map((task) => ({ task, words: wordsOf(task.title) }));
  const levels: ((words: string[]) => boolean)[] = [
    (words) => words.join(" ") === whole,
    (words) => words.filter((word) => !AROUND.has(word)).join(" ") === telling.join(" "),
    (words) => telling.every((asked) => words.some((word) => sameWord(asked, word))),
    (words) => telling.every((asked) => words.some((word) => startsWord(asked, word))),
  ];
  if (near) {
    levels.push((words) =>
      telling.every((asked) => words.some((word) => nearlyEqual(asked, word))),
    );
  }
  for (const fits of levels) {
    const found = titles.filter(({ words }) => fits(words)).map(({ task }) => task);
    if (found.length > 0) return found;
  }
  return [];
};
