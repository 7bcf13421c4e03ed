/** A conversation's first title: the beginning of what the person said. */

const TITLE_LENGTH = 60;

/** The first line with words in it, on one line, cut at a word to at most 60 characters. */
export const titleFrom = (message: string): string => {
  const line = message.split(/\r?\n/).find((candidate) => candidate.trim() !== "") ?? message;
  const title = [...line.trim().replace(/\s+/g, " ")];
  if (title.length <= TITLE_LENGTH) return title.join("");
  const cut = title.slice(0, TITLE_LENGTH - 1).join("");
  const lastSpace = cut.lastIndexOf(" ");
  return `${lastSpace > TITLE_LENGTH / 2 ? cut.slice(0, lastSpace) : cut}…`;
};
