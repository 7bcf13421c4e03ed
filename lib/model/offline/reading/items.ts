/**
 * Cuts what is to be added into single tasks: "milk, eggs and bread" is three, "buy milk and call mom" two,
 * "the research and development report" and "salt and pepper" one.
 */
import { isStatement } from "../words/asides";
import { findDue, type DueAt } from "../words/due";
import {
  COMPOUND_HEADS,
  PHRASAL,
  SAME_THING,
  SHOPPING,
  SHARED_VERB,
  SHARED_WITH_ARTICLE,
  NO_VERB_HEADS,
  SHOPPING_COLON,
  TASK_AGAIN,
  VERB_HEAD,
  VERB_NAMES,
} from "../english/joining";
import { NOT_BEFORE_ARTICLE } from "../english/leaning";
import { ERRAND_VERBS, GOING, GOODS, LISTED_VERBS, NOUN_VERBS, TASK_VERBS } from "../english/verbs";
import { goodsApart } from "./groceries";
import { joined, paired, type Piece } from "./item-pieces";
import { wholePriority } from "../words/priorities";
import { type Span, textOf, tokenise, wordsIn } from "../words/tokens";

const LEAD = /^(?:to|please|then|also|and|i|need|have|should|must|remember|the|a|an|some|my|me)$/;

/** The words that tell whether a piece begins with a verb. */
const telling = (span: Span): string[] => {
  const words = wordsIn(span);
  let from = 0;
  while (
    from < words.length - 1 &&
    /^(?:to|please|then|also|and|i|need|remember)$/.test(words[from] ?? "")
  )
    from++;
  return words.slice(from);
};

/** "Jo and Mark": a verb that is a name too, and is written as one. */
const isName = ({ source, tokens }: Span): boolean => {
  const [first] = tokens;
  return (
    first !== undefined &&
    VERB_NAMES.has(first.word) &&
    first.start > 0 &&
    /\p{Lu}/u.test(source.charAt(first.start))
  );
};

const beginsWithVerb = (span: Span): boolean => {
  const [first = "", second] = telling(span);
  if (second === undefined || isName(span)) return false;
  if (!TASK_VERBS.has(first) && !LISTED_VERBS.has(first)) return false;
  return (
    !NOUN_VERBS.has(first) ||
    PHRASAL.has(`${first} ${second}`) ||
    (!COMPOUND_HEADS.has(second ?? "") && !/^(?:and|or|for|of|at|on|in|is|are|from)$/.test(second))
  );
};

/** "…, and engage a gardener": behind a mark, what stands before an article is a verb, known or not. */
const isVerbLike = (left: Span, right: Span): boolean => {
  const [{ word = "", start = 0 } = {}, article] = right.tokens;
  const from = left.tokens.at(-1)?.end ?? 0;
  return (
    /^(?:an?|the|my|our|his|her)$/.test(article?.word ?? "") &&
    right.tokens.length > 2 &&
    right.source.slice(from, start).includes(",") &&
    /^\p{Ll}+$/u.test(right.source.slice(start, start + word.length)) &&
    !NOT_BEFORE_ARTICLE.test(word)
  );
};

/** A verb with its object, able to stand as a task by itself. */
const isWhole = (span: Span): boolean => beginsWithVerb(span) && telling(span).length >= 2;

export const hasPronoun = (span: Span): boolean =>
  wordsIn(span).some((word) =>
    /^(?:it|them|him|her|there|its|their|one|this|that|those)$/.test(word),
  );

/** "… and then …": one after the other is two. */
const isThen = (left: Span, { source, tokens }: Span): boolean => {
  const [from = 0, to = 0] = [left.tokens.at(-1)?.end, tokens[0]?.start];
  return /\bthen\b/i.test(source.slice(from, to));
};

/** "go to the shop and buy milk" is one errand. */
const isOneErrand = (left: Span, right: Span): boolean => {
  if (isThen(left, right)) return false;
  const [first = "", , place] = telling(left);
  const [verb = ""] = telling(right);
  return (
    GOING.has(first) &&
    ERRAND_VERBS.has(verb) &&
    (place === undefined || SAME_THING.test(textOf(left)))
  );
};

/** "Fly out on Monday and back on Friday" */
const GOES_ON = /^(?:back|return|returning|again|at|on|from|until|till|by|for|in|with)$/;

/** Whether the right piece begins a task of its own, after a left one that begins with a verb. */
const startsTask = (left: Span, right: Span): boolean =>
  (isWhole(right) || isVerbLike(left, right)) &&
  isWholeEnough(left) &&
  !hasPronoun(right) &&
  !isOneErrand(left, right);

/** "wash and fold the laundry": a verb without an object waits for the one that follows. */
const isWholeEnough = (left: Span): boolean => {
  const [first = "", second] = telling(left);
  // "wash, dry"
  const words = telling(left);
  const commas = left.tokens.filter(({ word }) => word === ",").length;
  if (commas > 0 && commas === words.length - 1 && words.every((word) => TASK_VERBS.has(word)))
    return false;
  return second !== undefined || !TASK_VERBS.has(first) || GOODS.has(first);
};

const isShort = (span: Span): boolean =>
  wordsIn(span).filter((word) => !LEAD.test(word)).length <= 4;

const hasOwnDate = (span: Span, at: DueAt): boolean => findDue(textOf(span), at) !== null;

/** What says something of the things before it. */
const FIELD =
  /^(?:deadline|note|notes|description|desc|details|priority|prio|due|not|no rush|asap|urgent|important)\b/i;
const PREPOSITIONS = /\b(?:from|for|at|with|in|on|to|of the|before|about)\b/;

/**
 * The verb that all of "buy milk, eggs and bread" share: each is a thing to get by itself. Without a comma they are one
 * ("buy milk and eggs"), and so are those that something holds for together ("from the market").
 */
const shoppingVerb = (pieces: readonly Piece[], at: DueAt): string | undefined => {
  const [head, ...rest] = pieces;
  const verb = head && SHOPPING.exec(textOf(head.span))?.[0];
  if (!verb || !rest.some(({ joiner }) => joiner === "comma")) return undefined;
  const goods = rest.map(({ span }) => span).filter((span) => !beginsWithVerb(span));
  const plain = goods.every((span) => {
    const found = findDue(textOf(span), at);
    if (wholePriority(textOf(span)) || FIELD.test(textOf(span))) return false;
    return isShort(span) && !PREPOSITIONS.test(found?.rest ?? textOf(span)) && !hasPronoun(span);
  });
  return goods.length > 0 && plain ? verb : undefined;
};

/** The verb that two things with a date each have in common. */
const sharedVerb = (left: Span, right: Span): string | undefined =>
  SHARED_VERB.exec(textOf(left))?.[0] ??
  (/^(?:the|my|our|his|her|their)$/.test(wordsIn(right)[0] ?? "")
    ? SHARED_WITH_ARTICLE.exec(textOf(left))?.[0]
    : undefined);

/** "buy: milk, eggs" is "buy milk, eggs". */
const withoutColon = (span: Span): Span => {
  const [, verb = "", rest = ""] = SHOPPING_COLON.exec(textOf(span)) ?? [];
  return rest === "" ? span : tokenise(`${verb} ${rest}`);
};

/** "Pack: goggles, towels and sandals": what the verb is said of, one by one; null where there is no such list. */
const underVerb = (span: Span, at: DueAt): Span[] | null => {
  const [, verb = "", rest = ""] = VERB_HEAD.exec(textOf(span)) ?? [];
  const [first = ""] = wordsIn(tokenise(verb));
  if (!TASK_VERBS.has(first) || NO_VERB_HEADS.has(first)) return null;
  const pieces = paired(tokenise(rest), at);
  const plain = pieces.every(
    (piece) =>
      !beginsWithVerb(piece.span) &&
      wordsIn(piece.span).length <= 6 &&
      !hasPronoun(piece.span) &&
      !isStatement(piece.span),
  );
  return pieces.length > 1 && plain
    ? pieces.map((piece) => tokenise(`${verb} ${textOf(piece.span)}`))
    : null;
};

const isAfterComma = ({ joiner }: Piece): boolean => joiner === "comma";

/** "milk, eggs, water the plants": a list that begins with things goes on with things to do. */
const isMixed = (pieces: readonly Piece[], verbs: readonly boolean[]): boolean =>
  pieces.length > 2 &&
  pieces.slice(0, 2).every(isAfterComma) &&
  verbs[0] === false &&
  verbs.includes(true) &&
  pieces.every(
    ({ span }, index) =>
      verbs[index] === true ||
      (wordsIn(span).length <= 3 && !PREPOSITIONS.test(textOf(span)) && !hasPronoun(span)),
  );

/** "print the essay, finish it, hand it in": three things to do, one after the other. */
const isRow = (pieces: readonly Piece[], verbs: readonly boolean[]): boolean =>
  pieces.length > 2 &&
  pieces.every(isAfterComma) &&
  // "chase the vet, print charts, bleep the reg": where two are, so is a verb that isn't known.
  pieces.every(({ span }, index) => verbs[index] === true || mayBeDeed(span)) &&
  verbs[0] === true &&
  verbs.filter(Boolean).length > 1;

const mayBeDeed = (span: Span): boolean => {
  const words = wordsIn(span);
  return (
    words.length > 1 &&
    words.length <= 6 &&
    !LEAD.test(words[0] ?? "") &&
    !FIELD.test(textOf(span)) &&
    !GOES_ON.test(words[0] ?? "") &&
    !hasPronoun(span)
  );
};

/** The single things to do in a span. */
export const splitItems = (said: Span, at: DueAt): Span[] => {
  const listed = underVerb(said, at);
  if (listed) return listed;
  const span = withoutColon(said);
  const pieces = goodsApart(paired(span, at));
  const [head] = pieces;
  if (!head || pieces.length === 1) return [span];
  const verbs = pieces.map((piece) => beginsWithVerb(piece.span));
  const tasks: Span[] = [head.span];
  // Nouns alone ("milk, eggs and bread") are a list; behind a verb ("buy milk, eggs") they are its objects.
  const nouns = verbs.every((verb) => !verb) && pieces.every((piece) => isShort(piece.span));
  const mixed = isMixed(pieces, verbs);
  const row = isRow(pieces, verbs);
  const verb = shoppingVerb(pieces, at);
  for (let index = 1; index < pieces.length; index++) {
    const piece = pieces[index];
    const left = tasks.at(-1);
    if (!piece || !left) continue;
    const dated = hasOwnDate(piece.span, at) && hasOwnDate(left, at);
    const together = piece.joiner === "and" && /\b(?:with|between)\b/i.test(textOf(left));
    const own =
      (nouns && !together) ||
      (mixed && (verbs[index] === true || verbs[index - 1] !== true || isAfterComma(piece))) ||
      (row && isAfterComma(piece)) ||
      piece.joiner === "stop" ||
      TASK_AGAIN.test(textOf(piece.span)) ||
      startsTask(left, piece.span) ||
      (dated && !GOES_ON.test(wordsIn(piece.span)[0] ?? ""));
    const shared = verb ?? (dated && verbs[0] ? sharedVerb(head.span, piece.span) : undefined);
    if (shared && verbs[index] !== true) tasks.push(tokenise(`${shared} ${textOf(piece.span)}`));
    else if (own) tasks.push(piece.span);
    else tasks[tasks.length - 1] = joined(span, left, piece.span);
  }
  return tasks;
};
