/**
 * The last reading, of clauses that no rule fits: what their words hint at. It is a change of a task that is there,
 * where every hint points the same way ("You may strike the lecture from the list", "bump the essay up to high, the
 * exam's coming"). Which task that is, its title's own words tell; a negation or a condition makes it nothing.
 */
import type { Command, Fields } from "../commands";
import { type DueAt, findDue } from "../words/due";
import {
  CLEAR_CUES,
  DELETE_CUES,
  DOERS,
  DONE_CUES,
  DROPPING,
  FIELD_CUES,
  MOVE_CUES,
  NO_CUES,
  PASSIVES,
  TICKING,
  TO_DO_CUES,
} from "../english/cues";
import { verbOfPast } from "../english/verbs";
import { takePriority } from "../words/priorities";
import { tokenise, trimSpan, wordsIn } from "../words/tokens";

type Change = Extract<Command, { kind: "change" }>;

/** Longer clauses say more than one thing. */
const MOST_WORDS = 20;

/** "Take the date off the dinner jacket": which field is to go. */
const clearedBy = (words: readonly string[]): Fields | null => {
  const at = words.findIndex((word) => CLEAR_CUES.has(word));
  if (at < 0) return null;
  const field = words
    .slice(at + 1, at + 5)
    .map((word) => FIELD_CUES.get(word))
    .find(Boolean);
  if (field === "due") return { due: null };
  if (field === "time") return { timeless: true };
  return field === "priority" ? { priority: "none" } : null;
};

/** "Bump it up to high", "that is on Thursday rather than today": the fields that are said anew. */
const updatedBy = (text: string, words: readonly string[], at: DueAt): Fields => {
  const { priority } = takePriority(text);
  const due = words.some((word) => MOVE_CUES.has(word)) ? findDue(text, at) : null;
  return { ...(priority ? { priority } : {}), ...(due ? { due: due.words } : {}) };
};

/** "I have duly returned the volumes", "the volumes were returned": a deed, which only a task of that verb can mean. */
const isDeed = (words: readonly string[]): boolean =>
  DOERS.has(words[0] ?? "") || words.some((word) => PASSIVES.has(word))
    ? words.some((word) => verbOfPast(word) !== undefined)
    : false;

const doneBy = (words: readonly string[]): { deed: boolean } | null => {
  if (words.some((word) => TO_DO_CUES.has(word))) return null;
  if (words.some((word) => DONE_CUES.has(word)) || TICKING.test(words.join(" ")))
    return { deed: false };
  return isDeed(words) ? { deed: true } : null;
};

const isToGo = (words: readonly string[]): boolean =>
  words.some((word) => DELETE_CUES.has(word)) || DROPPING.test(words.join(" "));

/** What a clause hints at, of the task that it names; null where the hints are none, or don't agree. */
export const byCues = (text: string, at: DueAt): Change | null => {
  const words = wordsIn(trimSpan(tokenise(text)));
  if (words.length < 3 || words.length > MOST_WORDS || text.trim().endsWith("?")) return null;
  if (words.some((word) => NO_CUES.has(word))) return null;
  const done = doneBy(words);
  const target = { kind: "named" as const, text, ...(done?.deed ? { deed: true as const } : {}) };
  const update = (fields: Fields): Change => ({ kind: "change", change: "update", target, fields });
  const cleared = clearedBy(words);
  if (cleared) return update(cleared);
  const fields = updatedBy(text, words, at);
  const changes: Change[] = [
    ...(Object.keys(fields).length > 0 ? [update(fields)] : []),
    ...(isToGo(words) ? [{ kind: "change", change: "delete", target, fields: {} } as const] : []),
    ...(done ? [{ kind: "change", change: "complete", target, fields: {} } as const] : []),
  ];
  const [only, another] = changes;
  // "Strike it off, I've done it": whether it is done or gone can't be told.
  return only && !another ? only : null;
};
