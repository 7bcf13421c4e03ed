/** A sentence as words with their places in it, which is what the date grammar reads. */

export type Word = {
  /** As written, without closing punctuation. */
  raw: string;
  /** In lower case, with plain apostrophes: what the grammar compares. Punctuation is a word of its own. */
  text: string;
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
