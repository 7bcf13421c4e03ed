/**
 * Parts of patterns that many patterns share, named `[so]` there: what a list of phrases would need thousands of lines
 * for ("I really gotta", "we still need to", "was gonna").
 */
export const SEQUENCES: Readonly<Record<string, string>> = {
  need: "<who>* <hedge>* <modal>+ <hedge>*",
};
