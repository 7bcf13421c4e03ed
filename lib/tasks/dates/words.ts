/** A sentence as words with their places in it, and as the text that chrono-node reads. */
import { spelt } from "./lexicon";

export type Word = {
  /** As written, without closing punctuation. */
  raw: string;
  /** In lower case, with plain apostrophes. Punctuation is a word of its own. */
  text: string;
  /** Its place in the sentence. */
  start: number;
  end: number;
};

const WORD = /[,;()[\]{}!?]|[^\s,;()[\]{}!?]+/g;

/** Splits at spaces and punctuation; "5pm.", "@6" and "p.m." come out as "5pm", "@" "6" and "p.m.". */
export const wordsOf = (text: string): Word[] => {
  const words: Word[] = [];
  const push = (raw: string, start: number) =>
    words.push({
      raw,
      text: raw.toLowerCase().replaceAll("’", "'"),
      start,
      end: start + raw.length,
    });
  for (const match of text.matchAll(WORD)) {
    let raw = match[0];
    let start = match.index;
    if (raw.startsWith("@") && raw.length > 1) {
      push("@", start);
      raw = raw.slice(1);
      start += 1;
    }
    if (!/[ap]\.m\.$/i.test(raw)) {
      let end = raw.length;
      while (end > 1 && (raw[end - 1] === "." || raw[end - 1] === ":" || raw[end - 1] === "…"))
        end--;
      raw = raw.slice(0, end);
    }
    push(raw, start);
  }
  return words;
};

export type PlainText = {
  text: string;
  /** The index of the word that begins, and of the word after the one that ends, at an offset in `text`. */
  starts: ReadonlyMap<number, number>;
  ends: ReadonlyMap<number, number>;
};

/** The words in their one spelling, a space between them, commas where they were. */
export const plainText = (words: readonly Word[]): PlainText => {
  let text = "";
  const starts = new Map<number, number>();
  const ends = new Map<number, number>();
  for (const [index, word] of words.entries()) {
    if (text !== "" && word.text !== ",") text += " ";
    starts.set(text.length, index);
    // Some write stamps with more digits of a second than chrono reads.
    text += spelt(word.text).replace(/(:\d\d\.\d{3})\d+/, "$1");
    ends.set(text.length, index + 1);
  }
  return { text, starts, ends };
};
