/**
 * Distances: "in 3 days", "two weeks' time", "3 days ago". chrono-node adds months past their ends (31 January and a
 * month is 3 March) and hours by the server's own clock, takes "a few" for three, and knows no fortnights or workdays.
 */
import type { Parser } from "chrono-node";
import { addMonths, partsOf, type Day } from "./calendar";
import { dateOn } from "./day-forms";
import { form } from "./form";
import type { Span } from "./reading";

const UNITS: readonly (readonly [pattern: RegExp, span: Partial<Span>])[] = [
  [/^m(?:in|$)/, { minutes: 1 }],
  [/^h/, { minutes: 60 }],
  [/^(?:business|working)/, { workdays: 1 }],
  [/^d/, { days: 1 }],
  [/^w/, { days: 7 }],
  [/^f/, { days: 14 }],
  [/^m/, { months: 1 }],
  [/^y/, { months: 12 }],
];

const COUNT = "\\d{1,4}(?:\\.5)?|(?:a )?couple(?: of)?|an?";
const UNIT =
  "min(?:ute)?s?|hours?|hrs?|h|days?|d|weeks?|wks?|w|fortnights?|months?|mths?|years?|yrs?|(?:business|working) days?";
// Written to a number, "m" is minutes; months are written out.
const PIECE =
  `half (?:an )?hour|a quarter of an hour|\\d{1,4}h\\d\\d|\\d{1,4}m(?!\\w)|\\d{1,2} and a half hours|` +
  `(?:(?:${COUNT}) |\\d{1,4})(?:${UNIT})(?:'s?)?(?: and a half)?`;
const SPAN = `(?<span>(?:${PIECE})(?:,?(?: and)? (?:${PIECE})){0,3})`;
const PIECES = new RegExp(`(?<![\\w.])(?:${PIECE})(?!\\w)`, "g");

const NOTHING: Span = { months: 0, days: 0, workdays: 0, minutes: 0 };

const countOf = (word: string): number => {
  if (/couple/.test(word)) return 2;
  return /^\d/.test(word) ? Number.parseFloat(word) + (word.endsWith("half") ? 0.5 : 0) : 1;
};

const pieceOf = (piece: string): Span | null => {
  if (piece.startsWith("half")) return { ...NOTHING, minutes: 30 };
  if (piece.startsWith("a quarter")) return { ...NOTHING, minutes: 15 };
  const [, count = "", said = "", more] =
    /^([\d.]+(?: and a half(?= hours))?|(?:a )?couple(?: of)?|an?(?= )) ?([a-z ]+?)(?:'s?)?(\d\d| and a half)?$/.exec(
      piece,
    ) ?? [];
  const unit = UNITS.find(([pattern]) => pattern.test(said))?.[1];
  if (!unit) return null;
  const extra = more === undefined ? 0 : /\d/.test(more) ? Number(more) : 30;
  // Half a day is no date, and half an hour a time.
  if (!unit.minutes && (extra || count.includes("."))) return null;
  const times = (value = 0) => value * countOf(count);
  return {
    months: times(unit.months),
    days: times(unit.days),
    workdays: times(unit.workdays),
    minutes: times(unit.minutes) + extra,
  };
};

const spanOf = (words: string): Span | null => {
  const pieces = (words.match(PIECES) ?? []).map(pieceOf);
  return pieces.reduce<Span | null>(
    (sum, piece) =>
      sum &&
      piece && {
        months: sum.months + piece.months,
        days: sum.days + piece.days,
        workdays: sum.workdays + piece.workdays,
        minutes: sum.minutes + piece.minutes,
      },
    NOTHING,
  );
};

const addWorkdays = (day: Day, count: number): Day => {
  let at = day;
  for (let left = Math.min(Math.abs(count), 2000); left > 0;) {
    at += Math.sign(count);
    if (partsOf(at).weekday <= 5) left--;
  }
  return at;
};

/** The day that lies a distance from another, its minutes left aside. */
export const shift = (day: Day, span: Span, sign: 1 | -1 = 1): Day =>
  addWorkdays(addMonths(day, sign * span.months) + sign * span.days, sign * span.workdays);

const fromNow = (kind: "duration" | "bare duration", words: string, today: Day) => {
  const later = spanOf(words);
  return later && { slot: "date" as const, kind, day: today, later };
};

export const SPAN_FORMS: readonly Parser[] = [
  form(`(?:in|within)(?: the next| about| around)? ${SPAN}(?: time)?`, ({ span = "" }, today) =>
    fromNow("duration", span, today),
  ),
  form(`${SPAN} from now`, ({ span = "" }, today) => fromNow("duration", span, today)),
  form(`${SPAN} ago`, ({ span: words = "" }, today) => {
    const span = spanOf(words);
    return span && span.minutes + span.workdays === 0
      ? dateOn("past", shift(today, span, -1))
      : null;
  }),
  form(SPAN, ({ span: words = "" }) => {
    const span = spanOf(words);
    return span && { slot: "span", span };
  }),
  // "18h" may be an hour of the day or a number of hours, "5m" an amount, "one day" never.
  form(SPAN, ({ span = "" }, today) =>
    /^\d+[hm]\d*$|^1 day$/.test(span) ? null : fromNow("bare duration", span, today),
  ),
  // "The week before Christmas" is more than a day.
  form(
    "(?:the )?day(?= (?:before|after))|(?<week>week)(?= (?:from|on|today|tomorrow))",
    ({ week }) => ({
      slot: "span",
      span: { ...NOTHING, days: week ? 7 : 1 },
    }),
  ),
  form("(?:the )?next (?:(?:business|working) day|workday)", (_, today) =>
    dateOn("duration", addWorkdays(today, 1)),
  ),
];
