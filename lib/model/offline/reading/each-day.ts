/**
 * One thing to do on several days: "gym on Monday, Wednesday and Friday" is three tasks, for each can have but one date.
 */
import { isTimeOnly, resolveDue, wholeDue, type DueAt } from "../words/due";
import { cut } from "./item-pieces";
import { withoutLooseEnd } from "../words/taking-dates";
import { type Span, spanOf, textOf, tokenise, wordsIn } from "../words/tokens";

type Dated = { title: Span; due: string };

/** The words of a day, or of a time of day; null where there are none. */
const dayOf = (text: string, at: DueAt): string | null => {
  const due = wholeDue(text, at);
  return due && !/^(?:at )?\d+$/.test(due) ? due : null;
};

/** "between Monday and Friday" is one span of time. */
const OPEN = /\b(?:between|from|either|both)$/i;

/** A thing to do and the day that it ends in. */
const endingInDay = (span: Span, at: DueAt): Dated | null => {
  for (let length = Math.min(4, span.tokens.length - 1); length > 0; length--) {
    const from = span.tokens.length - length;
    const due = dayOf(textOf(spanOf(span, from)), at);
    const title = tokenise(withoutLooseEnd(`${textOf(spanOf(span, 0, from))} `));
    if (due && wordsIn(title).length > 0) return OPEN.test(textOf(title)) ? null : { title, due };
  }
  return null;
};

/** A task for each of the days that a thing to do ends in; null where it ends in one or none. */
export const eachDay = (span: Span, at: DueAt): Dated[] | null => {
  const [head, ...others] = cut(span).map((piece) => piece.span);
  if (!head || others.length === 0) return null;
  const days = others.map((other) => dayOf(textOf(other), at));
  const first = days.every((day) => day !== null) ? endingInDay(head, at) : null;
  if (!first) return null;
  const said = [first.due, ...days.flatMap((day) => day ?? [])];
  const dates = said.map((due) => resolveDue(due, at));
  const times = said.map((due) => isTimeOnly(due, at));
  if (times.some((time) => time !== times[0])) return null;
  const keys = dates.map((date) => (times[0] ? date?.due_time : date?.due_on));
  if (new Set(keys).size < said.length) return null;
  // "Monday and Thursday at 7pm": the hour is said once.
  const time = dates.slice(0, -1).every((date) => !date?.due_time) ? dates.at(-1)?.due_time : null;
  return said.map((due, index) => {
    const day = dates[index]?.due_on;
    return { title: first.title, due: time && day ? `${day} ${time}` : due };
  });
};
