/**
 * Lists that an explicit "add" or "to do:" begins: what follows is to be added too, whatever its verb ("add pens, remove
 * staples"), unless it names a task beyond doubt ("add stamps and delete task 2").
 */
import type { Command } from "../commands";
import type { DueAt } from "../words/due";
import { NAMED_TASK, TASK_WORD } from "../english/joining";
import type { Act } from "../english/rule";
import { LISTED_VERBS, MARKING, STRONG_DELETION, TASK_VERBS } from "../english/verbs";
import { stripped } from "../words/polite";
import { actOf } from "./rules";
import { type Span, textOf, wordsIn } from "../words/tokens";

const ADDING: ReadonlySet<Act> = new Set<Act>([
  "add",
  "add.whole",
  "add.list",
  "add.onto",
  "remind",
]);

/** Whether a change names its task by more than words that something new may have as well. */
const isBeyondDoubt = (command: Extract<Command, { kind: "change" }>, piece: Span): boolean => {
  const words = wordsIn(piece);
  const strong = STRONG_DELETION.has(words[0] ?? "");
  switch (command.target.kind) {
    case "title":
      return NAMED_TASK.test(words.join(" ")) || piece.tokens.some(({ kind }) => kind === "quote");
    case "pronoun":
      return false;
    case "numbers":
      // "kill item 2"
      return strong || !words.some((word) => TASK_WORD.test(word) && !/^tasks?$/.test(word));
    default:
      return true;
  }
};

/** Whether a piece that could be a command is one more thing to add, behind a clause that says "add". */
export const isOneMore = (before: Span, piece: Span, command: Command, at: DueAt): boolean => {
  if (command.kind !== "change") return false;
  // A date or a priority is given to what is there.
  if (command.change === "update" && command.fields.title === undefined) return false;
  const head = actOf(stripped(before), at);
  if (!head || head.loose || !ADDING.has(head.act)) return false;
  const span = stripped(piece);
  const [verb = "", next = ""] = wordsIn(span);
  if (MARKING.has(verb) || (next === "off" && MARKING.has(`${verb} off`))) return false;
  if (/ (?:off|done|complete|completed|finished)$/.test(` ${textOf(span)}`)) return false;
  if (!TASK_VERBS.has(verb) && !LISTED_VERBS.has(verb)) return false;
  return wordsIn(before).includes(verb) || !isBeyondDoubt(command, span);
};
