/**
 * Finds the due phrase of a task sentence: "submit the report by Friday noon" is due, "watch Friday Night Lights"
 * is not. A wrong date costs a person more than a date left in the title, so every rule here errs on leaving it.
 */
import { dayWord, monthWord, weekdayWord } from "./lexicon";
import { readPhrase, type Phrase } from "./phrase";
import { wordAt, type Sentence } from "./reading";

const set = (words: string): ReadonlySet<string> => new Set(words.split(" "));

/** Words that may follow a date which stands inside a sentence; before a noun it belongs to that noun. */
const MAY_FOLLOW = set(
  "to about with for at in from on via by and or but then because so if unless after before when while " +
    "regarding re please pls thanks as instead not unless , ; ! ?",
);

/** Words that make the date after them part of what they say: a range, a repetition, a name, an object. */
const CLAIMS_NEXT = set(
  "every each since until till from after between of to than past via the a an my our your his her their its this " +
    "that these those some any no other usa last previous called named titled like and or vs versus through thru " +
    "- – — / & +",
);

/** Words that make a name of the weekday after them: Black Friday, Easter Monday. */
const NAMES_WEEKDAY = set(
  "black good easter cyber super giving casual freaky ruby blue happy shrove ash palm whit stormy man",
);

/** Verbs whose "by 6" is an amount. */
const BY_AMOUNT = set(
  "multiply divide increase decrease raise lower reduce cut grow improve shorten extend shrink scale",
);

/** Verbs whose object may be a day: "plan next week" is not to be cut to "plan". */
const TAKES_DAYS = set(
  "plan planning review reviewing schedule reschedule prep prepare organise organize cancel skip celebrate discuss " +
    "enjoy read watch see play love hate",
);

/** Short names of weekdays that are words of their own. */
const ALSO_WORDS = set("sun sat wed mon");
const PRONOUNS = set("i we he she they who it you cat dog");

/** Abbreviations of zones: "5pm EST" is a time that this grammar cannot know. */
const ZONE = /^(?:utc|gmt|[a-z]{1,4}t|z)$/i;

const QUOTED = /"[^"]*"|“[^”]*”|‘[^’]*’|«[^»]*»|`[^`]*`|(?<![\p{L}\p{N}])'[^']*'(?![\p{L}\p{N}])/gu;

const isCapital = (raw: string): boolean => /^\p{Lu}/u.test(raw);

/** Whether a word of a date is written with a capital in plain English: Friday, December, PM. */
const isProper = (text: string): boolean =>
  weekdayWord(text) !== undefined || monthWord(text) !== undefined || /^[ap]\.?m\.?$/.test(text);

const needsPreposition = (
  { date, time }: Phrase,
  words: Sentence["words"],
  start: number,
): boolean => {
  if (date === null)
    return time !== null && (time.bare || time.word === true || time.minutes === null);
  switch (date.kind) {
    case "ordinal":
    case "slash":
    case "holiday":
    case "past":
    case "bare duration":
      return true;
    case "adverb":
      // Tom is a person.
      return words[start]?.text === "tom" || words[start]?.text === "tomo";
    default:
      return false;
  }
};

/** Whether the phrase, which reads as a date, is one in this sentence. */
const isDue = (sentence: Sentence, phrase: Phrase, leads: boolean, ends: boolean): boolean => {
  const { words } = sentence;
  const { start, end, preposition, date, time } = phrase;
  const prepositions = preposition === "" ? 0 : preposition.split(" ").length;
  const said = start + prepositions;
  const before = leads ? "" : wordAt(sentence, start - 1);
  const next = wordAt(sentence, end);

  // What stands before it.
  if (CLAIMS_NEXT.has(before) || /['’]s$|["'’]$|-$/.test(before)) return false;
  if (weekdayWord(before) !== undefined || monthWord(before) !== undefined) return false;
  if (NAMES_WEEKDAY.has(before) && weekdayWord(wordAt(sentence, start)) !== undefined) return false;
  if (before === "(" || before === "[") return false;

  // What stands after it.
  if (!ends && !leads && !MAY_FOLLOW.has(next)) return false;
  if (next === "and" || next === "or" || next === "to") {
    const second = wordAt(sentence, end + 1);
    if (weekdayWord(second) !== undefined || dayWord(second) !== undefined) return false;
    if (/^\d/.test(second)) return false;
  }
  if (time && !ends && ZONE.test(words[end]?.raw ?? "")) return false;

  // "about", "around" and "for" belong to a time or a date only in some company.
  if (preposition === "for" && date === null) return false;
  if (preposition === "by" && date === null && time?.bare) {
    if (words.slice(0, start).some((word) => BY_AMOUNT.has(word.text))) return false;
  }
  if ((preposition === "about" || preposition === "around") && time === null) return false;

  if (preposition === "") {
    if (needsPreposition(phrase, words, said)) return false;
    if (TAKES_DAYS.has(before)) return false;
    if (date?.kind === "weekday" && time === null && end === start + 1) {
      const text = wordAt(sentence, start);
      if (ALSO_WORDS.has(text) && PRONOUNS.has(before)) return false;
    }
    // "3:16" is a verse, a score or a ratio; "09:30" after a name is too.
    if (
      date === null &&
      time &&
      !time.certain &&
      /^\d{1,2}[:.]\d\d$/.test(wordAt(sentence, said))
    ) {
      return false;
    }
    // Proper names: "Blue Friday", "Tomorrow Never Dies", "Next Friday".
    const first = words[start];
    const previous = words[start - 1];
    if (!leads && first && isCapital(first.raw)) {
      if (start > 1 && previous && isCapital(previous.raw)) return false;
      if (!isProper(first.text)) return false;
    }
  }
  // A capital inside the phrase, where English has none, makes it a title.
  for (let index = said + 1; index < end; index++) {
    const word = words[index];
    if (word && isCapital(word.raw) && !isProper(word.text)) return false;
  }
  if (!ends && isCapital(words[end]?.raw ?? "") && preposition === "") return false;

  if (leads && !ends && !MAY_FOLLOW.has(next)) return mayLead(phrase, prepositions);
  return true;
};

/** At the head of a sentence ("tomorrow call mom") a noun may follow the date, unless it says too little. */
const mayLead = ({ start, end, date, time }: Phrase, prepositions: number): boolean => {
  if (time && date) return true;
  if (date === null) return prepositions > 0 && time !== null && !time.bare;
  if (prepositions > 0) return date.kind !== "ordinal" && date.kind !== "holiday";
  return date.kind === "adverb" && end === start + 1 && date.part === undefined;
};

/** The first due phrase of the sentence, or null; also null when it has two. */
export const findPhrase = (sentence: Sentence): Phrase | null => {
  const { words, text } = sentence;
  const quotes = [...text.matchAll(QUOTED)].map(({ index, 0: quote }) => [
    index,
    index + quote.length,
  ]);
  const isQuoted = (from: number, to: number) =>
    quotes.some(([start = 0, end = 0]) => from < end && to > start);

  let last = words.length;
  while (last > 0 && /^[!?;,]$|^(?:please|pls|thanks)$/.test(wordAt(sentence, last - 1))) last--;

  let found: Phrase | null = null;
  for (let index = 0; index < last;) {
    const phrase = readPhrase(sentence, index);
    const from = words[index];
    const to = phrase && words[phrase.end - 1];
    if (!phrase || !from || !to) {
      index++;
    } else if (
      !isQuoted(from.start, to.end) &&
      isDue(sentence, phrase, index === 0, phrase.end >= last)
    ) {
      if (found) return null;
      found = phrase;
      index = phrase.end;
    } else {
      // Nothing inside a phrase that was left alone is one either: "Friday" of "every next Friday".
      index = phrase.end;
    }
  }
  return found;
};
