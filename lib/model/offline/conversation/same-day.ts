/**
 * "The same day", said of a date that was named before: in the same message, or in the turn before it.
 */
import { findDue, resolveDue, type DueAt } from "../words/due";
import { AGAIN_BEHIND, SAME_DAY } from "../english/references";
import type { PastTurn } from "../history";
import { isRecord } from "./before";

/** The day that the latest of these turns with a date has set. */
const dayBefore = (past: readonly PastTurn[], at: DueAt): string | undefined =>
  past
    .slice(-1)
    .flatMap(({ ran }) =>
      ran.flatMap(({ arguments: args }) => {
        const due = isRecord(args) && typeof args["due"] === "string" ? args["due"] : undefined;
        return (due && resolveDue(due, at)?.due_on) ?? [];
      }),
    )
    .at(-1);

/** The message with that day in words that the date grammar reads; itself where no day was named. */
export const withSameDay = (message: string, past: readonly PastTurn[], at: DueAt): string => {
  const found = SAME_DAY.exec(message);
  if (!found) return message;
  const day =
    findDue(message.slice(0, found.index).replace(/[\s,]*(?:and|then)?\s*$/i, ""), at)?.due
      .due_on ?? dayBefore(past, at);
  // "at 4pm, on the same day": a time alone leaves the day as it is.
  if (day === undefined) return message.replace(AGAIN_BEHIND, "");
  return message.replace(SAME_DAY, `on ${day}`);
};
