/**
 * A message's lines, without the marks of pasted lists: bullets, numbers, checkboxes, headings.
 */
/** A list's mark at the head of a line: "-", "*", "1.", "2)", "[ ]", "- [x]". */
const BULLET =
  /^\s*(?:(?:[-*•◦▪‣+–—>]|\(?\d{1,3}[.)]|[a-z][.)])(?:\s+|(?=\[)))?(?:\[[ xX✓]?\]\s*|[☐☑✅✔]\s*)?/u;

export type Line = { text: string; bullet: boolean };

/** "1) book flights 2) renew visa" in one line is a list too. */
const unfolded = (line: string): string[] => {
  const marks = [...line.matchAll(/(?:^|\s)\(?(\d{1,2})[.)]\s+(?=\p{L})/gu)];
  const counted = marks.every((mark, index) => Number(mark[1]) === index + 1);
  if (marks.length < 2 || !counted) return [line];
  const starts = marks.map((mark) => mark.index);
  const head = line.slice(0, starts[0]).trim();
  const rest = starts.map((start, index) => line.slice(start, starts[index + 1]).trim());
  return head === "" ? rest : [`${head.replace(/:$/, "")}:`, ...rest];
};

const HEADING = /^\s*#{1,6}\s+(?=\p{L})/u;

/** The headings between the parts of a list are no tasks; the first may say what the list is. */
const withoutHeadings = (lines: readonly string[]): string[] => {
  const list = lines.some((line) => (BULLET.exec(line)?.[0] ?? "").trim() !== "");
  if (!list) return [...lines];
  return lines
    .filter((line, index) => index === 0 || !HEADING.test(line))
    .map((line) => (HEADING.test(line) ? `${line.replace(HEADING, "").trim()}:` : line));
};

/** The lines of a message that say something. */
export const linesOf = (message: string): Line[] =>
  withoutHeadings(message.split(/\r?\n/).flatMap(unfolded))
    .map((line) => {
      const mark = BULLET.exec(line)?.[0] ?? "";
      return { text: line.slice(mark.length).trim(), bullet: mark.trim() !== "" };
    })
    .filter((line) => /[\p{L}\p{N}]/u.test(line.text));
