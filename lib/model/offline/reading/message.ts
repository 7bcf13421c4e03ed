/**
 * Reads a whole message: its lines, pasted lists among them, and the clauses of each.
 */
import { capitalised } from "@/lib/tasks/capitalised";
import { TITLE_MAX } from "@/lib/tasks/schema";
import type { Command, Target } from "../commands";
import { isImperative } from "./adding";
import { isChore } from "../words/asides";
import { splitClauses } from "./clauses";
import { type Line, linesOf } from "../words/lines";
import { linked, type Read, reported } from "./linking";
import { mended } from "./corrections";
import { CONTRAST } from "../english/corrections";
import { forked } from "./forking";
import { fronted, frontOf } from "./fronting";
import { HOSTILE } from "../english/hostile";
import { withLines } from "./headed-sentences";
import type { DueAt } from "../words/due";
import { sharedDue, underDays } from "./headed-lists";
import { interpret } from "./interpret";
import { readList } from "./pasted";
import { plainer } from "../words/plain";
import { stripped } from "../words/polite";
import { withoutPreamble } from "./preambles";
import { actOf, fitsOf } from "./rules";
import { apposed, wantingPlainly } from "../words/wanting";
import { readTicking } from "./ticking";
import { isUndoing } from "./undoing";
import { quotation, type Span, tokenise, wordsIn } from "../words/tokens";

/** "…, both tomorrow", behind things to add: each of them is due then. */
const withApposed = (text: string, at: DueAt): Command[] | null => {
  const shared = apposed(text, at);
  if (!shared) return null;
  const { head, due, priority, said, tail } = shared;
  const commands = readPlain(head, at);
  const count = commands.flatMap((command) => (command.kind === "add" ? command.tasks : [])).length;
  if (count < 2 || commands.some(({ kind }) => kind !== "add")) {
    // "mom and the report, both high priority", of what is there
    const named = commands.every(({ kind }) => kind === "fragment");
    if (tail !== "" || !(due ?? named)) return null;
    return readPlain(`${head}${named && priority ? " are" : ""} ${said}`, at);
  }
  const extra = { ...(due ? { due } : {}), ...(priority ? { priority } : {}) };
  const added = commands.map((command) =>
    command.kind === "add"
      ? { ...command, tasks: command.tasks.map((task) => ({ ...extra, ...task })) }
      : command,
  );
  return tail === "" ? added : [...added, ...readLine(tail, at)];
};

const readLine = (text: string, at: DueAt): Command[] => {
  if (HOSTILE.test(text)) return readPlain(text, at);
  const days = underDays(text, at);
  if (days) return days.flatMap((part) => readLine(part, at));
  const plain = wantingPlainly(plainer(text), at);
  return withApposed(plain, at) ?? sharedDue(plain, readPlain(plain, at));
};

/** Reads a line in plain words. */
const readPlain = (text: string, at: DueAt): Command[] => {
  const said = tokenise(text);
  const told = HOSTILE.test(text) ? said : withoutPreamble(said, at);
  if (isUndoing(told, at)) return [{ kind: "undo" }];
  const span = HOSTILE.test(text) ? said : mended(told, at);
  if (HOSTILE.test(text) && actOf(stripped(span), at)?.act === undefined)
    return [{ kind: "unclear", reason: "cannot", text }];
  const hostile = HOSTILE.exec(text);
  if (hostile) {
    // Text that tries to give orders is text: it is never cut into commands.
    const command = interpret(span, at);
    return command.kind === "add"
      ? [{ kind: "add", tasks: [{ title: hostileTitle(span, at) }] }]
      : [{ kind: "unclear", reason: "cannot", text }];
  }
  const ticking = readTicking(span, at);
  if (ticking) return [ticking];
  const front = frontOf(span, at);
  const split = front ? front.others : splitClauses(span, at);
  const clauses = split.map((clause) =>
    forked({ span: clause.span, command: clause.command ?? interpret(clause.span, at) }, at),
  );
  if (front) clauses.unshift({ span: front.span, command: front.first });
  const [only] = clauses;
  const same =
    only && clauses.length === 1 && !text.includes(":")
      ? ofSameTitle(only.command, only.span, at)
      : null;
  if (same && !CONTRAST.test(text)) return [same];
  // "Squash at 7, not 6", "the bill tomorrow instead of today" corrects what is there, where there is such a task.
  if (only && clauses.length === 1 && span !== told && CONTRAST.test(text))
    return [corrected(only.command, only.span, at)];
  const wanted = clauses.filter((clause, index) => {
    const next = clauses[index + 1];
    return !(next && isReasonFor(clause.span, next.command, at) && sharesWord(clause, next));
  });
  return linked(reported(fronted(wanted, at), at), at);
};

/** "I'll call mum on Friday" may be said of what is there; "remind me to call mum" asks for something new. */
const NEEDING = /^(?:i|ill|ive|im|we|well|weve|need|have|gotta|must|should)$/;

/** "Call mum friday", where "Call mum" is there, may say when that is to be done. */
const ofSameTitle = (command: Command, span: Span, at: DueAt): Command | null => {
  const [task, another] = command.kind === "add" ? command.tasks : [];
  if (!task?.due || another || task.description || task.repeat) return null;
  const act = actOf(stripped(span), at)?.act;
  const needed = act === "remind" && NEEDING.test(wordsIn(stripped(span))[0] ?? "");
  if (act && !needed) return null;
  const { due, priority } = task;
  return {
    kind: "change",
    change: "update",
    target: { kind: "same", title: task.title },
    fields: { due, ...(priority ? { priority } : {}) },
    otherwise: command,
  };
};

const corrected = (command: Command, span: Span, at: DueAt): Command => {
  const [task, another] = command.kind === "add" ? command.tasks : [];
  if (!task?.due || another || isImperative(stripped(span)) || actOf(stripped(span), at))
    return command;
  const target: Target = { kind: "title", whole: task.title, parts: [] };
  const fields = { due: task.due };
  return { kind: "change", change: "update", target, fields, otherwise: command };
};

/** "The tap needs a washer, add fix tap": the first only says why. */
const isReasonFor = (span: Span, next: Command, at: DueAt): boolean =>
  next.kind === "add" &&
  (isChore(stripped(span)) || actOf(stripped(span), at)?.act === "add.supplies");

const sharesWord = (left: Read, right: Read): boolean => {
  const words = new Set(wordsIn(left.span).filter((word) => word.length > 2 && word !== "the"));
  return wordsIn(right.span).some((word) => words.has(word));
};

/** All that is to be added, to the last mark. */
const hostileTitle = (span: Span, at: DueAt): string => {
  const [fit] = fitsOf(stripped(span), at);
  const title = fit?.slots["title"] ?? span;
  const text = quotation(title) ?? span.source.slice(title.tokens[0]?.start ?? 0).trim();
  return cut(capitalised(text));
};

const cut = (title: string): string => [...title].slice(0, TITLE_MAX).join("");

/**
 * What one message may have: the grammar tries what it cannot place at once in many ways, so that the time for a text
 * without an end in it would grow with the cube of its length.
 */
const MOST_LINES = 200;
const MOST_TOKENS = 250;

const isTooLong = (lines: readonly Line[]): boolean =>
  lines.length > MOST_LINES ||
  lines.some((line) => tokenise(line.text).tokens.length > MOST_TOKENS);

/** Every command of a message, in order; never empty. */
export const readMessage = (message: string, at: DueAt): Command[] => {
  const lines = linesOf(withLines(message, at));
  if (isTooLong(lines)) return [{ kind: "unclear", reason: "long", text: message.trim() }];
  const list = readList(lines, at);
  const commands = list ?? lines.flatMap((line) => readLine(line.text, at));
  return commands.length > 0
    ? commands
    : [{ kind: "unclear", reason: "none", text: message.trim() }];
};
