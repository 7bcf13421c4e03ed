/**
 * Reads a line that tells of things and then has them ticked off, all at once: each statement names one of them.
 */
import type { Command, Target } from "../commands";
import type { DueAt } from "../words/due";
import {
  CAME,
  DONE_TO,
  NAMELESS,
  STATES,
  TAKING_AWAY,
  TICKING,
  TICKING_WORDS,
  TOLD_APART,
} from "../english/ticking";
import { verbOfPast } from "../english/verbs";
import { readTarget } from "./targets";
import { type Span, textOf, tokenise } from "../words/tokens";

/** What a statement is about, where it says that it is done with; null for all others. */
const subjectOf = (told: string): string | null => {
  const came = CAME.exec(told)?.[1]?.trim();
  const [, thing = "", state = ""] = DONE_TO.exec(told) ?? [];
  const settled = STATES.has(state.toLowerCase()) || verbOfPast(state.toLowerCase()) !== undefined;
  const subject = came ?? (settled ? thing.trim() : "");
  return subject === "" || NAMELESS.test(subject) || subject.split(/\s+/).length > 5
    ? null
    : subject;
};

/** "the return is filed and payroll's run, tick both"; null where a line is anything else. */
export const readTicking = (line: Span, at: DueAt): Command | null => {
  if (!line.tokens.some(({ word }) => TICKING_WORDS.has(word))) return null;
  const [, told = "", verb = "", many = ""] = TICKING.exec(textOf(line)) ?? [];
  if (told === "") return null;
  const subjects = told.split(TOLD_APART).filter(Boolean).map(subjectOf);
  const named = subjects.filter((subject): subject is string => subject !== null);
  if (named.length === 0 || named.length < subjects.length) return null;
  const [only = ""] = named;
  // "Both", said of one thing
  if (named.length === 1 && /\b(?:both|all|two|three|four)\b/i.test(many)) return null;
  const target: Target =
    named.length === 1
      ? { kind: "mentioned", text: only }
      : { kind: "several", targets: named.map((subject) => readTarget(tokenise(subject), at)) };
  const change = TAKING_AWAY.has(verb.toLowerCase()) ? "delete" : "complete";
  return { kind: "change", change, target, fields: {} };
};
