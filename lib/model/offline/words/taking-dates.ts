/**
 * Takes the date, or the repetition, out of the words of a thing to do.
 */
import { findDue, isTimeOnly, resolveDue, type DueAt } from "./due";
import { DUE_LEAD, DUE_SPELLINGS, REPEAT } from "../english/titles";
import { NO_DATE } from "../english/unread-dates";
import { isTitle, without } from "./clean-title";

const LOOSE_END = new RegExp(`[\\s,;:–—-]+(?:(?:${DUE_LEAD})[\\s,;:]*)?$`, "i");

/** What is left before a date that was taken away, without the words that led to it. */
export const withoutLooseEnd = (text: string): string => text.replace(LOOSE_END, "");

const REPEATED = new RegExp(REPEAT, "i");
/** Whether the words say how often, and nothing else. */
export const isRepeat = (text: string): boolean => REPEATED.exec(text)?.[0] === text;

/** Words that look like a date that there is none of: "feb 30", "25:00". */
export const unreadDate = (text: string, at: DueAt): string | undefined => {
  const words = NO_DATE.exec(text)?.[0];
  return words && !resolveDue(words, at) ? words : undefined;
};

const DISTANCE =
  /\b(?:the|a|an|\d+|one|two|three) (?:week|weekend|day|night|evening|morning|month|hour|minute)s?$/i;
const BETWEEN = /\s+between \S+(?: [ap]m)? and \S+(?: [ap]m)?$/i;

export const takeDue = (said: string, at: DueAt): { due?: string; rest: string } => {
  // Of "31 April at 10" nothing is a date.
  if (unreadDate(said, at)) return { rest: said };
  // What the date grammar reads to the end needs no other words.
  const whole = findDue(said, at)?.end === said.length;
  const text = whole
    ? said
    : DUE_SPELLINGS.reduce((words, [form, due]) => words.replace(form, due), said);
  const labelled =
    /[\s,;–—-]+(?:(?:with|and|has|having)\s+)*(?:(?:a|an|the|its)\s+)?(?:due date|due|deadline|when|date)(?:\s+(?:is|on|by|of|for|set|to))*\s*:?\s+([^,;]{2,40})$/i.exec(
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
  // "2 hours before the flight" is no date by itself.
  if (/^(?:before|prior to|ahead of)\b/i.test(text.slice(found.end).trim())) return { rest: text };
  const timed = last && !found.due.due_time ? withTimeBefore(rest, found.words, at) : null;
  if (timed) return timed;
  return isTitle(rest) ? { due: found.words, rest } : { rest: text };
};

/** "lunch at noon on the 12th": the time that stands before the day. */
const withTimeBefore = (
  text: string,
  day: string,
  at: DueAt,
): { due: string; rest: string } | null => {
  const words = text.split(" ");
  for (let length = Math.min(3, words.length - 1); length > 0; length--) {
    const time = words.slice(-length).join(" ");
    if (/^\d+$/.test(time) || !isTimeOnly(time, at)) continue;
    const due = `${time} ${day}`;
    const rest = words.slice(0, -length).join(" ").replace(LOOSE_END, "");
    return resolveDue(due, at)?.due_time && isTitle(rest) ? { due, rest } : null;
  }
  return null;
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

/** "Every weekday at 7" is first due at 7 on a weekday, "every weekend" on a Saturday. */
const workdayOf = (
  repeat: string,
  rest: string,
  at: DueAt,
): { due: string; rest: string } | null => {
  const kind = /\bweek(day|end)s?\b/i.exec(repeat)?.[1]?.toLowerCase();
  const said = kind ? takeDue(rest, at) : null;
  const due = said?.due && isTimeOnly(said.due, at) ? resolveDue(said.due, at) : null;
  if (!said || !due?.due_time) return null;
  const isEnd = /^s/.test(weekdayOf(due.due_on));
  const fits = isEnd === (kind === "end");
  const next = fits ? due.due_on : resolveDue(isEnd ? "monday" : "saturday", at)?.due_on;
  return { due: `${next ?? due.due_on} ${due.due_time}`, rest: said.rest };
};

const weekdayOf = (date: string): string =>
  new Intl.DateTimeFormat("en", { weekday: "short", timeZone: "UTC" })
    .format(new Date(date))
    .toLowerCase();

/** The repetition that a text asks for, its first date, and what is left. */
export const takeRepeat = (
  text: string,
  at: DueAt,
): { repeat: string; due?: string; rest: string } | null => {
  const found = REPEATED.exec(text);
  const rest = found && without(text, found.index, found.index + found[0].length);
  if (!found || !rest || !isTitle(rest)) return null;
  const repeat = found[0].trim();
  const first = firstOf(found[0], at);
  if (!first) {
    const due = workdayOf(found[0], rest, at);
    return due ? { repeat, ...due } : { repeat, rest };
  }
  const time = takeDue(rest, at);
  const both = time.due ? `${first} ${time.due}${partOf(found[0])}` : first;
  return { repeat, due: resolveDue(both, at) ? both : first, rest: time.rest };
};
