/**
 * Holds a clause against the grammar: which rule fits, with what in its slots.
 */
import { findDue, wholeDue, type DueAt } from "./due";
import { isImperative } from "./adding";
import { isChore, isStatement } from "./asides";
import { CLASSES } from "./english/classes";
import { RULES } from "./english/grammar";
import { ASKING_WORDS } from "./english/questions";
import { EXCEPT } from "./english/references";
import type { Act, Rule } from "./english/rule";
import { POINTED_RULES } from "./english/rules-pointed";
import { SEQUENCES } from "./english/sequences";
import { NOUN_VERBS, TASK_VERBS, verbOfPast } from "./english/verbs";
import { compile, match, type Slots, type SlotTest } from "./pattern";
import { isRepeat } from "./fields";
import { OFTEN } from "./english/titles";
import { phrasesOf, startsWith } from "./phrase-edges";
import { wholePriority } from "./priorities";
import { readShift } from "./shift";
import { readTarget } from "./targets";
import { quotation, type Span, spanOf, textOf, trimSpan, wordsIn } from "./tokens";

const compiled = (rule: Rule) => ({
  ...rule,
  patterns: rule.patterns.map((pattern) => compile(pattern, CLASSES, SEQUENCES)),
});
type CompiledRule = ReturnType<typeof compiled>;
const rules = RULES.map(compiled);
const pointed = POINTED_RULES.map(compiled);

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
      if (/^(?:some|one|another|plenty|enough|loads|lots)$/.test(second)) return false;
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
      if (/^(?:some|one|another|plenty|enough|loads|lots)$/.test(second)) return false;
      // "Sat 10am football" begins with a day.
      if (wholeDue(first, at) !== null) return false;
      // "read the report" asks; "called the bank" tells.
      return didLength(span) > 0 || (verbOfPast(first) !== undefined && !TASK_VERBS.has(first));
    case "hour":
      return /^(?:[1-9]|1[0-2])(?:[:.][0-5]\d)?$/.test(textOf(span));
    case "after":
      return AFTER.test(textOf(span));
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
      if (
        /^(?:(?:is|are|was|were|has|have|had|did|does|do)(?:nt)?|should|must|not|never)$/.test(
          wordsIn(span).at(-1) ?? "",
        )
      )
        return false;
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

const slotTest = (at: DueAt, loose: boolean): SlotTest => {
  const tests = slotTests.get(at) ?? {
    strict: remembering((name, span) => testSlot(name, span, at, false)),
    loose: remembering((name, span) => testSlot(name, span, at, true)),
  };
  slotTests.set(at, tests);
  return loose ? tests.loose : tests.strict;
};

const AFTER =
  /^(?:the )?(?:(?:day|week|month) after(?: that)?|(?:following|next) day|following (?:week|month))$/i;

/** Past forms that tell of a change, not of an end. */
const MOVED = new Set(
  "moved changed rescheduled postponed pushed delayed renamed added shifted set put left".split(
    " ",
  ),
);
const isDonePast = (word: string): boolean => verbOfPast(word) !== undefined && !MOVED.has(word);
/** Past forms that a person or a thing at the head of a sentence does by itself. */
const OWN_DEEDS = new Set(
  "called rang phoned texted emailed wrote told asked said replied answered met visited came went left arrived got thought knew saw won lost broke helped worked stopped failed dropped changed decided agreed offered wanted needed ran sat slept woke kept".split(
    " ",
  ),
);
const ENDED = new Set("done finished completed cancelled canceled deleted removed".split(" "));
const PERSONS = new Set(
  "he she they you it this that everyone everybody somebody someone".split(" "),
);
const NOT_NOUNS = new Set(
  "to nothing no none been done not never finished completed called".split(" "),
);
const NOT_TOPICS = new Set(
  "of all to the off from every done delete remove erase mark complete clear finished completed is are and with about".split(
    " ",
  ),
);
/** "The time of the appointment" has no title to change. */
const FIELD_OF =
  /^(?:the |its |my )?(?:due |start |end )?(?:time|date|day|deadline|priority|prio|importance|urgency|notes?|description|status|due)\b/i;
const TASK_NOUNS = new Set("task todo to-do item one reminder title entry name".split(" "));
const NOT_TARGETS = new Set("self me myself i you is are was were not again rid".split(" "));
/** Words that wait for something: what ends in one is no whole phrase. */
const NOT_TARGET_ENDS = new Set(
  "in to by for on at due as not of the a an my and or from with until till".split(" "),
);
const NOT_TARGET_STARTS = new Set(
  "i im ive you we he she add if when because please dont not to buy".split(" "),
);

/** "The resume one is low priority" is more than a target: it says what the target is. */
const saysMore = (span: Span, at: DueAt): boolean => {
  const is = span.tokens.findIndex(
    ({ word }, index) => index > 0 && /^(?:is|are|isnt)$/.test(word),
  );
  if (is < 0) return false;
  const rest = trimSpan(spanOf(span, is + 1));
  return wholePriority(textOf(rest)) !== null || wholeDue(textOf(rest), at) !== null;
};

export type Fit = { rule: Rule; slots: Slots };

/** The fits of a clause, best first. */
export function* fitsOf(
  span: Span,
  at: DueAt,
  among: readonly CompiledRule[] = rules,
): Generator<Fit> {
  for (const rule of among) {
    const test = slotTest(at, rule.loose === true);
    for (const pattern of rule.patterns) {
      const slots = match(pattern, span, test);
      if (slots) yield { rule: { ...rule, patterns: [] }, slots };
    }
  }
}

/** Whether a clause names its task by number, beyond doubt. */
export const isPointed = (span: Span, at: DueAt): boolean =>
  fitsOf(span, at, pointed).next().done !== true;

/** What the first rule that fits makes of a clause; `open` when the clause ends in its target. */
export const actOf = (
  span: Span,
  at: DueAt,
): { act: Act; open: boolean; loose: boolean } | undefined => {
  for (const { rule, slots } of fitsOf(span, at)) {
    const end = (slots["target"] ?? slots["did-what"] ?? slots["past-what"])?.tokens.at(-1);
    const open = end !== undefined && end === trimSpan(span).tokens.at(-1);
    return { act: rule.act, open, loose: rule.loose === true };
  }
  return undefined;
};
