/** The ways to name a day: every form tries to read one at a word, the longest reading wins. */
import { dayOf, wallClock } from "./calendar";
import { dayWord } from "./lexicon";
import { readHoliday, readOrdinal, readWritten } from "./month-dates";
import { readPeriod } from "./periods";
import { after, longest, pastThe, wordAt, type DateReading, type Sentence } from "./reading";
import { readDistance } from "./spans";
import { readNthWeekday, readWeekday } from "./weekdays";

/** today · tomorrow · tonight · the day after tomorrow */
const readDayWord = (sentence: Sentence, from: number): DateReading | null => {
  const { today } = sentence.clock;
  const later =
    after(sentence, from, "later", "today") ?? after(sentence, from, "later", "tonight");
  const word = wordAt(sentence, later === null ? from : from + 1);
  if (word === "tonight" || word === "tonite" || word === "2nite" || word === "2night") {
    return { end: later ?? from + 1, kind: "adverb", day: today, part: "night" };
  }
  if (later !== null) return { end: later, kind: "adverb", day: today };
  const offset = dayWord(word);
  if (offset !== undefined) {
    return { end: from + 1, kind: offset < 0 ? "past" : "adverb", day: today + offset };
  }
  const at = pastThe(sentence, from);
  const step = wordAt(sentence, at + 1);
  const base = wordAt(sentence, at) === "day" ? dayWord(wordAt(sentence, at + 2)) : undefined;
  if (base === 1 && step === "after") return { end: at + 3, kind: "adverb", day: today + 2 };
  if (base === -1 && step === "before") return { end: at + 3, kind: "past", day: today - 2 };
  return null;
};

const STAMP =
  /^(\d{4})-(\d{2})-(\d{2})t([01]\d|2[0-3]):([0-5]\d)(?::\d{2}(?:\.\d{1,9})?)?(z|[+-]\d{2}:?\d{2})?$/;

/** "2026-12-01T18:30"; with an offset it is an instant, and becomes what the person's clock shows then. */
const readStamp = (sentence: Sentence, from: number): DateReading | null => {
  const match = STAMP.exec(wordAt(sentence, from));
  if (!match) return null;
  const day = dayOf(Number(match[1]), Number(match[2]), Number(match[3]));
  if (day === null) return null;
  const end = from + 1;
  const minutes = Number(match[4]) * 60 + Number(match[5]);
  const offset = match[6];
  if (offset === undefined) return { end, kind: "iso", day, minutes };
  const sign = offset.startsWith("-") ? -1 : 1;
  const shift =
    offset === "z" ? 0 : sign * (Number(offset.slice(1, 3)) * 60 + Number(offset.slice(-2)));
  const instant = new Date((day * 1440 + minutes - shift) * 60_000);
  const at = wallClock(instant, sentence.clock.timeZone);
  return { end, kind: "iso", day: at.today, minutes: at.minutes };
};

/** A date without what it may be counted from. */
const readPlainDate = (sentence: Sentence, from: number): DateReading | null =>
  longest([
    readDayWord(sentence, from),
    readWeekday(sentence, from),
    readPeriod(sentence, from),
    readOrdinal(sentence, from),
    readNthWeekday(sentence, from),
    readWritten(sentence, from),
    readStamp(sentence, from),
    readHoliday(sentence, from),
  ]);

/** The longest date that begins at word `from`, or null. */
export const readDate = (sentence: Sentence, from: number): DateReading | null =>
  longest([readPlainDate(sentence, from), readDistance(sentence, from, readPlainDate)]);
