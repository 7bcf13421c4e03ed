/**
 * The words of the date grammar, with the misspellings that people really type.
 * Absolute notations (month names, digits, clock times) are not here: chrono-node reads those, in `notation.ts`.
 */
import { distance } from "fastest-levenshtein";

const table = (rows: Record<string, number>): ReadonlyMap<string, number> =>
  new Map(
    Object.entries(rows).flatMap(([words, value]) =>
      words.split(" ").map((word): [string, number] => [word, value]),
    ),
  );

/** Days counted from today. */
const DAY_WORDS = table({
  "today tod 2day": 0,
  "tomorrow tmrw tmr tmrow tmw tom tomo tomoz 2moro 2morro 2morrow 2mrw 2mro": 1,
  overmorrow: 2,
  yesterday: -1,
});

/** ISO numbers of the weekdays. */
const WEEKDAYS = table({
  "monday mon mondy mnday munday moday": 1,
  "tuesday tue tues tueday teusday": 2,
  "wednesday wed weds": 3,
  "thursday thu thur thurs": 4,
  "friday fri frday firday fridya fryday": 5,
  "saturday sat": 6,
  "sunday sun sunay sudnay": 7,
});

const MONTHS = table({
  "january jan": 1,
  "february feb": 2,
  "march mar": 3,
  "april apr": 4,
  may: 5,
  "june jun": 6,
  "july jul": 7,
  "august aug": 8,
  "september sep sept": 9,
  "october oct": 10,
  "november nov": 11,
  "december dec": 12,
});

const NUMBERS = table({
  "a an one": 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  fifteen: 15,
  twenty: 20,
  thirty: 30,
  forty: 40,
  fifty: 50,
  sixty: 60,
  ninety: 90,
});

/** The days of a month in words, from the first to the thirty-first. */
const ORDINALS: ReadonlyMap<string, number> = new Map(
  (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth " +
    "thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth " +
    "twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth " +
    "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
  )
    .split(" ")
    .map((word, index): [string, number] => [word, index + 1]),
);

export type Unit = "minute" | "hour" | "day" | "week" | "fortnight" | "month" | "year";

const UNITS: ReadonlyMap<string, Unit> = new Map(
  Object.entries({
    minute: "minute minutes min mins",
    hour: "hour hours hr hrs h",
    day: "day days d",
    week: "week weeks wk wks w",
    fortnight: "fortnight fortnights",
    month: "month months mth mths",
    year: "year years yr yrs",
  } satisfies Record<Unit, string>).flatMap(([unit, words]) =>
    words.split(" ").map((word): [string, Unit] => [word, unit as Unit]),
  ),
);

/** Long words are recognised with up to two slips: a letter missing, added or wrong, or two swapped. */
const FORGIVING = ["tomorrow", "yesterday", "tuesday", "wednesday", "thursday", "saturday"];
const MOST_SLIPS = 2;

const isKnown = (word: string): boolean => DAY_WORDS.has(word) || WEEKDAYS.has(word);

/** The word without its slips. A plural ("Tuesdays") is another word, not a slip; so is what is as near to two. */
const mend = (word: string): string => {
  if (isKnown(word) || !/^[a-z]{6,11}$/.test(word) || word.endsWith("s")) return word;
  const near = FORGIVING.filter((right) => right[0] === word[0])
    .map((right) => ({ right, slips: distance(word, right) }))
    .filter(({ slips }) => slips <= MOST_SLIPS)
    .sort((a, b) => a.slips - b.slips);
  const [best, second] = near;
  return best && best.slips !== second?.slips ? best.right : word;
};

export const dayWord = (word: string): number | undefined => DAY_WORDS.get(mend(word));
export const weekdayWord = (word: string): number | undefined => WEEKDAYS.get(mend(word));
export const monthWord = (word: string): number | undefined => MONTHS.get(word);
export const unitWord = (word: string): Unit | undefined => UNITS.get(word);

/** "7", "seven", "twenty-five", "a". */
export const numberWord = (word: string): number | undefined => {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  const [tens, ones] = word.split("-").map((part) => NUMBERS.get(part));
  if (tens === undefined || !word.includes("-")) return NUMBERS.get(word);
  return tens >= 20 && ones !== undefined && ones < 10 ? tens + ones : undefined;
};

/** "1st", "first". */
export const ordinalWord = (word: string): number | undefined => {
  const digits = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(word);
  return digits ? Number(digits[1]) : ORDINALS.get(word);
};

/** "next", "nxt". */
export const isNext = (word: string): boolean => word === "next" || word === "nxt";

/**
 * Where parts of a day begin to be due, in minutes: morning and evening as in Todoist
 * (https://todoist.com/help, "Dates and times": every morning is 9am, every evening 7pm).
 */
export const PARTS_OF_DAY: ReadonlyMap<string, number> = new Map([
  ["morning", 9 * 60],
  ["afternoon", 15 * 60],
  ["evening", 19 * 60],
  ["night", 20 * 60],
]);
