/** Dates in names: "Tomorrow Never Dies", "Ruby Tuesday". They stay in the title. */
import { type Candidate, isCapital, set } from "./candidate";
import { isMonth, isWeekday } from "./lexicon";
import { wordAt } from "./reading";

/** Whether plain English writes the word with a capital: Friday, December. */
const isProper = (text: string): boolean => isWeekday(text) || isMonth(text);

/** Words that people stand behind: "coffee with Lena Thursday". */
const BEFORE_PEOPLE = set(
  "with call phone ring text email message meet visit ask tell remind pay help from drive",
);

/** Whether a date behind a name can only be a date: "flight to Rome December 20th", "Lena Thursday 4pm". */
const isPlainBehindName = ({ phrase, sentence, ends }: Candidate): boolean => {
  const { date, time, start } = phrase;
  if (time !== null && (!time.bare || time.beside === true)) return true;
  if (date?.kind === "written") return true;
  return date?.kind === "weekday" && ends && BEFORE_PEOPLE.has(wordAt(sentence, start - 2));
};

/** "Tomorrow Never Dies", "Blue Friday", "the film Next Friday", "Around the World in 80 Days" */
export const isName = (candidate: Candidate): boolean => {
  const { phrase, sentence, said, leads } = candidate;
  const { words } = sentence;
  const { start, end, preposition } = phrase;
  const unusual = (index: number) => {
    const word = words[index];
    return word !== undefined && isCapital(word.raw) && !isProper(word.text);
  };
  for (let index = leads ? start + 1 : said; index < end; index++) {
    if (unusual(index)) return true;
  }
  if (preposition !== "") return false;
  const afterName = start > 1 && isCapital(words[start]?.raw) && isCapital(words[start - 1]?.raw);
  return (afterName && !isPlainBehindName(candidate)) || (!leads && isCapital(words[end]?.raw));
};
