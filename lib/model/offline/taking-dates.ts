/**
 * Takes the date, or the repetition, out of the words of a thing to do.
 */
import { findDue, resolveDue, type DueAt } from "./due";
import { DUE_LEAD, DUE_SPELLINGS, REPEAT } from "./english/titles";
import { isTitle, without } from "./clean-title";

const LOOSE_END = new RegExp(`[\\s,;:–—-]+(?:(?:${DUE_LEAD})[\\s,;:]*)?$`, "i");

/** What is left before a date that was taken away, without the words that led to it. */
export const withoutLooseEnd = (text: string): string => text.replace(LOOSE_END, "");

const REPEATED = new RegExp(REPEAT, "i");
/** Whether the words say how often, and nothing else. */
export const isRepeat = (text: string): boolean => REPEATED.exec(text)?.[0] === text;

const DISTANCE =
  /\b(?:the|a|an|\d+|one|two|three) (?:week|weekend|day|night|evening|morning|month|hour|minute)s?$/i;
const BETWEEN = /\s+between \S+(?: [ap]m)? and \S+(?: [ap]m)?$/i;

export const takeDue = (said: string, at: DueAt): { due?: string; rest: string } => {
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
  if (!first) return { repeat, rest };
  const time = takeDue(rest, at);
  const both = time.due ? `${first} ${time.due}${partOf(found[0])}` : first;
  return { repeat, due: resolveDue(both, at) ? both : first, rest: time.rest };
};
