/** A change of a task in a few words, for the chat's receipts and the task's history. Pure. */
import type { Change } from "@/lib/tasks/schema";

const VERBS: Record<Change["kind"], string> = {
  created: "Added",
  updated: "Changed",
  completed: "Completed",
  reopened: "Reopened",
  deleted: "Deleted",
  restored: "Restored",
};

/** What a change did; for one that took another back, that. */
export const verbOf = ({ kind, undoes }: Pick<Change, "kind" | "undoes">): string => {
  if (undoes === null) return VERBS[kind];
  return kind === "restored" ? "Brought back" : `Took back: ${VERBS[kind].toLowerCase()}`;
};

/** What was changed, where a change needs saying more than that. */
export const remarkOf = ({ kind, before, after }: Change): string | null => {
  if (kind !== "updated" || !before || !after) return null;
  if (before.title !== after.title) return `was “${before.title}”`;
  if (before.due_on !== null && after.due_on === null) return "no date any more";
  if (before.description !== after.description) {
    return after.description === "" ? "note removed" : "note";
  }
  return before.priority !== after.priority && after.priority === "none" ? "no priority" : null;
};

/** Whether a change gave the task a date or a time that it did not have. */
export const hasNewDue = ({ before, after }: Change): boolean =>
  after !== null &&
  after.due_on !== null &&
  (before?.due_on !== after.due_on || before.due_time !== after.due_time);

/** By which the ledger knows the embedded assistant. */
const OFFLINE = "offline";

/** Who made it: the person, an assistant by its model, or a token by its name. */
export const actorOf = ({ actor }: Pick<Change, "actor">): string => {
  if (actor.kind === "user") return "You";
  return actor.kind === "agent" && actor.name === OFFLINE ? "Offline assistant" : actor.name;
};
