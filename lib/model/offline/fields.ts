/**
 * What is to be done, out of the words that say so: title, due words, priority, note. Quoted text stays as it is.
 */
import type { NewTask } from "./commands";
import { findDue, resolveDue, type DueAt } from "./due";
import { codePoints, type Priority, TITLE_MAX } from "@/lib/tasks/schema";
import {
  DUE_LEAD,
  DUE_SPELLINGS,
  REPEAT,
  TITLE_NOTE,
  TITLE_PREFIX,
  TITLE_SUFFIX,
  TITLE_VOCATIVE,
} from "./english/titles";
import { TASK_VERBS } from "./english/verbs";
import { takePriority, wholePriority } from "./priorities";
import { quotation, type Span, textOf, tokenise, trimSpan } from "./tokens";

const PREFIX = new RegExp(`^(?:${TITLE_PREFIX})[\\s:,]+(?=\\S)`, "i");
const SUFFIX = new RegExp(`[\\s,.!?-]+${TITLE_SUFFIX}[\\s.!?]*$`, "i");
const VOCATIVE = new RegExp(`\\s*[,.!?–-]\\s*${TITLE_VOCATIVE}[\\s.!?]*$`, "i");
const NOTE = new RegExp(TITLE_NOTE, "i");
const REPEATED = new RegExp(REPEAT, "i");
/** Whether the words say how often, and nothing else. */
export const isRepeat = (text: string): boolean => REPEATED.exec(text)?.[0] === text;

const LOOSE_END = new RegExp(`[\\s,;:–—-]+(?:(?:${DUE_LEAD})[\\s,;:]*)?$`, "i");

/** What is left before a date that was taken away, without the words that led to it. */
export const withoutLooseEnd = (text: string): string => text.replace(LOOSE_END, "");

const EDGES = /^[\s,;:.!–—*•·-]+|[\s,;:.!–—]+$/gu;

const capitalised = (text: string): string => {
  const first = /^[“"'‘(«]*\p{L}/u.exec(text);
  if (!first) return text;
  // "iPhone" and "eBay" are spelt so on purpose.
  if (/^\p{Ll}\p{Lu}/u.test(text)) return text;
  return first[0].toLocaleUpperCase("en") + text.slice(first[0].length);
};

const repeatedly = (text: string, pattern: RegExp): string => {
  let current = text;
  for (;;) {
    const next = current.replace(pattern, "").trim();
    if (next === current || next === "") return current;
    current = next;
  }
};

/** A title in the stored form: fillers and loose ends cut, first letter large. Empty when nothing is left. */
export const cleanTitle = (text: string): string => {
  let title = text.replace(/\s+/g, " ").trim();
  title = repeatedly(repeatedly(title, SUFFIX), VOCATIVE);
  title = title.replace(EDGES, "");
  title = repeatedly(title, PREFIX);
  // "a new charger" is a "New charger"; a capital article belongs to a name.
  title = title.replace(/^(?:an?|the|some|my)\s+(?=\p{L}|\p{N})/u, "");
  // "until friday must I send the papers"
  title = title.replace(/^(?:i|we)\s+(?=(\p{L}+))/iu, (subject, verb: string) =>
    TASK_VERBS.has(verb.toLowerCase()) ? "" : subject,
  );
  const unquoted = quotation(trimSpan(tokenise(title)));
  if (unquoted !== undefined) title = unquoted;
  return capitalised(title);
};

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

const without = (text: string, start: number, end: number): string =>
  `${text.slice(0, start).trimEnd()} ${text.slice(end).trimStart()}`.trim();

/** Words whose loss would leave no title: "plan tomorrow". */
const isTitle = (text: string): boolean => /[\p{L}\p{N}]/u.test(text.replace(PREFIX, ""));

const DISTANCE =
  /\b(?:the|a|an|\d+|one|two|three) (?:week|weekend|day|night|evening|morning|month|hour|minute)s?$/i;
const BETWEEN = /\s+between \S+(?: [ap]m)? and \S+(?: [ap]m)?$/i;

const takeDue = (said: string, at: DueAt): { due?: string; rest: string } => {
  // What the date grammar reads to the end needs no other words.
  const whole = findDue(said, at)?.end === said.length;
  const text = whole
    ? said
    : DUE_SPELLINGS.reduce((words, [form, due]) => words.replace(form, due), said);
  const bracketed = /[([]\s*([^()[\]]{2,40})\s*[)\]]\s*$/.exec(text);
  if (bracketed?.[1]) {
    const words = bracketed[1].replace(/^due:?\s*/i, "");
    if (resolveDue(words, at)) return { due: words, rest: text.slice(0, bracketed.index).trim() };
  }
  const labelled =
    /[\s,;–—-]+(?:(?:with|and|has|having)\s+)*(?:(?:a|an|the|its)\s+)?(?:due|deadline|when|date|due date)(?:\s+(?:is|on|by|of|for|set|to))*\s*:?\s+([^,;]{2,40})$/i.exec(
      text,
    );
  if (labelled?.[1] && resolveDue(labelled[1].trim(), at)) {
    const rest = text.slice(0, labelled.index).replace(LOOSE_END, "");
    return { due: labelled[1].trim(), rest: rest.trim() };
  }
  const vague = /\b(?:some ?time|at some point)\s+(?=\S)/i;
  const found = findDue(text, at);
  const between = found ? null : BETWEEN.exec(text);
  if (between) {
    // "on wednesday between 8 and 12": the day is the date, the hours stay words.
    const day = takeDue(text.slice(0, between.index), at);
    if (day.due) return { due: day.due, rest: `${day.rest}${between[0]}` };
  }
  if (!found) return vague.test(text) ? takeDue(text.replace(vague, ""), at) : { rest: text };
  const last = found.end === text.length;
  const left = without(text, found.start, found.end);
  const rest = last ? left.replace(LOOSE_END, "") : left;
  // "the week before christmas" is another day than Christmas.
  if (/^(?:before|after)\b/i.test(found.words) && DISTANCE.test(rest)) return { rest: text };
  return isTitle(rest) ? { due: found.words, rest } : { rest: text };
};

/** A repetition's first day, where its words name one: "every monday" is first due on Monday. */
const firstOf = (repeat: string, at: DueAt): string | undefined => {
  const words = repeat.toLowerCase();
  const weekday = /(mon|tue|wed|thu|fri|sat|sun)[a-z]*?(?:s)?\b/.exec(
    words.replace(/month[a-z]*/g, ""),
  );
  const names: Record<string, string> = {
    mon: "monday",
    tue: "tuesday",
    wed: "wednesday",
    thu: "thursday",
    fri: "friday",
    sat: "saturday",
    sun: "sunday",
  };
  const day = weekday?.[1] && names[weekday[1]];
  if (day) return day;
  const date = /\b(\d{1,2})(?:st|nd|rd|th)\b/.exec(words);
  if (date && resolveDue(`the ${date[0]}`, at)) return `the ${date[0]}`;
  return undefined;
};

/** "every morning at 6" is at 6 in the morning. */
const partOf = (repeat: string): string => {
  const part = /\b(morning|afternoon|evening)s?\b/i.exec(repeat)?.[1];
  return part ? ` in the ${part.toLowerCase()}` : "";
};

/** One new task out of what was said of it. */
export const newTask = (span: Span, at: DueAt): NewTask => {
  const quoted = quotation(trimSpan(span));
  if (quoted !== undefined) return fitted({ title: quoted });
  let text = textOf(trimSpan(span)).replace(/\s+/g, " ");
  text = repeatedly(repeatedly(text, SUFFIX), VOCATIVE);
  const task: NewTask = { title: "" };
  if (isShouted(span)) task.priority = "high";

  const note = NOTE.exec(text);
  if (note && note.index > 0) {
    const said = text.slice(note.index + note[0].length).trim();
    const before = text.slice(0, note.index).trim();
    if (said !== "" && isTitle(before)) {
      task.description =
        quotation(trimSpan(tokenise(said))) ?? capitalised(said.replace(/[\s.]+$/, ""));
      text = before;
    }
  }

  const repeat = REPEATED.exec(text);
  if (repeat) {
    const rest = without(text, repeat.index, repeat.index + repeat[0].length);
    if (isTitle(rest)) {
      task.repeat = repeat[0].trim();
      const first = firstOf(repeat[0], at);
      text = rest;
      if (first) {
        const time = takeDue(rest, at);
        task.due = time.due ? `${first} ${time.due}${partOf(repeat[0])}` : first;
        if (!resolveDue(task.due, at)) task.due = first;
        text = time.rest;
      }
    }
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
