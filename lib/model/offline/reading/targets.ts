/**
 * Which tasks a phrase points at: by number, place, pronoun, filter or title. Pure reading; nothing is looked up here.
 */
import type { ListFilter, Target } from "../commands";
import type { DueAt } from "../words/due";
import {
  ADDED,
  ALL_OF,
  BEHIND_PRONOUN,
  EXCEPT,
  NEWEST,
  NUMBER_NAMES,
  OTHER_ALONE,
  OTHER_ONE,
  PLACE_NAMES,
  PLURAL_PRONOUNS,
  PRONOUNS,
  TARGET_PREFIX,
  TARGET_SUFFIX,
} from "../english/references";
import { filterOf } from "./listing";
import {
  LIST_ANCHORS,
  LIST_FILLERS,
  DONE_WORDS,
  PENDING_WORDS,
  OVERDUE_WORDS,
} from "../english/questions";
import { remembered } from "../remember";
import { quotation, type Span, spanOf, textOf, tokenise, trimSpan, wordsIn } from "../words/tokens";

const numberOf = (word: string): number | undefined => {
  // "task 2's title"
  const digits = /^#?((?!0)\d{1,3}(?=s$)|(?!0)\d{1,9})s?$/.exec(word);
  if (digits) return Number(digits[1]);
  return NUMBER_NAMES.get(word);
};

const JOINERS = new Set(["and", "&", "+", ",", "or", "plus", "und", "then", "also"]);

/** "3", "#3", "task 3", "tasks 1, 2 and 4", "2 to 5", "number three". */
const readNumbers = (span: Span): number[] | undefined => {
  const words = span.tokens
    .map((token) => token.word)
    .filter(
      (word) =>
        !/^(?:task|tasks|number|numbers|no|nos|nr|num|#|item|items|todo|todos|to-do|the|both|id|ids|\.|reminder)$/.test(
          word,
        ),
    );
  if (words.length === 0) return undefined;
  const numbers: number[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    if (JOINERS.has(word)) continue;
    const span = /^#?(\d{1,4})[-–](\d{1,4})$/.exec(word);
    const from = span ? Number(span[1]) : numberOf(word);
    if (from === undefined) return undefined;
    const joint = words[index + 1] ?? "";
    const to = span
      ? Number(span[2])
      : /^(?:to|through|-|–|till|until|thru)$/.test(joint)
        ? numberOf(words[index + 2] ?? "")
        : undefined;
    if (to !== undefined && to > from && to - from < 100) {
      for (let number = from; number <= to; number++) numbers.push(number);
      if (!span) index += 2;
    } else numbers.push(from);
  }
  return numbers.length > 0 ? [...new Set(numbers)] : undefined;
};

/** "the second one", "first two", "the last one", "1st and 3rd". */
const readPlaces = (words: readonly string[]): number[] | undefined => {
  const telling = words.filter(
    (word) =>
      !/^(?:the|one|ones|task|tasks|item|items|todo|todos|on|my|in|of|list|and|thing|option|entry|reminder|both|please|that|them|those|these)$/.test(
        word,
      ),
  );
  if (telling.length === 0) return undefined;
  const [first = "", second = ""] = telling;
  const count = numberOf(second);
  if (telling.length === 2 && count !== undefined && count <= 50) {
    if (/^(?:first|top)$/.test(first))
      return Array.from({ length: count }, (_, index) => index + 1);
    if (/^(?:last|bottom|final)$/.test(first))
      return Array.from({ length: count }, (_, index) => index - count);
  }
  if (telling.length === 2 && first === "second" && /^(?:last)$/.test(second)) return [-2];
  const places = telling.map((word) => PLACE_NAMES.get(word));
  return places.every((place): place is number => place !== undefined) ? places : undefined;
};

const PREFIX = new RegExp(`^(?:${TARGET_PREFIX})\\s+(?=\\S)`, "i");
const SUFFIX = new RegExp(`\\s+(?:${TARGET_SUFFIX})$`, "i");

/** The telling part of a title reference: "the task about the dentist" is "dentist". */
export const referenceOf = (text: string): string => {
  let current = text.trim().replace(/^[\s,:;.–-]+|[\s,:;.!?–-]+$|['’]s$/g, "");
  for (;;) {
    const next = current.replace(PREFIX, "").replace(SUFFIX, "").trim();
    if (next === current || next === "") break;
    current = next;
  }
  return quotation(trimSpan(tokenise(current))) ?? current;
};

const isFilterWord = (word: string): boolean =>
  word === "both" ||
  LIST_FILLERS.has(word) ||
  LIST_ANCHORS.has(word) ||
  DONE_WORDS.has(word) ||
  PENDING_WORDS.has(word) ||
  OVERDUE_WORDS.has(word);

const splitSpan = (span: Span, isBreak: (index: number) => number): Span[] => {
  const pieces: Span[] = [];
  let from = 0;
  for (let index = 0; index < span.tokens.length; index++) {
    const length = isBreak(index);
    if (length === 0) continue;
    pieces.push(trimSpan(spanOf(span, from, index)));
    from = index + length;
    index += length - 1;
  }
  pieces.push(trimSpan(spanOf(span, from)));
  return pieces.filter((piece) => piece.tokens.length > 0);
};

/** "all done tasks", "everything except the gym", "my overdue ones"; undefined when it names single tasks. */
const readFilter = (span: Span, at: DueAt): Target | undefined => {
  const text = textOf(span);
  const split = EXCEPT.exec(text);
  const exception = split ? text.slice(split.index + split[0].length).trim() : "";
  const scope = trimSpan(tokenise(split ? text.slice(0, split.index) : text));
  const words = wordsIn(scope);
  if (words.length === 0) return undefined;
  const plain = words.join(" ");
  const { filter, rest } = filterOf(scope, at);
  const filtered =
    filter.status !== "all" || filter.due !== undefined || filter.priority !== undefined;
  // "everything due" lacks its date: it is not everything.
  if (words.includes("due") && filter.due === undefined) return undefined;
  const whole = ALL_OF.test(plain);
  const plural = /\b(?:tasks|todos|to-dos|items|ones|reminders|things|stuff|chores)\b/.test(plain);
  const target: Extract<Target, { kind: "filter" }> = { kind: "filter", filter };
  if (exception !== "") target.except = readTarget(trimSpan(tokenise(exception)), at);
  if (
    rest.every(isFilterWord) &&
    (whole || (filtered && (plural || words.length <= 2 || /\ball\b/.test(plain))))
  )
    return target;
  // "all the milk tasks": the words left over are a topic.
  const topic = rest.filter((word) => !isFilterWord(word) && word !== "both");
  if (
    topic.length > 0 &&
    topic.length <= 3 &&
    (/^(?:all|every|everything|each|both)\b/.test(plain) || (exception !== "" && whole))
  ) {
    return { ...target, filter: { ...filter, topic: topic.join(" ") } };
  }
  return undefined;
};

/** "the overdue one", "the task for tomorrow", "the call due friday": one task by what is said of it, where no title fits. */
const describedBy = (span: Span, at: DueAt): ListFilter | undefined => {
  const words = wordsIn(span);
  if (words.length > 8) return undefined;
  const { filter, rest } = filterOf(span, at);
  if (filter.status === "all" && filter.due === undefined && filter.priority === undefined)
    return undefined;
  const topic = rest.filter((word) => !isFilterWord(word));
  if (topic.length > 3) return undefined;
  return topic.length > 0 ? { ...filter, topic: topic.join(" ") } : filter;
};

/** "both the milk and the bike" names two. */
const withoutBoth = (span: Span): Span => {
  const words = span.tokens.map(({ word }) => word);
  return words[0] === "both" && words[1] !== "of" && words.includes("and")
    ? trimSpan(spanOf(span, 1))
    : span;
};

/** How many "those two" and "all of them" are. */
const amountOf = (pronoun: string): { count?: number; all?: true } => {
  const count = pronoun
    .split(" ")
    .map((word) => (word === "both" ? 2 : NUMBER_NAMES.get(word)))
    .find(Boolean);
  if (count) return { count };
  return /^(?:all|every one)\b|\ball$/.test(pronoun) ? { all: true } : {};
};

/** The tasks that a phrase points at without saying anything of them: by number, place or pronoun. */
export const readPointer = (span: Span): Target | undefined => {
  const trimmed = withoutBoth(trimSpan(span));
  if (quotation(trimmed) !== undefined) return undefined;
  const words = wordsIn(trimmed);
  const plain = words.join(" ");
  const numbers = readNumbers(trimmed);
  if (numbers) return { kind: "numbers", numbers };
  const pronoun = plain.replace(BEHIND_PRONOUN, "");
  if (PRONOUNS.has(pronoun)) return { kind: "pronoun", many: false };
  if (PLURAL_PRONOUNS.has(pronoun)) return { kind: "pronoun", many: true, ...amountOf(pronoun) };
  if (NEWEST.test(plain))
    return { kind: "newest", plain: !/add|creat|made|put|enter|new/.test(plain) };
  const added = ADDED.exec(plain)?.[1]?.split(" ");
  const addedPlaces = added && readPlaces(added);
  if (addedPlaces) return { kind: "added", places: addedPlaces };
  const other = OTHER_ONE.exec(plain);
  if (other) {
    const count = numberOf(other.groups?.["count"] ?? other.groups?.["number"] ?? "");
    return { kind: "other", many: !OTHER_ALONE.test(plain), ...(count ? { count } : {}) };
  }
  const places = readPlaces(words);
  return places && { kind: "places", places };
};

/** The target that a phrase means. */
export const readTarget: (span: Span, at: DueAt) => Target = remembered((span, at): Target => {
  const trimmed = withoutBoth(trimSpan(span));
  const quoted = quotation(trimmed);
  if (quoted !== undefined) return { kind: "title", whole: quoted, parts: [] };
  const pointer = readPointer(trimmed);
  if (pointer) return pointer;
  const words = wordsIn(trimmed);
  const plain = words.join(" ");
  const filter = readFilter(trimmed, at);
  if (filter) return filter;
  const numbered =
    /^(?:the |my )?(?:task|item|todo|to-do|number|no) ?#?(\d{1,9})\b(?! (?:st|nd|rd|th))/.exec(
      plain,
    );
  if (
    numbered &&
    words.length <= 8 &&
    trimmed.tokens.some((token) => token.kind === "quote" || token.word === "(")
  )
    return { kind: "numbers", numbers: [Number(numbered[1])] };
  const pieces = splitSpan(trimmed, (index) => {
    const word = trimmed.tokens[index]?.word ?? "";
    if (!JOINERS.has(word)) return 0;
    return JOINERS.has(trimmed.tokens[index + 1]?.word ?? "") ? 2 : 1;
  });
  const parts = pieces.length > 1 ? pieces.map((piece) => readTarget(piece, at)) : [];
  if (parts.length > 1 && parts.every((part) => part.kind !== "title"))
    return { kind: "several", targets: parts };
  const described = describedBy(trimmed, at);
  return {
    kind: "title",
    whole: referenceOf(textOf(trimmed)),
    parts,
    ...(described ? { filter: described } : {}),
  };
}, textOf);
