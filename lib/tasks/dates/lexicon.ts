/**
 * One spelling for each word of a date, whatever people type: chrono-node and the forms read only these.
 * "tmrw", "wensday", "Dec" and "twenty-one" become "tomorrow", "wednesday", "december" and "21".
 */
import { distance } from "fastest-levenshtein";

export const WEEKDAYS = "monday tuesday wednesday thursday friday saturday sunday".split(" ");
export const MONTHS =
  "january february march april may june july august september october november december".split(
    " ",
  );

/** Spellings that the rules for slips below don't reach, or that aren't slips. */
const ALIASES: Record<string, string> = {
  today: "tod 2day todya tody todat toady toda tdy",
  tonight: "tonite 2nite 2night",
  tomorrow: "tmrw tmr tmrow tmw tom tomo tomoz 2moro 2morro 2morrow 2mrw 2mro tmoro tmrrw",
  monday: "mon mondya monady mondy mnday munday moday",
  tuesday: "tue tues tueday teusday",
  wednesday: "wed weds",
  thursday: "thu thur thurs",
  friday: "fri frday firday fridya fryday",
  saturday: "sat",
  sunday: "sun sunay sudnay",
  january: "jan",
  february: "feb",
  march: "mar",
  april: "apr",
  june: "jun",
  july: "jul",
  august: "aug",
  september: "sep sept",
  october: "oct",
  november: "nov",
  december: "dec",
  night: "nite",
  afternoon: "arvo aft",
  am: "a.m",
  pm: "p.m",
  next: "nxt",
  hour: "hr",
  hours: "hrs",
  week: "wk",
  weeks: "wks",
  month: "mth",
  months: "mths",
  year: "yr",
  years: "yrs",
  at: "@",
};

const NUMBERS =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
  "eighteen nineteen";
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety";

const SPELLINGS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(ALIASES).flatMap(([right, typed]) =>
    typed.split(" ").map((word): [string, string] => [word, right]),
  ),
  ...NUMBERS.split(" ").map((word, index): [string, string] => [word, String(index + 1)]),
  ...TENS.split(" ").flatMap((tens, index): [string, string][] => [
    [tens, String(20 + 10 * index)],
    ...NUMBERS.split(" ")
      .slice(0, 9)
      .map((ones, unit): [string, string] => [`${tens}-${ones}`, String(21 + 10 * index + unit)]),
  ]),
]);

/** Long words are recognised with up to two slips: a letter missing, added or wrong, or two swapped. */
const FORGIVING = [
  "tonight",
  "tomorrow",
  "yesterday",
  "tuesday",
  "wednesday",
  "thursday",
  "saturday",
];
const MOST_SLIPS = 2;
const MAY_BE_SLIP = /^[tyws][a-z]{5,10}$/;

/** The word without its slips. A plural ("Tuesdays") is another word, not a slip; so is what is as near to two. */
const mend = (word: string): string => {
  if (!MAY_BE_SLIP.test(word) || word.endsWith("s") || FORGIVING.includes(word)) return word;
  const near = FORGIVING.filter((right) => right[0] === word[0])
    .map((right) => ({ right, slips: distance(word, right) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips);
  const [best, second] = near;
  return best && best.slips !== second?.slips ? best.right : word;
};

const MOST_MENDED = 5000;
const mended = new Map<string, string>();

/** The one spelling of a word in lower case; a word that is in no date stays as it is. */
export const spelt = (word: string): string => {
  const known = SPELLINGS.get(word) ?? mended.get(word);
  if (known !== undefined) return known;
  if (mended.size >= MOST_MENDED) mended.clear();
  const right = mend(word);
  mended.set(word, right);
  return right;
};

export const isDayWord = (word: string): boolean =>
  /^(?:today|tomorrow|overmorrow|yesterday)$/.test(spelt(word));
export const isWeekday = (word: string): boolean => WEEKDAYS.includes(spelt(word));
export const isMonth = (word: string): boolean => MONTHS.includes(spelt(word));

/** The days of a month in words, from the first to the thirty-first. */
const ORDINALS = (
  "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth " +
  "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth " +
  "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth " +
  "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
).split(" ");

/** "1st" or "first" to 1. */
export const ordinal = (word: string): number =>
  /^\d/.test(word) ? Number.parseInt(word, 10) : ORDINALS.indexOf(word) + 1;

/** What the forms are made of: sources of regular expressions over spelt words. */
export const WEEKDAY = `(?:${WEEKDAYS.join("|")})`;
export const MONTH = `(?:${MONTHS.join("|")})`;
export const ORDINAL = `(?:\\d{1,2}(?:st|nd|rd|th)|${ORDINALS.toReversed().join("|")})`;
