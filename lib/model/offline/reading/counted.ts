/**
 * Things to do that are announced by their number: "three tasks: milk, eggs, call mom".
 */
import { NUMBER_NAMES } from "../english/references";
import { cut } from "./item-pieces";
import type { Span } from "../words/tokens";

/** "Three tasks: …" are as many as there are between the commas; null where that is another number. */
export const countedItems = (said: Span, title: Span): Span[] | null => {
  const start = title.tokens[0]?.start ?? 0;
  const before = said.tokens.filter((token) => token.start < start).map(({ word }) => word);
  if (before.at(-1) !== ":") return null;
  const count = before
    .map((word) => NUMBER_NAMES.get(word) ?? (/^\d{1,2}$/.test(word) ? Number(word) : 0))
    .find((number) => number > 1);
  if (count === undefined) return null;
  const pieces = cut(title);
  return pieces.length === count ? pieces.map(({ span }) => span) : null;
};
