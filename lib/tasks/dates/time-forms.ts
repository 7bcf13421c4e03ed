/** The ways to say a time of day: "5pm", "at 6", "half past six", "noon", "in the morning", "end of day". */
import { numberWord, PARTS_OF_DAY } from "./lexicon";
import { after, longest, pastThe, wordAt, type Sentence, type TimeReading } from "./reading";

const NOON = 12 * 60;

/** "noon", "12 noon", "midnight". */
const readNamed = (sentence: Sentence, from: number): TimeReading | null => {
  const at = wordAt(sentence, from) === "12" ? from + 1 : from;
  switch (wordAt(sentence, at)) {
    case "noon":
    case "midday":
      return { end: at + 1, minutes: NOON, certain: true, bare: false, word: true };
    case "midnight":
      return { end: at + 1, minutes: 0, certain: true, bare: false, midnight: true, word: true };
    default:
      return null;
  }
};

const hourWord = (word: string): number | undefined => {
  const hour = word === "a" || word === "an" ? undefined : numberWord(word);
  return hour !== undefined && hour >= 1 && hour <= 12 ? hour : undefined;
};

/** "half past 6", "quarter to five", "ten past six". */
const readSpoken = (sentence: Sentence, from: number): TimeReading | null => {
  const at = wordAt(sentence, from) === "a" ? from + 1 : from;
  const word = wordAt(sentence, at);
  const minutes = word === "half" ? 30 : word === "quarter" ? 15 : numberWord(word);
  const link = wordAt(sentence, at + 1);
  if (minutes === undefined || minutes < 1 || minutes > 30) return null;
  if (link !== "past" && (link !== "to" || word === "half")) return null;
  const written = sentence.notation.timeAt(at + 2);
  const spoken = hourWord(wordAt(sentence, at + 2));
  const hour = written ? written.minutes : spoken === undefined ? null : spoken * 60;
  if (hour === null || hour % 60 !== 0) return null;
  return {
    end: written?.end ?? at + 3,
    minutes: (hour + (link === "past" ? minutes : -minutes) + 1440) % 1440,
    certain: written?.certain ?? false,
    // "move 5 to 6" says no time; "half past" always does.
    bare: word !== "half" && word !== "quarter",
  };
};

/** "6", "6:30", "5 p.m.", "six o'clock", "seven pm". */
const readClock = (sentence: Sentence, from: number): TimeReading | null => {
  const written = sentence.notation.timeAt(from);
  if (written) {
    const { end, minutes, certain, explicit } = written;
    const night = /night$/.test(wordAt(sentence, end - 1));
    // chrono takes "12 at night" for noon.
    return night && minutes === NOON
      ? { end, minutes: 0, certain: true, bare: false, midnight: true }
      : { end, minutes, certain, bare: !explicit };
  }
  const hour = /^\d/.test(wordAt(sentence, from)) ? undefined : hourWord(wordAt(sentence, from));
  if (hour === undefined) return null;
  const suffix = wordAt(sentence, from + 1);
  if (/^[ap]\.?m\.?$/.test(suffix)) {
    const minutes = ((hour % 12) + (suffix.startsWith("p") ? 12 : 0)) * 60;
    return { end: from + 2, minutes, certain: true, bare: false };
  }
  if (suffix === "o'clock" || suffix === "oclock") {
    return { end: from + 2, minutes: hour * 60, certain: false, bare: false };
  }
  if (suffix === "thirty" || suffix === "fifteen") {
    const past = suffix === "thirty" ? 30 : 15;
    return { end: from + 2, minutes: hour * 60 + past, certain: false, bare: true };
  }
  return { end: from + 1, minutes: hour * 60, certain: false, bare: true };
};

/** "in the morning", "this evening", "at night", "afternoon". */
const readPart = (
  sentence: Sentence,
  from: number,
): { end: number; part: string; today: boolean } | null => {
  const firstThing = after(sentence, from, "first", "thing");
  if (firstThing !== null) {
    const end = after(sentence, firstThing, "in", "the", "morning") ?? firstThing;
    return { end, part: "morning", today: false };
  }
  const inThe = after(sentence, from, "in", "the") ?? after(sentence, from, "at");
  const now = after(sentence, from, "this");
  const at = inThe ?? now ?? from;
  const part = wordAt(sentence, at);
  return PARTS_OF_DAY.has(part) ? { end: at + 1, part, today: now !== null } : null;
};

/** "morning", "morning at 9", "in the evening, 8pm". */
const readPartFirst = (sentence: Sentence, from: number): TimeReading | null => {
  const part = readPart(sentence, from);
  if (!part) return null;
  const alone: TimeReading = {
    end: part.end,
    minutes: PARTS_OF_DAY.get(part.part) ?? null,
    certain: true,
    bare: false,
    word: true,
    part: part.part,
    today: part.today,
  };
  const at = after(sentence, part.end, "at") ?? after(sentence, part.end, "@");
  const clock = readClock(sentence, at ?? part.end);
  return clock && !(clock.bare && at === null)
    ? { ...clock, bare: false, part: part.part, today: part.today }
    : alone;
};

/** A clock time with what may follow it: "6 in the evening", "8 sharp". */
const readClockFirst = (sentence: Sentence, from: number): TimeReading | null => {
  const clock = longest([
    readNamed(sentence, from),
    readSpoken(sentence, from),
    readClock(sentence, from),
  ]);
  if (!clock) return null;
  const end = after(sentence, clock.end, "sharp") ?? clock.end;
  const part = readPart(sentence, end);
  return part && !clock.certain
    ? { ...clock, end: part.end, bare: false, part: part.part, today: part.today }
    : { ...clock, end };
};

/** The end of a day is its date, without a time. */
const readDayEnd = (sentence: Sentence, from: number): TimeReading | null => {
  const at = pastThe(sentence, from);
  const end =
    after(sentence, from, "eod") ??
    after(sentence, from, "cob") ??
    after(sentence, at, "end", "of", "day") ??
    after(sentence, at, "end", "of", "the", "day") ??
    after(sentence, at, "end", "of", "business") ??
    after(sentence, at, "close", "of", "business");
  return end === null ? null : { end, minutes: null, certain: true, bare: false };
};

/** The longest time that begins at word `from`, or null. */
export const readTime = (sentence: Sentence, from: number): TimeReading | null =>
  longest([
    readClockFirst(sentence, from),
    readPartFirst(sentence, from),
    readDayEnd(sentence, from),
  ]);
