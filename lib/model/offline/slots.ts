/**
 * What a pattern's slot may hold: each name is a test of the span that would stand there, by the language's word lists.
 */
import { findDue, wholeDue, type DueAt } from "./due";
import { isImperative } from "./adding";
import { isChore, isStatement } from "./asides";
import { ASKING_WORDS } from "./english/questions";
import { EXCEPT } from "./english/references";
import {
  ENDED,
  FIELD_ALONE,
  FIELD_OF,
  MOVED,
  NEXT_DAY,
  NOT_NOUNS,
  NOT_TARGET_ENDS,
  NOT_TARGET_STARTS,
  NOT_TARGETS,
  NOT_TOPICS,
  OWN_DEEDS,
  PERSONS,
  SOME_OF,
  TASK_NOUNS,
  VERBS_BEHIND,
} from "./english/slots";
import { OFTEN } from "./english/titles";
import { NOUN_VERBS, TASK_VERBS, verbOfPast } from "./english/verbs";
import { isRepeat } from "./taking-dates";
import type { SlotTest } from "./pattern";
import { phrasesOf, startsWith } from "./phrase-edges";
import { wholePriority } from "./priorities";
import { readShift } from "./shift";
import { readTarget } from "./targets";
import { quotation, type Span, spanOf, textOf, trimSpan, wordsIn } from "./tokens";

const didWords = phrasesOf("did");

/** How many tokens at the start say that something was done: "took care of". */
export const didLength = (span: Span): number => startsWith(didWords, span);

const testSlot = (name: string, span: Span, at: DueAt, loose: boolean): boolean => {
  const [first = "", second = ""] = wordsIn(span);
  switch (name) {
    case "due":
      return wholeDue(textOf(span), at) !== null;
    case "later":
    case "earlier":
      return readShift(textOf(span)) !== null;
    case "priority":
    case "level":
      return wholePriority(textOf(span)) !== null;
    case "it": {
      const target = readTarget(span, at);
      return target.kind === "pronoun" || target.kind === "newest";
    }
    case "sink":
      return !ASKING_WORDS.has(first);
    case "do-what":
      return TASK_VERBS.has(first);
    case "did-what":
      // "Found some" says why, and is no task.
      if (SOME_OF.test(second)) return false;
      // "I've got to ring the vet" is still to do.
      if (/^(?:got|had|have)$/.test(first) && second === "to") return false;
      return verbOfPast(first) !== undefined || didLength(span) > 0;
    case "query":
      return !isStatement(span);
    case "often":
      return OFTEN.has(textOf(span).toLowerCase());
    case "repeat":
      return isRepeat(textOf(span));
    case "named":
      return TASK_NOUNS.has(wordsIn(span).at(-1) ?? "");
    case "renamed":
      return testSlot("target", span, at, loose) && !FIELD_OF.test(textOf(span));
    case "new-title":
      return readTarget(span, at).kind === "title" && wordsIn(span).at(-1) !== "back";
    case "quoted":
      return quotation(span) !== undefined;
    case "from":
      return wholeDue(textOf(span), at) !== null;
    case "past-what":
      if (ASKING_WORDS.has(first) && asksOf(span)) return false;
      if (SOME_OF.test(second)) return false;
      // "Sat 10am football" begins with a day.
      if (wholeDue(first, at) !== null) return false;
      // "read the report" asks; "called the bank" tells.
      return didLength(span) > 0 || (verbOfPast(first) !== undefined && !TASK_VERBS.has(first));
    case "hour":
      return /^(?:[1-9]|1[0-2])(?:[:.][0-5]\d)?$/.test(textOf(span));
    case "after":
      return NEXT_DAY.test(textOf(span));
    case "next":
      return /^next (?:week|month)$/i.test(textOf(span));
    case "except":
      return EXCEPT.exec(textOf(span))?.index === 0;
    case "object-past":
      // "Sam called" tells what Sam did, "milk bought" what was done to the milk.
      return (
        wordsIn(span).length === 1 &&
        !OWN_DEEDS.has(first) &&
        !ENDED.has(first) &&
        isDonePast(first)
      );
    case "sent-on":
      return /^(?:to|from|by|at|with|for|back|off|over)$/.test(first) && wordsIn(span).length > 1;
    case "object":
      if (NOT_TARGET_ENDS.has(wordsIn(span).at(-1) ?? "")) return false;
      if (VERBS_BEHIND.test(wordsIn(span).at(-1) ?? "")) return false;
      return (
        !NOT_TARGETS.has(first) &&
        !NOT_TARGET_STARTS.has(first) &&
        !PERSONS.has(first) &&
        !ASKING_WORDS.has(first) &&
        (!TASK_VERBS.has(first) || (NOUN_VERBS.has(first) && wordsIn(span).length === 1)) &&
        wordsIn(span).length <= 5
      );
    case "done-past":
      return wordsIn(span).length === 1 && isDonePast(first);
    case "past":
      return wordsIn(span).length === 1 && verbOfPast(first) !== undefined;
    case "topic": {
      const words = wordsIn(span);
      return (
        words.length <= 3 && !TASK_VERBS.has(first) && !words.some((word) => NOT_TOPICS.has(word))
      );
    }
    case "dated":
      return !NOT_NOUNS.has(first) && findDue(textOf(span), at) !== null;
    case "number":
      return /^(?:numbers|places|pronoun|newest|added)$/.test(readTarget(span, at).kind);
    case "chore":
      return isChore(span);
    case "todo":
      return isImperative(span) && wordsIn(span).length > 1;
    case "target": {
      const last = wordsIn(span).at(-1) ?? "";
      if (NOT_TARGETS.has(first) || NOT_TARGET_ENDS.has(last)) return false;
      if (FIELD_ALONE.test(textOf(span))) return false;
      if (saysMore(span, at)) return false;
      // "put a high priority on the third" is about the third.
      if (wholePriority(textOf(span)) !== null) return false;
      if (loose && wholeDue(textOf(span), at) !== null && !/^\d+$/.test(textOf(span))) return false;
      return loose ? !NOT_TARGET_STARTS.has(first) && !ASKING_WORDS.has(first) : true;
    }
    default:
      return true;
  }
};

const slotTests = new WeakMap<DueAt, { strict: SlotTest; loose: SlotTest }>();

const remembering = (test: SlotTest): SlotTest => {
  const known = new Map<string, boolean>();
  return (name, span) => {
    if (!TESTED_SLOTS.has(name)) return true;
    const key = `${name} ${textOf(span)}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const result = test(name, span);
    known.set(key, result);
    return result;
  };
};

/** "Did the plumber call" asks; "did the dishes" tells. */
const asksOf = (span: Span): boolean => {
  const words = wordsIn(span);
  const end = span.tokens.at(-1)?.end ?? 0;
  return (
    /^(?:i|we|you|they|he|she|it|anyone|anybody|everyone|somebody|someone)$/.test(words[1] ?? "") ||
    TASK_VERBS.has(words.at(-1) ?? "") ||
    span.source.slice(end).trimStart().startsWith("?")
  );
};

const TESTED_SLOTS = new Set(
  "sink do-what sent-on after object object-past due later earlier priority level it number renamed named todo past topic dated quoted from did-what past-what target often except hour next done-past query repeat new-title chore".split(
    " ",
  ),
);

/** The test of slots in a turn; `loose` rules begin with a target, which then must not look like something else. */
export const slotTest = (at: DueAt, loose: boolean): SlotTest => {
  const tests = slotTests.get(at) ?? {
    strict: remembering((name, span) => testSlot(name, span, at, false)),
    loose: remembering((name, span) => testSlot(name, span, at, true)),
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
