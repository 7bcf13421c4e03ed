/**
 * A message while its commands are carried out: what was asked of the tools so far, what there is to say, and the
 * question that it ends with.
 */
import { wordsOf } from "@/lib/tasks/match";
import type { Change, Command, Fields, NewTask, Target } from "../commands";
import type { DueAt } from "../words/due";
import { withStatus } from "./filters";
import { changeResult, type ListedTask, type PastTurn, type Ran } from "../history";
import type { Line, Deed } from "../saying/report";
import type { Scene } from "./titles";
import * as say from "../saying/sentences";
import type { Turn } from "../turn";

/** What is asked, and what its answer completes. */
export type Question =
  | {
      kind: "which";
      change: Change;
      fields: Fields;
      candidates: readonly ListedTask[];
      instead?: Command;
    }
  | {
      kind: "confirm";
      change: Change;
      fields: Fields;
      tasks: readonly ListedTask[];
      instead?: Command;
      /** What a no means. */
      otherwise?: Command;
    }
  | { kind: "add"; tasks: NewTask[] }
  | { kind: "title"; due?: string }
  | { kind: "field"; field: "due" | "new-title" | "note"; tasks: readonly ListedTask[] };

export type Setting = {
  turn: Turn;
  past: readonly PastTurn[];
  at: DueAt;
  tools: ReadonlySet<string>;
  /** The person's words, to be said again for what was too much at once. */
  said: string;
  /** Tasks that the same words have changed before, where they were too many at once. */
  done: ReadonlySet<number>;
};

/** Tasks that one message may change: the loop's own cap leaves room for the listing. */
export const MOST_CHANGES = 45;

export type Run = Setting & {
  /** The message holds one command and nothing else. */
  alone: boolean;
  lines: Line[];
  question: Question | undefined;
  /** Tasks that the message has dealt with so far: what "it" means next. */
  recent: readonly number[];
  deletions: ListedTask[];
  /** How many tasks were too many for one message, and whether the same words go on with them. */
  rest: { left: number; goesOn: boolean } | undefined;
  /** Tasks that were asked about: their titles count before all others. */
  scope: readonly ListedTask[] | undefined;
};

/** The word of a title that tells most, to find it in a long list. */
const searchWord = (target: Target): string =>
  target.kind === "title"
    ? ([...wordsOf(target.whole)].sort((a, b) => b.length - a.length).find(Boolean) ?? "")
    : "";

/** What a long list is narrowed to, so that the tasks that a filter fits are in it. */
const statusOf = (target: Target, change: Change | "look"): ListedTask["status"] | undefined => {
  if (target.kind !== "filter") return undefined;
  const { status } = withStatus(target.filter, change);
  return status === "all" ? undefined : status;
};

/** Where a target is looked for; lists the tasks where they aren't listed yet. */
export const sceneOf = (run: Run, target: Target, change: Change | "look" = "look"): Scene => ({
  ...run.turn.tasksWith(searchWord(target), statusOf(target, change)),
  past: run.past,
  recent: run.recent,
  ...(run.scope ? { scope: run.scope } : {}),
  at: run.at,
});

export const tell = (run: Run, text: string): void => {
  run.lines.push({ text });
};

/** Tells what a call did, or why it did nothing; nothing while the call is only asked for. */
export const report = (run: Run, ran: Ran | undefined, deed: Deed): void => {
  if (!ran) return;
  const result = changeResult.safeParse(ran.result);
  if (result.success) {
    run.recent = [...run.recent, result.data.task_id];
    run.lines.push({ ...deed, task: result.data });
  } else tell(run, say.failed(ran.result));
};

/** Ends the message with a question; the first one is what an answer is held against. */
export const ask = (run: Run, question: Question, text: string): void => {
  tell(run, text);
  run.question ??= question;
};
