/** Whether rendering `text` as Markdown could differ from showing it as it is. When in doubt, yes. */
export const looksLikeMarkdown = (text: string): boolean => SIGNS.some((sign) => sign.test(text));

const SIGNS = [
  // Emphasis, code, strikethrough, escapes, entities.
  /[*`\\]|~~|_\S|&[#a-z]/i,
  // Links and addresses.
  /\]\(|\]\[|\]:|https?:\/\/|www\.|[^\s@]@[^\s@]+\.|<[a-z]+:/i,
  // Blocks: headings, quotes, lists, rules, indented code, tables.
  /^ {0,3}(?:#{1,6}(?:\s|$)|>|[-+]\s|\d{1,9}[.)]\s|---|===|\|)/m,
  /^(?: {4}|\t)\S/m,
  /\|\s*:?-+/,
];
