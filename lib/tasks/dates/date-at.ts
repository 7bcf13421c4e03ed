/** The date that begins at a word, put together from the readings there: "the 15th", "Friday, 27 November". */
import { partsOf, wallClock } from "./calendar";
import {
  after,
  longest,
  readingAt,
  wordAt,
  type At,
  type DateReading,
  type Sentence,
  type Span,
} from "./reading";
import { shift } from "./span-forms";

/** "Friday 27 November", "Fri the 13th": the date must fall on that weekday. */
const datedWeekday = (sentence: Sentence, weekday: At<DateReading>): At<DateReading> | null => {
  const at = after(sentence, weekday.end, ",") ?? weekday.end;
  const date = longest(readingAt(sentence, "date", at), withArticle(sentence, at));
  if (!date?.fitting) return null;
  const day = date.fitting((candidate) => partsOf(candidate).weekday === weekday.weekday);
  // A weekday that contradicts its date is a slip that nobody can resolve for the person.
  return day === null ? null : { ...date, day };
};

/** "the 15th", "the next Friday"; "the Friday" is said of one that was spoken of before. */
const withArticle = (sentence: Sentence, from: number): At<DateReading> | null => {
  const date = wordAt(sentence, from) === "the" ? readingAt(sentence, "date", from + 1) : null;
  const definite =
    date?.kind === "weekday" ? date.weekday === undefined : date?.fitting !== undefined;
  return date && definite ? date : null;
};

const LINKS: Record<string, 1 | -1> = { from: 1, on: 1, after: 1, before: -1 };

const isWeek = ({ months, workdays, days }: Span): boolean => months + workdays === 0 && days === 7;

/** "a week from Friday", "two weeks on Tuesday", "3 days before Christmas", "a week tomorrow", "a week Friday" */
const distantDate = (sentence: Sentence, from: number): At<DateReading> | null => {
  const counted = readingAt(sentence, "span", from);
  if (!counted || counted.span.minutes > 0) return null;
  const { span, end } = counted;
  const sign = LINKS[wordAt(sentence, end)];
  const base = plainDate(sentence, sign ? end + 1 : end);
  if (!base || base.minutes !== undefined || base.later) return null;
  // Without a link: "three weeks tomorrow", "a week Friday".
  const inWeeks = span.months + span.workdays === 0 && span.days % 7 === 0;
  const linkless = base.kind === "adverb" ? inWeeks && !base.part : isWeek(span) && base.weekday;
  if (!sign && !(linkless && base.end === end + 1)) return null;
  return { slot: "date", kind: "duration", day: shift(base.day, span, sign), end: base.end };
};

const plainDate = (sentence: Sentence, from: number): At<DateReading> | null => {
  const date = longest(readingAt(sentence, "date", from), withArticle(sentence, from));
  return (date?.weekday === undefined ? null : datedWeekday(sentence, date)) ?? date;
};

/** What was said as an instant, or counted from now, on the person's clock. */
const onClock = (sentence: Sentence, date: At<DateReading>): At<DateReading> => {
  const { now, timeZone } = sentence.clock;
  if (date.instant) {
    const { today, minutes } = wallClock(date.instant, timeZone);
    return { ...date, day: today, minutes };
  }
  if (!date.later) return date;
  if (date.later.minutes === 0) return { ...date, day: shift(date.day, date.later) };
  // Two hours are two hours when the clocks change; days, weeks and months are counted in the calendar.
  const { today, minutes } = wallClock(
    new Date(now.getTime() + date.later.minutes * 60_000),
    timeZone,
  );
  return { ...date, day: shift(today, date.later), minutes };
};

/** The longest date that begins at word `from`, or null. */
export const dateAt = (sentence: Sentence, from: number): At<DateReading> | null => {
  const date = longest(plainDate(sentence, from), distantDate(sentence, from));
  return date && onClock(sentence, date);
};
