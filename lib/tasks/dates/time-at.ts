/** The time of day that begins at a word, put together from the readings there: "6 in the evening", "morning at 9". */
import { after, longest, readingAt, type At, type Sentence, type TimeReading } from "./reading";
import { PARTS_OF_DAY } from "./time-forms";

/** "6 in the evening", "8 sharp" */
const clockFirst = (sentence: Sentence, from: number): At<TimeReading> | null => {
  const clock = readingAt(sentence, "time", from);
  if (!clock) return null;
  const end = after(sentence, clock.end, "sharp") ?? clock.end;
  const part = clock.certain ? null : readingAt(sentence, "part", end);
  return part ? { ...clock, ...part, slot: "time", bare: false, word: false } : { ...clock, end };
};

/** "morning", "morning at 9", "in the evening, 8pm" */
const partFirst = (sentence: Sentence, from: number): At<TimeReading> | null => {
  const part = readingAt(sentence, "part", from);
  if (!part) return null;
  const at = after(sentence, part.end, "at") ?? after(sentence, part.end, "@");
  const clock = readingAt(sentence, "time", at ?? part.end);
  if (clock && clock.minutes !== null && !clock.word && !(clock.bare && at === null)) {
    return { ...part, ...clock, bare: false };
  }
  const minutes = PARTS_OF_DAY.get(part.part) ?? null;
  return { ...part, slot: "time", minutes, certain: true, bare: false, word: true };
};

/** The longest time that begins at word `from`, or null. */
export const timeAt = (sentence: Sentence, from: number): At<TimeReading> | null =>
  longest(clockFirst(sentence, from), partFirst(sentence, from));
