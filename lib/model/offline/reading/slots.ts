/**
 * What a pattern's slot may hold: each name is a test of the span that would stand there, by the language's word lists.
 */
import { findDue, wholeDue, type DueAt } from "../words/due";
import { isImperative } from "./adding";
import { isChore, isStatement } from "../words/asides";
import { ASKING_WORDS } from "../english/questions";
import { MORE_THAN_NOTED, NOTED_OF } from "../english/leaning";
import { EXCEPT } from "../english/references";
import {
  ENDED,
  FIELD_ALONE,
  FIELD_FROM,
  FIELD_OF,
  LIST_NAME,
  MOVED,
  NEXT_DAY,
  NEXT_SPAN,
  NOT_NOUNS,
  NOT_TARGET_ENDS,
  NOT_TARGET_STARTS,
  NOT_TARGETS,
  NOT_TOPICS,
  OWN_DEEDS,
  PART_OF_DAY,
  PERSONS,
  SENT_ON,
  SOME_OF,
  SOMEBODY,
  STILL_TO_DO,
  TASK_NOUNS,
  VERBS_BEHIND,
  WAITS_FOR_DATE,
  WISHES,
} from "../english/slots";
import { OFTEN } from "../english/titles";
import { NOUN_VERBS, TASK_VERBS, verbOfPast } from "../english/verbs";
import { isRepeat } from "../words/taking-dates";
import type { SlotTest } from "../words/pattern";
import { phrasesOf, startsWith } from "../words/phrase-edges";
import { wholePriority } from "../words/priorities";
import { readShift } from "../words/shift";
import { readPointer, readTarget } from "./targets";
import { quotation, type Span, spanOf, textOf, trimSpan, wordsIn } from "../words/tokens";

const HOUR = /^(?:[1-9]|1[0-2])(?:[:.][0-5]\d)?$/;
const didWords = phrasesOf("did");

/** How many tokens at the start say that something was done: "took care of". */
export const didLength = (span: Span): number => startsWith(didWords, span);

/** Longer spans are no number or pronoun, but for lists of numbers that go on and on. */
const MOST_OF_POINTER = 16;

type Test = (span: Span, at: DueAt, loose: boolean) => boolean;

const first = (span: Span): string => wordsIn(span)[0] ?? "";
const last = (span: Span): string => wordsIn(span).at(-1) ?? "";

const isDue: Test = (span, at) => wholeDue(textOf(span), at) !== null;
const isShift: Test = (span) => readShift(textOf(span)) !== null;
const isPriority: Test = (span) => wholePriority(textOf(span)) !== null;
const isOne = (span: Span): boolean => wordsIn(span).length === 1;
const saysSomeOf = (span: Span): boolean => SOME_OF.test(wordsIn(span)[1] ?? "");

/** Whether the last of several words waits for another, so that they are no whole phrase. */
const waits = (span: Span): boolean =>
  NOT_TARGET_ENDS.has(last(span)) && !(isOne(span) && first(span) === "that");

const isTarget: Test = (span, at, loose) => {
  if (NOT_TARGETS.has(first(span)) || waits(span)) return false;
  if (FIELD_ALONE.test(textOf(span)) || FIELD_FROM.test(textOf(span))) return false;
  if (PART_OF_DAY.test(textOf(span)) || saysMore(span, at)) return false;
  // "put a high priority on the third" is about the third.
  if (isPriority(span, at, loose)) return false;
  if (WISHES.test(textOf(span))) return false;
  if (!loose) return true;
  if (isDue(span, at, loose) && !/^\d+$/.test(textOf(span))) return false;
  return !NOT_TARGET_STARTS.has(first(span)) && !ASKING_WORDS.has(first(span));
};

/** By the slots' names; a slot of another name may hold anything. */
const TESTS: Readonly<Record<string, Test>> = {
  due: isDue,
  // "doesn't need to be high priority"
  needed: (span) => !wholePriority(textOf(span).replace(/^to be /i, "")),
  // "note that she's in Lisbon"; that it is on Friday is no note.
  remark: (span, at) => {
    const words = wordsIn(span);
    if (!NOTED_OF.test(words.join(" ")) || MORE_THAN_NOTED.test(words.join(" "))) return false;
    const rest = textOf(trimSpan(spanOf(span, /s$/.test(words[0] ?? "") ? 1 : 2)));
    return !wholeDue(rest, at) && !wholePriority(rest);
  },
  // "from 3 to 4pm"
  from: (span, at, loose) => isDue(span, at, loose) || HOUR.test(textOf(span)),
  later: isShift,
  earlier: isShift,
  priority: isPriority,
  level: isPriority,
  it: (span) => {
    const pointer = span.tokens.length <= MOST_OF_POINTER ? readPointer(span)?.kind : undefined;
    return pointer === "pronoun" || pointer === "newest";
  },
  number: (span) => span.tokens.length <= MOST_OF_POINTER && readPointer(span) !== undefined,
  target: isTarget,
  renamed: (span, at, loose) => isTarget(span, at, loose) && !FIELD_OF.test(textOf(span)),
  named: (span) => TASK_NOUNS.has(last(span)),
  object: (span) =>
    !waits(span) &&
    !VERBS_BEHIND.test(last(span)) &&
    !NOT_TARGETS.has(first(span)) &&
    !NOT_TARGET_STARTS.has(first(span)) &&
    !PERSONS.has(first(span)) &&
    !ASKING_WORDS.has(first(span)) &&
    !LIST_NAME.test(wordsIn(span).join(" ")) &&
    (!isImperative(span) || (NOUN_VERBS.has(first(span)) && isOne(span))) &&
    wordsIn(span).length <= 5,
  except: (span) => EXCEPT.exec(textOf(span))?.index === 0,
  sink: (span) => !ASKING_WORDS.has(first(span)),
  query: (span) => !isStatement(span),
  topic: (span) =>
    wordsIn(span).length <= 3 &&
    !TASK_VERBS.has(first(span)) &&
    !wordsIn(span).some((word) => NOT_TOPICS.has(word)),
  dated: (span, at) => !NOT_NOUNS.has(first(span)) && findDue(textOf(span), at) !== null,
  "new-title": (span, at) =>
    readTarget(span, at).kind === "title" && last(span) !== "back" && !TASK_NOUNS.has(last(span)),
  quoted: (span) => quotation(span) !== undefined,
  often: (span) => OFTEN.has(textOf(span).toLowerCase()),
  repeat: (span) => isRepeat(textOf(span)),
  hour: (span) => HOUR.test(textOf(span)),
  after: (span) => NEXT_DAY.test(textOf(span)),
  next: (span) => NEXT_SPAN.test(textOf(span)),
  chore: isChore,
  todo: (span) => isImperative(span) && !isOne(span),
  "do-what": (span) => TASK_VERBS.has(first(span)),
  // "Found some" says why, and is no task; "I've got to ring the vet" is still to do.
  "did-what": (span) =>
    !saysSomeOf(span) &&
    !WAITS_FOR_DATE.has(last(span)) &&
    !STILL_TO_DO.test(wordsIn(span).join(" ")) &&
    (verbOfPast(first(span)) !== undefined || didLength(span) > 0),
  "past-what": (span, at) =>
    !(ASKING_WORDS.has(first(span)) && asksOf(span)) &&
    !saysSomeOf(span) &&
    !WAITS_FOR_DATE.has(last(span)) &&
    // "Sat 10am football" begins with a day.
    wholeDue(first(span), at) === null &&
    // "read the report" asks; "called the bank" tells.
    (didLength(span) > 0 ||
      (verbOfPast(first(span)) !== undefined && !TASK_VERBS.has(first(span)))),
  past: (span) => isOne(span) && verbOfPast(first(span)) !== undefined,
  "done-past": (span) => isOne(span) && isDonePast(first(span)),
  // "Sam called" tells what Sam did, "milk bought" what was done to the milk.
  "object-past": (span) =>
    isOne(span) &&
    !OWN_DEEDS.has(first(span)) &&
    !ENDED.has(first(span)) &&
    isDonePast(first(span)),
  "sent-on": (span) => SENT_ON.has(first(span)) && !isOne(span),
};

const slotTests = new WeakMap<DueAt, { strict: SlotTest; loose: SlotTest }>();

const remembering = (at: DueAt, loose: boolean): SlotTest => {
  const known = new Map<string, boolean>();
  return (name, span) => {
    const test = TESTS[name];
    if (!test) return true;
    const key = `${name} ${textOf(span)}`;
    const result = known.get(key) ?? test(span, at, loose);
    known.set(key, result);
    return result;
  };
};

/** "Did the plumber call" asks; "did the dishes" tells. */
const asksOf = (span: Span): boolean => {
  const words = wordsIn(span);
  const end = span.tokens.at(-1)?.end ?? 0;
  return (
    SOMEBODY.has(words[1] ?? "") ||
    TASK_VERBS.has(words.at(-1) ?? "") ||
    span.source.slice(end).trimStart().startsWith("?")
  );
};

/** The test of slots in a turn; `loose` rules begin with a target, which then must not look like something else. */
export const slotTest = (at: DueAt, loose: boolean): SlotTest => {
  const tests = slotTests.get(at) ?? {
    strict: remembering(at, false),
    loose: remembering(at, true),
  };
  slotTests.set(at, tests);
  return loose ? tests.loose : tests.strict;
};

const isDonePast = (word: string): boolean => verbOfPast(word) !== undefined && !MOVED.has(word);

/** "The resume one is low priority" is more than a target: it says what the target is. */
const saysMore = (span: Span, at: DueAt): boolean => {
  const is = span.tokens.findIndex(
    ({ word }, index) => index > 0 && /^(?:is|are|isnt)$/.test(word),
  );
  if (is < 0) return false;
  const rest = trimSpan(spanOf(span, is + 1));
  return wholePriority(textOf(rest)) !== null || wholeDue(textOf(rest), at) !== null;
};
