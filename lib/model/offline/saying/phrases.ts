/**
 * Small pieces that sentences are made of.
 */
const seedOf = (text: string): number => {
  let seed = 7;
  for (const letter of text) seed = (seed * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003;
  return seed;
};

/** One of the wordings, the same for the same content: what is said again must be what was said. */
export const pick = (content: string, wordings: readonly string[]): string =>
  wordings[seedOf(content) % wordings.length] ?? "";

const RIGHT_TO_LEFT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u;

/** A title inside a sentence: written from right to left, it is set apart, or numbers beside it would change places. */
export const isolated = (title: string): string =>
  RIGHT_TO_LEFT.test(title) ? `\u2068${title}\u2069` : title;

export const name = (task: { task_id: number; title: string }): string =>
  task.title === "" ? `#${task.task_id}` : `#${task.task_id} ${isolated(task.title)}`;

/** The text as a sentence. */
export const full = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);

/** "a, b and c" */
export const enumerated = (items: readonly string[]): string =>
  items.length < 2
    ? (items[0] ?? "")
    : `${items.slice(0, -1).join(", ")} and ${items.at(-1) ?? ""}`;
