/**
 * Things that are counted in words, in one line: "add two items: first, X; second, Y", "firstly X, secondly Y", "a) X b) Y".
 */
import { COUNTED, LETTERED } from "../english/courtesies";

type Mark = { from: number; to: number };

/** Where the things begin, when they are counted from the first on. */
const marksOf = (line: string): Mark[] => {
  if (/\bfirst(?:ly)?\b/i.test(line)) {
    const found = [...line.matchAll(COUNTED)];
    if (found.length > 1 && /first/i.test(found[0]?.[0] ?? ""))
      return found.map(({ index, 0: text }) => ({ from: index, to: index + text.length }));
  }
  if (!/\ba\)/i.test(line)) return [];
  const found = [...line.matchAll(LETTERED)];
  const inOrder = found.every(
    ({ 1: letter = "" }, index) => letter.toLowerCase() === "abcdef"[index],
  );
  return found.length > 1 && inOrder
    ? found.map(({ index, 0: text }) => ({ from: index, to: index + text.length }))
    : [];
};

/** The line without the words that count: its things are parted by semicolons. */
export const withoutOrdinals = (line: string): string => {
  const marks = marksOf(line);
  const [first] = marks;
  if (!first) return line;
  const things = marks.map(({ to }, index) =>
    line
      .slice(to, marks[index + 1]?.from)
      .trim()
      .replace(/[\s,;.]+(?:and|then)?$/i, ""),
  );
  const head = line.slice(0, first.from).trim();
  return `${head}${head === "" ? "" : " "}${things.join("; ")}`;
};
