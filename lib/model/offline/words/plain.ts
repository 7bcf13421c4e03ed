/**
 * The first stage of a line: what can be said in many ways is put in one, so that no rule has to know the others.
 */
import { PLAINER } from "../english/plain";
import { withoutOrdinals } from "./ordinals";
import { LEADING_DUE_SPELLINGS } from "../english/titles";

const QUOTED = /"[^"\n]*"|“[^”\n]*”|`[^`\n]*`/g;

/** A quotation while its line is rewritten: one word, which no form looks into. */
const HELD = /\uE000(\d+)\uE001/g;

/** A line rewritten but for its quotations. */
export const outsideQuotes = (line: string, rewrite: (text: string) => string): string => {
  const quotes: string[] = [];
  const held = line.replace(QUOTED, (quote) => `\uE000${quotes.push(quote) - 1}\uE001`);
  return rewrite(held).replace(HELD, (_, index) => quotes[Number(index)] ?? "");
};

/** The line in plainer words; what stands in quotation marks stays as it is. */
export const plainer = (line: string): string =>
  outsideQuotes(line, (held) =>
    [...LEADING_DUE_SPELLINGS, ...PLAINER].reduce(
      (text, [form, words]) => text.replace(form, words),
      withoutOrdinals(held),
    ),
  );
