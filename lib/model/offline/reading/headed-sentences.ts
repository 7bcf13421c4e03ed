/**
 * A head that says "these", and then a sentence for each: "add these please. feed the hens. ring Doreen." is a list.
 */
import type { DueAt } from "../words/due";
import { ALL_ADDED, THESE } from "../english/headed-sentences";
import { interpret } from "./interpret";
import { tokenise, wordsIn } from "../words/tokens";

const MOST_WORDS = 14;

const isThing = (text: string, at: DueAt): boolean => {
  const span = tokenise(text);
  if (text.includes("?") || wordsIn(span).length > MOST_WORDS) return false;
  const command = interpret(span, at);
  return (
    command.kind === "add" ||
    (command.kind === "fragment" && !(command.aside ?? command.numbers ?? command.due))
  );
};

/** The message with a line for each of them; itself where it is anything else. */
export const withLines = (message: string, at: DueAt): string => {
  const [, head = "", rest = ""] = THESE.exec(message) ?? [];
  // "add these: milk, eggs" is a list with commas.
  if (head === "" || /[,\n]/.test(rest)) return message;
  const parts = rest
    .split(/[.;!]+(?:\s+|$)/)
    .map((part) => part.trim())
    .filter(Boolean);
  if (parts.length < 2 || !parts.every((part) => isThing(part, at))) return message;
  return [`${head}:`, ...parts.map((part) => `- ${part}`)].join("\n");
};

/** The last of a list's lines without "add them all". */
export const withoutAllAdded = (text: string): string => text.replace(ALL_ADDED, "");
