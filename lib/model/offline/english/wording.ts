/** The form of what `wanting.ts`, `spoken.ts` and `preludes.ts` list: other words for a part of a line. */

/** `form` is tried only where `word` stands in the line: a look at it is cheap. */
export type Wording = { word: RegExp; form: RegExp; plain: string };

export const form = (source: string): RegExp => new RegExp(source, "iu");

export const wording = (word: RegExp, source: string, plain: string): Wording => ({
  word,
  form: form(source),
  plain,
});
