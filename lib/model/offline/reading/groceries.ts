/**
 * Cuts things to buy that are named without a comma between: "eggs flour and sugar" is three. Only known goods are cut,
 * and only behind a plural or before one: "garlic bread" and "rice flour" are one thing.
 */
import { GOODS_TOO, SEVERAL_GOODS } from "../english/groceries";
import type { Piece } from "./item-pieces";
import { spanOf, trimSpan } from "../words/tokens";

const BUYING = /^(?:buy|get|grab|order|need|add)$/;

/** The places between two goods of a piece; none where a word of it is anything else. */
const borders = ({ span }: Piece): number[] => {
  const words = span.tokens.map(({ word }) => word);
  const from = BUYING.test(words[0] ?? "") ? 1 : 0;
  const goods = words.slice(from);
  if (goods.length < 2 || !goods.every((word) => SEVERAL_GOODS.has(word) || GOODS_TOO.has(word)))
    return [];
  const apart = goods.every(
    (word, index) =>
      index === goods.length - 1 ||
      SEVERAL_GOODS.has(word) ||
      // "coffee beans", "rice noodles"
      (SEVERAL_GOODS.has(goods[index + 1] ?? "") &&
        !/^(?:beans|peas|noodles|crackers|cookies|biscuits|buns|rolls|wraps|nuts)$/.test(
          goods[index + 1] ?? "",
        )),
  );
  return apart ? goods.slice(1).map((_, index) => from + index + 1) : [];
};

/** The pieces of a list with more than one, each of them a single thing. */
export const goodsApart = (pieces: readonly Piece[]): Piece[] =>
  pieces.length < 2
    ? [...pieces]
    : pieces.flatMap((piece) => {
        const places = borders(piece);
        return [0, ...places].map((from, index): Piece => ({
          span: trimSpan(spanOf(piece.span, from, places[index] ?? piece.span.tokens.length)),
          joiner: index === 0 ? piece.joiner : "comma",
        }));
      });
