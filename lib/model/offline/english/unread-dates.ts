/**
 * What looks like a date or a time and is none: days that no month has, hours that no day has, and days that are over.
 */
const MONTH =
  "(?:jan|feb|mar|apr|may|jun|jul|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|e|y|ust|tember|ober|ember)?";

/** Not a day: it stays in the title. */
export const NO_DATE = new RegExp(
  `(?<![\\p{L}\\d:.])(?:${MONTH}\\s+(?:the\\s+)?[3-9]\\d(?:st|nd|rd|th)?|(?:the\\s+)?[3-9]\\d(?:st|nd|rd|th)?\\s+(?:of\\s+)?${MONTH}|` +
    "(?:2[4-9]|[3-9]\\d):[0-5]\\d|(?:1[3-9]|[2-9]\\d)(?:[:.][0-5]\\d)?\\s*[ap]\\.?m\\.?|at\\s+\\d{1,2}:[6-9]\\d|the\\s+(?:3[2-9]|[4-9]\\d)(?:st|nd|rd|th))(?![\\p{L}\\d:])",
  "iu",
);

/** A day that is over, at the end of a thing to do. */
export const OVER =
  /\b(?:yesterday|last (?:night|(?:mon|tues|wednes|thurs|fri|satur|sun)day))[.!]*$/i;
