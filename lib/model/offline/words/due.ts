/**
 * Dates in what a person said, by the one date grammar of `lib/tasks/dates`: the assistant passes the words on and
 * uses their meaning only to filter and to move a date.
 */
import * as dates from "@/lib/tasks/dates";
import type { DueAt } from "@/lib/tasks/dates";
import { addMonths, isoOf, mondayOf, parseIso } from "@/lib/tasks/dates/calendar";
import { today } from "@/lib/tasks/dates-format";
import type { DayRange, Shift } from "../commands";
import { remembered } from "../remember";

export type { DueAt };

const itself = (text: string): string => text;

/** The date that all of the words say, or null. */
export const resolveDue = remembered(dates.resolveDue, itself);

/** The date phrase in a sentence, or null. */
export const findDue = remembered(dates.findDue, itself);

/** Whether words may name a day at all: a look that spares many readings. */
const saysDay = (text: string): boolean => dates.mayHoldDate(text);

const PREPOSITION =
  /^(?:(?:to be|it is|its|it's|is|needs? to be|has to be|must be|should be)\s+)?(?:done|due|finished|completed|ready)\s+(?:(?:on|by|at|before|for|until)\s+)?|^(?:to|till|until|til|for|on|by|at|from|before|due on|due by|be|as)\s+/i;

const HOUR_FIRST =
  /^(?:[1-9]|1[0-2])(?:[.:][0-5]\d)?\s+(?:on\s+)?(?:this\s+|next\s+)?\p{L}*(?:day|morrow)\b/iu;

/** The words of a date that is all of `text`; null when it is none. */
export const wholeDue = (text: string, at: DueAt): string | null => {
  const words = text.trim().replace(/[.!?,;]+$/, "");
  if (resolveDue(words, at)) return words;
  const rest = words.replace(PREPOSITION, "");
  if (rest !== words && resolveDue(rest, at)) return rest;
  // "to 9 tomorrow"
  const timed = HOUR_FIRST.test(rest) ? `at ${rest}` : "";
  return timed !== "" && resolveDue(timed, at)?.due_time ? timed : null;
};

/** Whether the words name a time of day and no day: "4pm", "at noon". */
export const isTimeOnly = (words: string, at: DueAt): boolean => {
  const due = resolveDue(words, at);
  if (!due?.due_time) return false;
  // A time alone stays what it is beside any day; words with a day contradict or repeat it.
  const dated = resolveDue(`2031-03-05 ${words}`, at) ?? resolveDue(`2031-03-05 at ${words}`, at);
  return dated?.due_on === "2031-03-05" && dated.due_time !== null;
};

const MINUTES = 24 * 60;

const minutesOf = (time: string): number => {
  const [hours = "0", minutes = "0"] = time.split(":");
  return Number(hours) * 60 + Number(minutes);
};

const timeOf = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** An hour without its half of the day is the one that is nearer to what the task had: 15:00 goes to "4" as 16:00. */
const nearest = (words: string, time: string, before: string | undefined): string => {
  if (!before || /[ap]\.?m|noon|midnight|morning|evening|night|afternoon|:\d\d:/i.test(words))
    return time;
  if (Number(/\d{1,2}/.exec(words)?.[0] ?? "13") > 12) return time;
  const other = timeOf((minutesOf(time) + MINUTES / 2) % MINUTES);
  const apart = (candidate: string) => Math.abs(minutesOf(candidate) - minutesOf(before));
  return apart(other) < apart(time) ? other : time;
};

/** The words for a task's new date: what isn't said, day or time, stays as it was. */
export const mergedDue = (
  words: string,
  task: { due_on?: string | undefined; due_time?: string | undefined },
  at: DueAt,
): string => {
  const due = resolveDue(words, at);
  if (!due || !task.due_on) return words;
  if (isTimeOnly(words, at) && due.due_time)
    return `${task.due_on} ${nearest(words, due.due_time, task.due_time)}`;
  if (!due.due_time && task.due_time) return `${due.due_on} ${task.due_time}`;
  return words;
};

/** `YYYY-MM-DD` moved by days; itself where it is no date. */
const addDays = (date: string, days: number): string =>
  isoOf((parseIso(date) ?? Number.NaN) + days) ?? date;

const monthsLater = (date: string, months: number): string => {
  const day = parseIso(date);
  return (day === null ? null : isoOf(addMonths(day, months))) ?? date;
};

/** The words for a task's date moved by a distance; null where minutes are to move a task without a time. */
export const shifted = (
  task: { due_on?: string | undefined; due_time?: string | undefined },
  { count, unit }: Shift,
  at: DueAt,
): string | null => {
  const from = task.due_on ?? today(at);
  if (unit === "minute") {
    if (!task.due_on || !task.due_time) return null;
    const total = minutesOf(task.due_time) + count;
    const days = Math.floor(total / MINUTES);
    const rest = total - days * MINUTES;
    return `${addDays(from, days)} ${timeOf(rest)}`;
  }
  const to = unit === "month" ? monthsLater(from, count) : addDays(from, count);
  return task.due_on && task.due_time ? `${to} ${task.due_time}` : to;
};

const WEEK =
  /^(?:(?:this|the|a|coming|the coming|in the coming|the whole|the rest of the|rest of the|the next|over the next|within the|within a)\s+)?week$|^(?:(?:the )?(?:next|coming) )?(?:7|seven|few) days$/;

/** The days that the words of a question mean: "this weekend", "next week", "by friday", "tomorrow". */
export const rangeOf = remembered((words: string, at: DueAt): DayRange | null => {
  const text = words.toLowerCase().replace(/['’]/g, "").trim();
  if (!saysDay(text)) return null;
  const now = today(at);
  const label = text.replace(/^(?:(?:for|on|in|at|due|are|is|about|and|tasks)\s+)+/, "");
  const monday = isoOf(mondayOf(parseIso(now) ?? 0)) ?? now;
  if (/\b(?:this|the|coming) weekend$|^weekend$/.test(label)) {
    return {
      from: now > addDays(monday, 5) ? now : addDays(monday, 5),
      to: addDays(monday, 6),
      label: "this weekend",
    };
  }
  if (/\bnext weekend$/.test(label)) {
    return { from: addDays(monday, 12), to: addDays(monday, 13), label: "next weekend" };
  }
  if (WEEK.test(label)) return { from: now, to: addDays(now, 6), label: "this week" };
  if (/^next week$/.test(label)) {
    return { from: addDays(monday, 7), to: addDays(monday, 13), label: "next week" };
  }
  const month = now.slice(0, 7);
  if (/^(?:this|the) month$/.test(label)) {
    return {
      from: `${month}-01`,
      to: addDays(monthsLater(`${month}-01`, 1), -1),
      label: "this month",
    };
  }
  if (/^next month$/.test(label)) {
    const first = monthsLater(`${month}-01`, 1);
    return { from: first, to: addDays(monthsLater(first, 1), -1), label: "next month" };
  }
  const days =
    /^(?:in |within |over )?(?:the )?next (\d{1,3}|two|three|four|five|six|ten) days$/.exec(label);
  if (days) {
    const counts: Record<string, number> = { two: 2, three: 3, four: 4, five: 5, six: 6, ten: 10 };
    const count = counts[days[1] ?? ""] ?? Number(days[1]);
    return { from: now, to: addDays(now, count), label: `in the next ${days[1] ?? ""} days` };
  }
  const edge = /^(by|before|until|till|up to|no later than|after|from|since|past)\s+(.+)$/.exec(
    label,
  );
  const due = resolveDue(edge?.[2] ?? label, at) ?? resolveDue(label, at);
  if (!due) return null;
  if (!edge) return { from: due.due_on, to: due.due_on, label };
  switch (edge[1]) {
    case "before":
      return { from: null, to: addDays(due.due_on, -1), label };
    case "after":
    case "past":
      return { from: addDays(due.due_on, 1), to: null, label };
    case "from":
    case "since":
      return { from: due.due_on, to: null, label };
    default:
      return { from: null, to: due.due_on, label };
  }
}, itself);

const RANGE =
  /\b(?:(?:for|in|on|over|within|by|before|after|until|till|during|from|due)\s+)?(?:(?:the )?(?:whole |rest of )?(?:the )?(?:this|next|the|coming|the coming|the next|the rest of the|rest of the|a)\s+(?:weekend|week|month|(?:\d{1,3}|two|three|four|five|six|seven|ten|few) days)|weekend)\b/i;

type FoundRange = { range: DayRange; start: number; end: number };

/** The range in a question, and where it stands; null when it names none. */
export const findRange = remembered((text: string, at: DueAt): FoundRange | null => {
  if (!saysDay(text)) return null;
  const plain = RANGE.exec(text);
  if (plain) {
    const range = rangeOf(plain[0].replace(/^during /i, ""), at);
    if (range) return { range, start: plain.index, end: plain.index + plain[0].length };
  }
  const possessive =
    /\b(today|tomorrow|tonight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|this week|next week)['’]?s\b/i.exec(
      text,
    );
  if (possessive?.[1]) {
    const range = rangeOf(possessive[1], at);
    if (range)
      return { range, start: possessive.index, end: possessive.index + possessive[0].length };
  }
  const found = findDue(text, at);
  if (found) {
    const range = rangeOf(found.words, at);
    return range && { range, start: found.start, end: found.end };
  }
  // Questions put dates where sentences don't ("the friday tasks"): try the words one by one.
  const words = [...text.matchAll(/[^\s?!.,;]+/g)];
  for (let length = Math.min(4, words.length); length > 0; length--) {
    for (let first = 0; first + length <= words.length; first++) {
      const from = words[first];
      const to = words[first + length - 1];
      if (!from || !to) continue;
      const piece = text.slice(from.index, to.index + to[0].length);
      if (
        /^(?:\d+|now|at|may|a|(?:(?:in|at|of|the|this)\s+)*(?:morning|afternoon|evening|night|noon)s?)$/i.test(
          piece,
        )
      )
        continue;
      const range = rangeOf(piece, at);
      if (range) return { range, start: from.index, end: to.index + to[0].length };
    }
  }
  return null;
}, itself);

/** The one day that a text names; none for a weekend, a week or a month, of which one day may be left. */
export const findDay = (text: string, at: DueAt): string | undefined => {
  const { from, to, label = "" } = findRange(text, at)?.range ?? {};
  return from && from === to && !/\b(?:week|weekend|month)$/.test(label) ? from : undefined;
};
