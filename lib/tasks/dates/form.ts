/**
 * A form of words that chrono-node doesn't know, or reads wrongly, as a parser for it: a regular expression over
 * spelt words, and what it means on a day.
 */
import { ParsingComponents, type Parser, type ParsingContext } from "chrono-node";
import type { Day } from "./calendar";
import type { Reading } from "./reading";

/** A parser's result that carries a reading of ours instead of chrono's components. */
export class Said extends ParsingComponents {
  constructor(
    context: ParsingContext,
    readonly reading: Reading,
  ) {
    super(context.reference);
  }
}

const DAY_MS = 86_400_000;

/** The person's today, from the reference that `readings.ts` gives to chrono. */
export const todayOf = ({ reference: { instant } }: ParsingContext): Day =>
  Date.UTC(instant.getFullYear(), instant.getMonth(), instant.getDate()) / DAY_MS;

export type Groups = Partial<Record<string, string>>;

/** `read` is given what the named groups of `source` matched; null says that it means no date. */
export const form = (
  source: string,
  read: (said: Groups, today: Day, text: string) => Reading | null,
): Parser => {
  const pattern = new RegExp(`(?<![\\w'])(?:${source})(?![\\w'-])`);
  return {
    pattern: () => pattern,
    extract: (context, match) => {
      const reading = read(match.groups ?? {}, todayOf(context), match[0]);
      return reading && new Said(context, reading);
    },
  };
};
