/**
 * Reads pasted lines as one list: what its head says is done with all of them, and without a head they are added.
 */
import type { Command, NewTask } from "../commands";
import { isImperative } from "./adding";
import { LIST_HEAD } from "../english/clauses";
import { withoutAllAdded } from "./headed-sentences";
import { newTask } from "./fields";
import { type DueAt, findDay } from "../words/due";
import { interpret } from "./interpret";
import type { Line } from "../words/lines";
import { stripped } from "../words/polite";
import { actOf } from "./rules";
import { readTarget } from "./targets";
import { type Span, tokenise, trimSpan, wordsIn } from "../words/tokens";

/** What the line above a list says about it: that its lines are to be added, deleted, completed. */
const readHeader = (
  header: Line,
  at: DueAt,
): { change: "add" | "delete" | "complete"; due?: string } | null => {
  const span = trimSpan(tokenise(header.text));
  const words = wordsIn(span).join(" ");
  const colon = header.text.trim().endsWith(":");
  const command = interpret(span, at);
  const act = actOf(stripped(span), at)?.act;
  if (/^(?:please )?(?:delete|remove|get rid of|drop|erase)\b/.test(words))
    return { change: "delete" };
  if (
    /^(?:please )?(?:complete|tick off|check off|finished|done|mark|i finished|i did|completed)\b/.test(
      words,
    )
  )
    return { change: "complete" };
  const day = findDay(header.text, at);
  const due = day === undefined ? {} : { due: day };
  if (colon || act === "add.nothing" || command.kind === "ask") return { change: "add", ...due };
  if (
    /\b(?:list|tasks|todos?|to-?dos?|these|following|things|need|shopping|groceries)\b/.test(words)
  )
    return { change: "add", ...due };
  return null;
};

const items = (lines: readonly Line[], due: string | undefined, at: DueAt): Command => ({
  kind: "add",
  tasks: lines
    .map((line): NewTask => ({ ...(due ? { due } : {}), ...newTask(itemOf(line.text, at), at) }))
    .filter((task) => task.title !== ""),
});

/** A line of a list, without the "add" that some people write before each. */
const itemOf = (text: string, at: DueAt): Span => {
  const span = trimSpan(tokenise(text));
  const command = actOf(stripped(span), at);
  // "Can you send the invoice by Friday?", of somebody's mail
  const wanted = stripped(span);
  if (command?.act !== "add" && command?.act !== "remind")
    return isImperative(wanted) ? wanted : span;
  const said = interpret(span, at);
  const [only] = said.kind === "add" ? said.tasks : [];
  return only && said.kind === "add" && said.tasks.length === 1 && !only.due
    ? tokenise(only.title)
    : span;
};

/** "add these pls", "can you add": a first line that lacks what the others say. */
const isListHead = (text: string, at: DueAt): boolean => {
  const command = interpret(tokenise(text), at);
  return (
    (command.kind === "ask" && command.about === "title") ||
    (wordsIn(tokenise(text)).length <= 8 && LIST_HEAD.test(text))
  );
};

/** The commands of lines that are a list; null where they are none. */
export const readList = (lines: readonly Line[], at: DueAt): Command[] | null => {
  const [first, ...rest] = lines;
  const last = rest.at(-1);
  if (!first || !last) return null;
  // "… add them all", in a line of its own
  if (first.bullet && !last.bullet && withoutAllAdded(`\n${last.text}`) === "")
    return readList(lines.slice(0, -1), at);
  const bullets = rest.every((line) => line.bullet);
  if (first.bullet && bullets)
    return [
      items([...lines.slice(0, -1), { ...last, text: withoutAllAdded(last.text) }], undefined, at),
    ];
  const heads = bullets || first.text.endsWith(":") || isListHead(first.text, at);
  const header = !first.bullet && heads ? readHeader(first, at) : null;
  if (header?.change === "add") return [items(rest, header.due, at)];
  if (header) {
    return [
      {
        kind: "change",
        change: header.change,
        target: {
          kind: "several",
          targets: rest.map((line) => readTarget(tokenise(line.text), at)),
        },
        fields: {},
      },
    ];
  }
  // Lines without marks: a list when none of them is anything else.
  const read = lines.map((line) => interpret(tokenise(line.text), at));
  const plain = read.every((command) => command.kind === "fragment" || command.kind === "add");
  const adds = read.filter((command) => command.kind === "add").length;
  const short = lines.every((line) => wordsIn(tokenise(line.text)).length <= 12);
  if (plain && short && (adds > 0 || lines.length >= 2)) return [items(lines, undefined, at)];
  return null;
};
