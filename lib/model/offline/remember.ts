/**
 * Keeps what was read in a turn: clauses are read again and again while a message is cut, and reading dates is dear.
 * A turn is its `DueAt`: with it, all that was kept for it is gone.
 */
import type { DueAt } from "@/lib/tasks/dates";

/** Turns of which readings are kept: those that run at once, on a busy day. */
const MOST_TURNS = 16;
const current = new Map<string, DueAt>();

/** The same `DueAt` in every round of a turn. */
export const turnAt = ({ now, timeZone }: DueAt): DueAt => {
  const key = `${now.getTime()} ${timeZone}`;
  const at = current.get(key) ?? { now, timeZone };
  current.delete(key);
  current.set(key, at);
  for (const oldest of current.keys()) {
    if (current.size <= MOST_TURNS) break;
    current.delete(oldest);
  }
  return at;
};

/** `read`, asked once for each key in a turn. */
export const remembered = <Input, Result>(
  read: (input: Input, at: DueAt) => Result,
  keyOf: (input: Input) => string,
): ((input: Input, at: DueAt) => Result) => {
  const turns = new WeakMap<DueAt, Map<string, { result: Result }>>();
  return (input, at) => {
    const known = turns.get(at) ?? new Map<string, { result: Result }>();
    turns.set(at, known);
    const key = keyOf(input);
    const before = known.get(key);
    if (before) return before.result;
    const result = read(input, at);
    known.set(key, { result });
    return result;
  };
};
