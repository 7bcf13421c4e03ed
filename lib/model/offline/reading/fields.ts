/**
 * What is to be done, out of the words that say so: title, due words, priority, note. Quoted text stays as it is.
 */
import type { NewTask } from "../commands";
import { resolveDue, type DueAt } from "../words/due";
import { codePoints, type Priority, TITLE_MAX } from "@/lib/tasks/schema";
import { TITLE_NOTE } from "../english/titles";
import { takePriority, wholePriority } from "../words/priorities";
import { quotation, type Span, spanOf, textOf, tokenise, trimSpan } from "../words/tokens";
import { capitalised } from "@/lib/tasks/capitalised";
import { cleanTitle, isTitle, withoutTail } from "../words/clean-title";
import { takeDue, takeRepeat } from "../words/taking-dates";

const NOTE = new RegExp(TITLE_NOTE, "i");

/** At most the length that a title may have; what doesn't fit goes into the note. */
const fitted = (task: NewTask): NewTask => {
  if (codePoints(task.title) <= TITLE_MAX) return task;
  const letters = [...task.title];
  const cut = letters.slice(0, TITLE_MAX - 1).join("");
  const space = cut.lastIndexOf(" ");
  const head = space > TITLE_MAX / 2 ? cut.slice(0, space) : cut;
  return {
    ...task,
    title: `${head}…`,
    description: [task.title, task.description].filter(Boolean).join("\n\n"),
  };
};

/** "pay the fine!!!" */
const isShouted = (span: Span): boolean => {
  const [first] = trimSpan(span).tokens;
  if (first && /!{2,}\s*$/.test(span.source.slice(0, first.start))) return true;
  const last = trimSpan(span).tokens.at(-1);
  return last !== undefined && /^\s*!{2,}/.test(span.source.slice(last.end));
};

/** A note in quotation marks ends with them: what follows says more of the task. */
const quotedHead = (text: string): { text: string; rest: string } | null => {
  const said = trimSpan(tokenise(text));
  const quote = quotation(spanOf(said, 0, 1));
  return quote === undefined ? null : { text: quote, rest: textOf(trimSpan(spanOf(said, 1))) };
};

/** One new task out of what was said of it. */
export const newTask = (span: Span, at: DueAt): NewTask => {
  const quoted = quotation(trimSpan(span));
  if (quoted !== undefined) return fitted({ title: quoted });
  let text = textOf(trimSpan(span)).replace(/\s+/g, " ");
  text = withoutTail(text);
  const task: NewTask = { title: "" };
  if (isShouted(span)) task.priority = "high";

  const note = NOTE.exec(text);
  if (note && note.index > 0) {
    const said = text.slice(note.index + note[0].length).trim();
    const before = text.slice(0, note.index).trim();
    if (said !== "" && isTitle(before)) {
      const quote = quotedHead(said);
      task.description = quote?.text ?? capitalised(said.replace(/[\s.]+$/, ""));
      text = quote ? `${before} ${quote.rest}`.trim() : before;
    }
  }

  const repeat = takeRepeat(text, at);
  if (repeat) {
    task.repeat = repeat.repeat;
    if (repeat.due) task.due = repeat.due;
    text = repeat.rest;
  }

  const apart = takeApart(text, at);
  if (apart.due && !task.due) task.due = apart.due;
  if (apart.priority) task.priority = apart.priority;
  text = apart.rest;

  // Quotations are kept whole, so that no finder looks inside; each is put back where it stood.
  const priority = takePriorityOutsideQuotes(text);
  if (priority.priority) task.priority = priority.priority;
  text = priority.rest;
  if (!task.due) {
    const { due, rest } = takeDue(text, at);
    if (due) task.due = due;
    text = rest;
    if (due && !task.priority) {
      const again = takePriorityOutsideQuotes(text);
      if (again.priority) task.priority = again.priority;
      text = again.rest;
    }
  }
  task.title = cleanTitle(text);
  return fitted(task);
};

/** "buy paint (sunday, high priority)", "buy paint | sunday | high": fields that stand apart, and what is left. */
const takeApart = (
  text: string,
  at: DueAt,
): { due?: string; priority?: Priority; rest: string } => {
  const [, head = "", inside = ""] =
    /^(.+?)\s*[([]\s*([^()[\]]+)[)\]]\s*$/.exec(text) ??
    /^(.+?)\s*\|\s*(.+?)\s*\|?$/.exec(text) ??
    [];
  const said = inside.split(/\s*[,;|/]\s*/).filter(Boolean);
  const fields = said.map((words) => {
    const due = words.replace(/^due:?\s*/i, "");
    return { due: resolveDue(due, at) ? due : undefined, priority: wholePriority(words) };
  });
  const all = fields.length > 0 && fields.every(({ due, priority }) => due ?? priority);
  if (!all || !isTitle(head)) return { rest: text };
  const due = fields.flatMap((field) => field.due ?? []).join(" ");
  const priority = fields.find((field) => field.priority)?.priority;
  return {
    ...(due !== "" && resolveDue(due, at) ? { due } : {}),
    ...(priority ? { priority } : {}),
    rest: head,
  };
};

const takePriorityOutsideQuotes = (text: string): ReturnType<typeof takePriority> => {
  const quotes: string[] = [];
  const span = tokenise(text);
  let masked = "";
  let at = 0;
  for (const token of span.tokens.filter(({ kind }) => kind === "quote")) {
    masked += `${text.slice(at, token.start)}\uE000${quotes.length}\uE001`;
    quotes.push(text.slice(token.start, token.end));
    at = token.end;
  }
  const taken = takePriority(masked + text.slice(at));
  const rest = taken.rest.replace(/\uE000(\d+)\uE001/g, (_, index) => quotes[Number(index)] ?? "");
  return { ...taken, rest };
};
