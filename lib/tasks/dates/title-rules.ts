/**
 * Reasons to leave what reads as a date in the title: "watch Friday Night Lights", "read USA Today", "multiply by 6".
 * A wrong date costs a person more than a date that stays in the title, so each rule errs on leaving it.
 */
import { isDayWord, isMonth, isWeekday } from "./lexicon";
import { type Candidate, isCapital, set } from "./candidate";
import type { Phrase } from "./phrase";
import { isName } from "./names";
import { wordAt } from "./reading";

/** What may follow a date inside a sentence. Any other word is taken for a noun that the date belongs to. */
const MAY_FOLLOW = set(
  "to about with for at in from on via by and or but then because so if unless after before when while regarding " +
    "re please pls thanks as instead not , ; ! ?",
);

/** What makes the date after it a part of something else: a range, a repetition, an object. */
const CLAIMS_NEXT = set(
  "every each since until till from after between of to than past via re regarding the a an my our your his her " +
    "their its this that these those some any no other another usa next last previous early late later sometime " +
    "called named titled like and or vs versus through thru not except expire expires expiring end ends ending start " +
    "starts starting begin begins beginning opens closes dated effective ( [ / & + =",
);

/** What makes a name of the weekday after it: Black Friday, Easter Monday. */
const NAMES_WEEKDAY = set(
  "black good easter cyber super giving casual freaky ruby blue happy shrove ash palm whit stormy man sheer tgi " +
    "bloody mad fat taco meatless throwback",
);

/** Verbs whose object may be a day: "plan next week" must not become "plan". */
const TAKES_DAYS = set(
  "plan planning review reviewing schedule reschedule prep prepare organise organize cancel skip celebrate discuss " +
    "enjoy read watch see play love hate ask free",
);

/** Verbs whose "by 6" is an amount. */
const BY_AMOUNT = set(
  "multiply divide increase decrease raise lower reduce cut grow improve shorten extend shrink scale",
);

/** What makes the number after "at" something else than an hour: "look at 3", "set the price at 12". */
const AT_AMOUNT = set(
  "look looking price priced bid aim aiming value valued cap capped rate rated stare",
);

const DASH = /^[-–—~]+$/;

/** Short names of weekdays that are words of their own, and those they follow as such ("where we sat"). */
const ALSO_WORDS = set("sun sat wed");
const SUBJECTS = set("i we he she they who it you cat dog get got");

/** Abbreviations of zones: "5pm EST" is a time that cannot be told here. */
const ZONE = /^(?:UTC|GMT|[A-Z]{1,4}T)$/;

const PART = /^(?:morning|afternoon|evening|night|noon)$/;

/** "every Friday", "the tomorrow", "John's Monday", "movie night saturday" */
const belongsToWhatIsBefore = ({ before, sentence, phrase }: Candidate): boolean =>
  CLAIMS_NEXT.has(before) ||
  (phrase.preposition === "" &&
    /^\p{L}/u.test(before) &&
    PART.test(wordAt(sentence, phrase.start))) ||
  /.[-–/]$/.test(before) ||
  // "John's Monday", but not "at John's on Monday"
  (phrase.preposition === "" && /'s$|s'$/.test(before)) ||
  isWeekday(before) ||
  (isMonth(before) && /^\d/.test(wordAt(sentence, phrase.start))) ||
  (NAMES_WEEKDAY.has(before) && isWeekday(wordAt(sentence, phrase.start)));

/** "sat nav", "the Friday newsletter", "on the 1st floor" */
const belongsToWhatFollows = ({
  sentence,
  next,
  ends,
  leads,
  phrase,
  said,
}: Candidate): boolean => {
  if (ends || MAY_FOLLOW.has(next) || DASH.test(next)) return false;
  // "Friday: call mom"
  if (leads && sentence.text[sentence.words[phrase.end - 1]?.end ?? -1] === ":") return false;
  return !(
    leads &&
    mayLead(phrase, said, wordAt(sentence, phrase.start)) &&
    !isCapital(sentence.words[phrase.end]?.raw)
  );
};

/** At the head ("tomorrow call mom") anything may follow a date that says enough. */
const mayLead = (
  { start, end, preposition, date, time }: Phrase,
  said: number,
  first: string,
): boolean => {
  const prepositions = said - start;
  // "Friday evening class" is a class; "tomorrow evening" is a time.
  if (time && date) return prepositions > 0 || date.kind === "adverb" || !time.part;
  if (date === null) return prepositions > 0 && !(time?.bare && /about|around/.test(preposition));
  if (prepositions > 0) return !["ordinal", "holiday", "slash"].includes(date.kind);
  // "This weekend clean the garage"
  if (date.kind === "duration" || (date.kind === "period" && /^(?:this|next)$/.test(first)))
    return true;
  return date.kind === "adverb" && end === start + 1;
};

const isDateLike = (word: string): boolean =>
  isWeekday(word) || isDayWord(word) || /^\d/.test(word);

/** "Friday or Saturday", "mon, wed and fri", "in a day or two", "Monday - Friday" */
const isOneOfSeveral = ({ sentence, phrase, before, next }: Candidate): boolean => {
  if (DASH.test(before) && isDateLike(wordAt(sentence, phrase.start - 2))) return true;
  const link = wordAt(sentence, phrase.end + 1);
  const second = ["on", "by", "at"].includes(link) ? wordAt(sentence, phrase.end + 2) : link;
  if (next === "or" || DASH.test(next)) return next === "or" || isDateLike(second);
  if (next === ",") return isWeekday(second) || isDayWord(second);
  return (next === "and" || next === "to" || next === "&") && isDateLike(second);
};

const inAnotherZone = ({ sentence, phrase }: Candidate): boolean =>
  phrase.time !== null && ZONE.test(sentence.words[phrase.end]?.raw ?? "");

/** What lies behind is described, not due ("the invoice of 1 Jan 2020"), unless the words say "due". */
const liesBehind = ({ phrase, sentence }: Candidate): boolean =>
  phrase.day < sentence.clock.today && !/\bdue\b/.test(phrase.preposition);

/** "Plan next week", "and review friday", but not "the design review on friday". */
const takesDay = ({ sentence, phrase, before }: Candidate): boolean =>
  TAKES_DAYS.has(before) &&
  (phrase.start <= 1 ||
    /^(?:to|and|then|,|please|pls|i|we)$/.test(wordAt(sentence, phrase.start - 2)));

/** "dinner for 6", "talk about tomorrow", "at the 15th" */
const hasWrongPreposition = (candidate: Candidate): boolean => {
  const { phrase, sentence, before } = candidate;
  const { preposition, date, time } = phrase;
  switch (preposition) {
    case "for":
      return date === null || date.kind === "holiday" || takesDay(candidate);
    case "at":
    case "@":
      if (time?.bare && date === null && AT_AMOUNT.has(before)) return true;
      return time === null && date?.kind !== "period";
    case "until":
    case "till":
      return true;
    case "on":
      return date === null;
    case "over":
      return wordAt(sentence, phrase.end - 1) !== "weekend";
    case "by":
    case "before":
    case "around":
    case "about":
      // "by 2030" is a year.
      if (date === null && /^\d{4}$/.test(wordAt(sentence, phrase.end - 1))) return true;
      if (preposition === "about" || preposition === "around") return time === null;
      return (
        (time?.bare === true || date?.kind === "slash") &&
        sentence.words.slice(0, phrase.start).some(({ text }) => BY_AMOUNT.has(text))
      );
    default:
      return false;
  }
};

/** "15/12", or any with a time behind it; "3/4" may be an amount, and 24/7 is always. */
const isSurelyDate = ({ sentence, phrase, said, ends }: Candidate): boolean => {
  if (phrase.time !== null) return !phrase.time.bare;
  const [one = 0, other = 0] = wordAt(sentence, said).split("/").map(Number);
  return ends && Math.max(one, other) > 12 && !(one === 24 && other === 7);
};

/** Words that are too often something else to be a date by themselves. */
const saysTooLittle = (candidate: Candidate): boolean => {
  const { phrase, sentence, said, before, leads, ends } = candidate;
  const { date, time, preposition } = phrase;
  if (date?.kind === "bare duration") return true;
  // "in the morning", "at night": a habit as often as a date.
  if (date === null && time?.word && time.part && !time.today) return true;
  if (preposition !== "") return false;
  const first = wordAt(sentence, said);
  if (date === null) {
    if (!time || time.bare || (time.word && !time.today) || time.minutes === null) {
      return first !== "eod" && first !== "cob";
    }
    // "3:16" is a verse, a score or a ratio, and so is "Isaiah 22:11".
    const named = phrase.start > 1 && isCapital(sentence.words[phrase.start - 1]?.raw);
    return /^\d{1,2}:\d\d$/.test(first) && (!time.certain || named);
  }
  switch (date.kind) {
    case "slash":
      return !isSurelyDate(candidate) && time === null;
    case "holiday":
      return true;
    case "ordinal":
      return time === null;
    case "adverb":
      // Tom is a person.
      return first === "tom" || first === "tomo" || (takesDay(candidate) && time === null);
    case "weekday":
      return (
        (takesDay(candidate) && time === null) ||
        (ALSO_WORDS.has(first) && (SUBJECTS.has(before) || (leads && !ends)) && time === null)
      );
    default:
      return takesDay(candidate);
  }
};

const RULES = [
  belongsToWhatIsBefore,
  belongsToWhatFollows,
  isOneOfSeveral,
  inAnotherZone,
  liesBehind,
  hasWrongPreposition,
  saysTooLittle,
  isName,
];

/** Whether the phrase may be part of the title, and so stays in it. */
export const belongsToTitle = (candidate: Candidate): boolean =>
  RULES.some((rule) => rule(candidate));
