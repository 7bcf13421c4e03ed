/**
 * chrono-node reads a sentence: its English parsers and the forms that it lacks, over words in one spelling, then
 * corrections. What it finds is kept by the word at which it begins, for `phrase.ts` to put together.
 *
 * chrono computes in the server's own zone. Its reference is therefore that zone's noon of the person's today, where
 * no change of the clocks can move a day; hours are counted elsewhere.
 */
import { Chrono, en } from "chrono-node";
import { partsOf, type Day } from "./calendar";
import { corrections } from "./corrections";
import { DAY_FORMS } from "./day-forms";
import { Said } from "./form";
import { MONTH } from "./lexicon";
import { PERIOD_FORMS } from "./period-forms";
import type { At, Reading, Readings } from "./reading";
import { SPAN_FORMS } from "./span-forms";
import { TIME_FORMS } from "./time-forms";
import type { PlainText } from "./words";

/** What chrono reads for us. Its other parsers, of distances and lone months, find what we would drop again. */
const SAMPLES = ["tomorrow", "friday", "1 december", "december 1", "12/5", "2026-12-01", "5pm"];
const ENGLISH = en.configuration.createCasualConfiguration().parsers.filter((parser) => {
  const alone = new Chrono({ parsers: [parser], refiners: [] });
  return SAMPLES.some((sample) => alone.parse(sample)[0]?.text === sample);
});

const reader = (monthFirst: boolean) =>
  new Chrono({
    parsers: [...DAY_FORMS, ...PERIOD_FORMS, ...SPAN_FORMS, ...TIME_FORMS, ...ENGLISH],
    refiners: [corrections(monthFirst)],
  });

const MONTH_FIRST = reader(true);
const DAY_FIRST = reader(false);

/** What every form has in it: without any of it, a look at the sentence is enough. */
const HINT = new RegExp(
  `\\d|day|morrow|night|noon|morning|evening|week|month|quarter|year|hour|fortnight|${MONTH}|mid-|mas\\b|` +
    "\\bmin|halloween|business|\\b(?:eo[dwmqy]|cob|first|second|third|\\w+th)\\b",
);

const noonOf = (day: Day): Date => {
  const { year, month, date } = partsOf(day);
  return new Date(year, month - 1, date, 12);
};

/** Whether words in their one spelling may have a date in them. */
export const hasHint = (plain: string): boolean => HINT.test(plain);

/** All readings of a text that may hold a date. */
export const readingsOf = (
  { text, starts, ends }: PlainText,
  today: Day,
  monthFirst: boolean,
): Readings => {
  const readings = new Map<number, At<Reading>[]>();
  for (const result of (monthFirst ? MONTH_FIRST : DAY_FIRST).parse(text, noonOf(today))) {
    const start = starts.get(result.index);
    const end = ends.get(result.index + result.text.length);
    if (start === undefined || end === undefined || !(result.start instanceof Said)) continue;
    const there = [...(readings.get(start) ?? []), { ...result.start.reading, end }];
    readings.set(
      start,
      there.sort((a, b) => b.end - a.end),
    );
  }
  return readings;
};
