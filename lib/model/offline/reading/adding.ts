/**
 * Reads a clause, or a part of one, as something to add: one task or several.
 */
import type { Command, NewTask } from "../commands";
import { findDue, isTimeOnly, resolveDue, wholeDue, type DueAt } from "../words/due";
import { eachDay } from "./each-day";
import { newTask } from "./fields";
import { STATE } from "../english/asides";
import { COMPOUND_HEADS } from "../english/joining";
import { POINTER } from "../english/references";
import { DEEDS, GOODS, NOUN_VERBS, SUBJECT_VERBS, TASK_VERBS } from "../english/verbs";
import { cut } from "./item-pieces";
import { splitItems } from "./items";
import {
  maskedText,
  type Span,
  spanOf,
  textOf,
  tokenise,
  trimSpan,
  wordsIn,
} from "../words/tokens";

/** Whether a clause begins with a thing to do: "buy milk"; a noun that is a verb too needs an object. */
export const isImperative = (span: Span): boolean => {
  const words = wordsIn(span);
  const [first = "", second] = words;
  if (!TASK_VERBS.has(first) && !TASK_VERBS.has(first.replace(/^re-?/, ""))) return false;
  // "Netflix is down"
  if (/^(?:is|are|isnt|arent|was|were|wasnt|has|had)$/.test(second ?? "")) return false;
  if (!NOUN_VERBS.has(first)) return true;
  // "Tile cutter still here"
  if (STATE.test(words.join(" "))) return false;
  // "wash and fold the laundry"
  if (second === "and" && TASK_VERBS.has(words[2] ?? "") && words.length > 3) return true;
  // "Water bill", "phone charger"
  if (GOODS.has(first) && COMPOUND_HEADS.has(second ?? "")) return false;
  if (second !== undefined && SUBJECT_VERBS.has(second)) return false;
  return second !== undefined && !/^(?:and|or|for|of|at|on|in|is|are|from|with)$/.test(second);
};

/** What a date leads to. */
type Led = { due: string; rest: Span };

/** "monday gym", where another day follows: a day before anything. */
const plainDayBefore = (part: Span, at: DueAt): Led | null => {
  const [first] = part.tokens;
  const rest = trimSpan(spanOf(part, 1));
  const due = first && /^(?:\w+day|tomorrow|tonight)$/.test(first.word) && wholeDue(first.word, at);
  return due && wordsIn(rest).length > 0 ? { due, rest } : null;
};

/** "thursday buy gift", "monday dentist 10:30": a day without a mark behind it, before a thing to do or a time. */
const dayBefore = (whole: Span, at: DueAt): Led | null => {
  for (let length = Math.min(4, whole.tokens.length - 1); length > 0; length--) {
    const due = wholeDue(textOf(spanOf(whole, 0, length)), at);
    const rest = trimSpan(spanOf(whole, length));
    if (!due || /^\d+$/.test(due)) continue;
    if (isImperative(rest) && wordsIn(rest).length > 1) return { due, rest };
    for (let last = Math.min(3, rest.tokens.length - 1); last > 0; last--) {
      const end = rest.tokens.length - last;
      const time = textOf(spanOf(rest, end));
      const both = `${due} ${time}`;
      if (!/^\d+$/.test(time) && isTimeOnly(time, at) && wholeDue(both, at))
        // "Tomorrow gym at 7, dinner at 8": each has a time of its own.
        return cut(rest).length > 1
          ? { due, rest }
          : { due: both, rest: trimSpan(spanOf(rest, 0, end)) };
    }
    return null;
  }
  return null;
};

/** "Tomorrow, buy milk and call mom": the date that all of it begins with. */
const leadingDue = (span: Span, at: DueAt): Led | null => {
  const whole = trimSpan(span);
  const found = findDue(maskedText(whole), at);
  if (!found || found.start > 0) return dayBefore(whole, at);
  const start = whole.tokens[0]?.start ?? 0;
  const from = whole.tokens.findIndex((token) => token.start - start >= found.end);
  const rest = from < 0 ? undefined : trimSpan(spanOf(whole, from));
  // "Tomorrow: gym at 7, dinner at 8": the times belong to what they stand in.
  const day = wholeDue(
    maskedText(whole)
      .slice(0, found.end)
      .replace(/[\s:,]+$/, ""),
    at,
  );
  return rest && wordsIn(rest).length > 0 ? { due: day ?? found.words, rest } : null;
};

/** "…, delete old photos": may be about a task of just that title. */
const withDeed = (task: NewTask, index: number): NewTask => {
  const [verb = "", ...rest] = task.title.split(" ");
  const deed = index > 0 ? DEEDS.get(verb.toLowerCase()) : undefined;
  return deed && rest.length > 0 ? { ...task, unless: { ...deed, title: rest.join(" ") } } : task;
};

/** The tasks to add; `extra` holds for each that says nothing else, and without `split` it is one task. */
export const adding = (
  span: Span,
  at: DueAt,
  extra: Partial<NewTask> = {},
  split = true,
): Command => {
  const parts = split ? cut(span).map((part) => part.span) : [];
  // "monday 8am call the surgery, tuesday 2pm parents evening"
  const led = parts.map((part) => leadingDue(part, at) ?? plainDayBefore(part, at));
  if (led.length > 1 && led.every((part) => part !== null)) {
    const each = led.map(({ due, rest }) => adding(rest, at, { ...extra, due }, split));
    return {
      kind: "add",
      tasks: each.flatMap((command) => (command.kind === "add" ? command.tasks : [])),
    };
  }
  const days = split ? eachDay(span, at) : null;
  if (days) {
    const tasks = days.map(({ title, due }) => ({ ...extra, ...newTask(title, at), due }));
    return { kind: "add", tasks };
  }
  const lead = leadingDue(span, at);
  if (lead) return adding(lead.rest, at, { ...extra, due: lead.due }, split);
  const pieces = split ? splitItems(span, at) : [span];
  const tasks = pieces
    .map((piece, index) => withDeed(newTask(piece, at), index))
    .filter(({ title }) => title !== "");
  if (tasks.length === 0) return { kind: "ask", about: "title" };
  return { kind: "add", tasks: shareFields(tasks, extra, pieces.length, at) };
};

/** "Friday: dentist at 9" is at 9 on Friday. */
const dayOf = (day: string | undefined, time: string | undefined, at: DueAt): { due?: string } => {
  if (!day || !time || !isTimeOnly(time, at)) return {};
  const due = `${day.replace(/[\s:,]+$/, "")} ${time}`;
  if (wholeDue(due, at)) return { due };
  return isTimeOnly(day, at) || !resolveDue(day, at)?.due_time ? {} : { due: day };
};

/** Things of one kind: all are to be bought, or all are named without a verb. */
const areAlike = (tasks: readonly NewTask[]): boolean => {
  const verbs = tasks.map(({ title }) => title.split(" ")[0]?.toLowerCase() ?? "");
  return verbs.every((verb) => verb === verbs[0]) || verbs.every((verb) => !TASK_VERBS.has(verb));
};

/** "Milk, eggs and book the dentist for tuesday": a deed behind things has a date of its own. */
const isMixed = (tasks: readonly NewTask[]): boolean => {
  const deeds = tasks.map(({ title }) => isImperative(tokenise(title)));
  return deeds.at(-1) === true && deeds.slice(0, -1).every((deed) => !deed);
};

/** What is said once for several things counts for all of them: "milk, eggs and bread for tomorrow". */
const shareFields = (
  tasks: NewTask[],
  extra: Partial<NewTask>,
  count: number,
  at: DueAt,
): NewTask[] => {
  const last = tasks.at(-1);
  const dueOnce =
    count > 1 &&
    last?.due &&
    tasks.slice(0, -1).every((task) => !task.due) &&
    !isMixed(tasks) &&
    // "Tomorrow go to the bank and then fetch the kids at 4": the time is the last one's own.
    !(extra.due && isTimeOnly(last.due, at));
  const levelOnce =
    count > 1 &&
    last?.priority &&
    tasks.slice(0, -1).every((task) => !task.priority) &&
    areAlike(tasks);
  const shared: Partial<NewTask> = {
    ...(dueOnce && last.due ? { due: last.due } : {}),
    ...(levelOnce && last.priority ? { priority: last.priority } : {}),
  };
  return tasks.map((task) => ({ ...extra, ...shared, ...task, ...dayOf(extra.due, task.due, at) }));
};

/** "Set it", "sign that": what "it" is stays open, so that there is nothing to add. */
export const addsPointer = (command: Command): boolean =>
  command.kind === "add" && command.tasks.every(({ title }) => POINTER.test(title));
