/**
 * The first stage of the offline assistant: a message becomes tokens. Quoted text and addresses are one token each,
 * so that nothing inside them is ever read as a command, a date or a list.
 * Every later stage works on spans of these tokens and can always give back the person's own spelling.
 */
import { distance } from "fastest-levenshtein";
import { NEGATED, SPELLINGS } from "../english/spellings";
import { KNOWN_WORDS } from "../english/vocabulary";

export type Token = {
  /** As the grammar compares it: lower case, without accents and apostrophes, common misspellings mended. */
  word: string;
  kind: "word" | "quote" | "mark" | "break";
  /** Where it stands in the source, end exclusive. */
  start: number;
  end: number;
};

/** A piece of a message: tokens and the text that they point into. */
export type Span = { source: string; tokens: readonly Token[] };

const TOKEN = new RegExp(
  [
    /(?<break>\n+)/,
    /(?<quote>"[^"\n]+"|“[^”\n]+”|«[^»\n]+»|`[^`\n]+`|(?<=^|[\s:(,])['‘][^\n]*?[^\s]['’](?=$|[\s.,;:!?)]))/,
    // ":)"
    /(?<face>(?<=\s|^)(?:[:;=]['’]?-?[)(DPpO/|*]|xD|<3)(?=[\s.,!?]|$))/,
    /(?<address>https?:\/\/\S+[^\s.,;:!?)]|[\w.+-]+@[\w-]+\.[\w.-]*\w)/,
    /(?<word>#?[\p{L}\p{N}](?:[\p{L}\p{N}\p{M}'’$%_/-]|[.:,](?=\p{N}))*[\p{L}\p{N}%]|#?[\p{L}\p{N}]|[$€£]\p{N}[\p{N}.,]*)/u,
    /(?<mark>\S)/,
  ]
    .map((part) => part.source)
    .join("|"),
  "gu",
);

/** What ticks a thing off says so. */
const CHECKED = /^[✓✔✅☑]$/u;

/** A face ends what it stands behind, unless the same goes on. */
const GOES_ON = /^\s*(?:and|or|but|&)\b/i;

const bare = (text: string): string =>
  text.normalize("NFKD").replace(/\p{M}/gu, "").replace(/['’]/g, "").toLowerCase();

/** Two letters swapped count as one slip, as people type. */
const swapped = (word: string, other: string): boolean => {
  if (word.length !== other.length) return false;
  const at = [...word].findIndex((letter, index) => letter !== other[index]);
  return (
    at >= 0 &&
    word[at] === other[at + 1] &&
    word[at + 1] === other[at] &&
    word.slice(at + 2) === other.slice(at + 2)
  );
};

const mended = new Map<string, string>();

/** The word of the assistant's vocabulary that a misspelt one means; itself where none is near enough. */
const mend = (word: string): string => {
  const known = SPELLINGS.get(word);
  if (known) return known;
  if (word.length < 4 || word.length > 12 || KNOWN_WORDS.all.has(word) || !/^[a-z]+$/.test(word))
    return word;
  const cached = mended.get(word);
  if (cached !== undefined) return cached;
  const near = KNOWN_WORDS.commands.find(
    (command) =>
      swapped(word, command) ||
      (word[0] === command[0] &&
        command.length >= 4 &&
        distance(word, command) <= (command.length >= 7 ? 2 : 1)),
  );
  if (mended.size > 5000) mended.clear();
  mended.set(word, near ?? word);
  return near ?? word;
};

const read = (source: string): Span => {
  const tokens: Token[] = [];
  for (const found of source.matchAll(TOKEN)) {
    const { groups = {} } = found;
    const at = { start: found.index, end: found.index + found[0].length };
    if (groups["break"] !== undefined) tokens.push({ word: "\n", kind: "break", ...at });
    else if (groups["quote"] !== undefined) tokens.push({ word: "“”", kind: "quote", ...at });
    else if (CHECKED.test(found[0])) tokens.push({ word: "done", kind: "word", ...at });
    else if (groups["face"] !== undefined)
      tokens.push({ word: GOES_ON.test(source.slice(at.end)) ? "," : "!", kind: "mark", ...at });
    else if (groups["mark"] !== undefined) tokens.push({ word: found[0], kind: "mark", ...at });
    else if (groups["address"] !== undefined)
      tokens.push({ word: bare(found[0]), kind: "word", ...at });
    else tokens.push({ word: mend(bare(found[0])), kind: "word", ...at });
  }
  return { source, tokens: negated(tokens) };
};

/** Texts whose tokens are kept: a turn reads the same pieces of its message again and again. */
const MOST_KEPT = 500;
const kept = new Map<string, Span>();

/** The tokens of a message. */
export const tokenise = (source: string): Span => {
  const known = kept.get(source);
  if (known) return known;
  if (kept.size >= MOST_KEPT) kept.clear();
  const span = read(source);
  kept.set(source, span);
  return span;
};

/** "did not" is the one word "didnt", as people mostly say it. */
const negated = (tokens: readonly Token[]): Token[] =>
  tokens.flatMap((token, index) => {
    const [before, next] = [tokens[index - 1], tokens[index + 1]];
    if (token.word === "not" && before && NEGATED.has(before.word)) return [];
    return next?.word === "not" && NEGATED.has(token.word)
      ? [{ ...token, word: `${token.word}nt`, end: next.end }]
      : [token];
  });

/** The person's own spelling of a span, from its first token to its last. */
export const textOf = ({ source, tokens }: Span): string => {
  const [first] = tokens;
  const last = tokens.at(-1);
  return first && last ? source.slice(first.start, last.end) : "";
};

/** What a reading of a span is kept by. What follows it counts too: "!!!" and "?" stand behind its last word. */
export const placeOf = ({ source, tokens }: Span): string => {
  const end = tokens.at(-1)?.end ?? 0;
  return `${source.slice(tokens[0]?.start ?? 0, end)}\u0000${source.slice(end, end + 4)}`;
};

export const spanOf = (span: Span, from: number, to?: number): Span => ({
  source: span.source,
  tokens: span.tokens.slice(from, to),
});

/** The words of a span as the grammar sees them, without marks. */
export const wordsIn = (span: Span): string[] =>
  span.tokens.filter((token) => token.kind !== "mark" && token.kind !== "break").map((t) => t.word);

/** The text inside the quotes, when a span is one quotation and nothing else; else undefined. */
export const quotation = (span: Span): string | undefined => {
  const telling = span.tokens.filter((token) => token.kind !== "mark" && token.kind !== "break");
  const [only] = telling;
  if (telling.length !== 1 || only?.kind !== "quote") return undefined;
  return span.source.slice(only.start + 1, only.end - 1).trim();
};

/** The text of a span with quotations blanked out, of the same length: for finders that must not look inside. */
export const maskedText = (span: Span): string => {
  const [first] = span.tokens;
  if (!first) return "";
  let text = textOf(span);
  for (const token of span.tokens) {
    if (token.kind !== "quote") continue;
    const from = token.start - first.start;
    const length = token.end - token.start;
    text = text.slice(0, from) + "\u25A1".repeat(length) + text.slice(from + length);
  }
  return text;
};

const EDGE_MARKS = new Set([",", ";", ":", ".", "!", "?", "-", "–", "—", "…", "&", "+", "*", "•"]);

const isEdge = (token: Token | undefined): boolean =>
  token?.kind === "break" || (token?.kind === "mark" && EDGE_MARKS.has(token.word));

/** A span without the marks at its edges. */
export const trimSpan = (span: Span): Span => {
  const { tokens } = span;
  let from = 0;
  let to = tokens.length;
  while (from < to && isEdge(tokens[from])) from += 1;
  while (to > from && isEdge(tokens[to - 1])) to -= 1;
  return from === 0 && to === tokens.length ? span : spanOf(span, from, to);
};
