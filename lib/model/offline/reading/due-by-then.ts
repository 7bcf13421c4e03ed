/**
 * "Finish the report by Friday, high priority": by when it is to be done. Where such a task is there it gets the date;
 * it is never taken for done.
 */
import { adding } from "./adding";
import type { Command } from "../commands";
import type { DueAt } from "../words/due";
import type { Rule } from "../english/rule";
import { readTarget } from "./targets";
import { type Span, tokenise, trimSpan, wordsIn } from "../words/tokens";

const FINISHING = /^(?:complete|finish)$/;
const BY = /^(?:by|before|until|till|no later|not later)\b/i;

/** The change of a clause that was read as one that completes; null where it says no "by". */
export const dueByThen = (rule: Rule, span: Span, at: DueAt): Command | null => {
  if (rule.act !== "complete" || !FINISHING.test(wordsIn(span)[0] ?? "")) return null;
  const added = adding(span, at, {}, false);
  const [task] = added.kind === "add" ? added.tasks : [];
  if (!task?.due || !BY.test(task.due) || task.description || task.repeat) return null;
  const { due, priority } = task;
  const target = readTarget(trimSpan(tokenise(task.title.replace(/^\S+\s*/, ""))), at);
  const change = {
    kind: "change",
    change: "update",
    fields: { due, ...(priority ? { priority } : {}) },
  } as const;
  if (target.kind !== "title") return { ...change, target };
  return {
    ...change,
    target: { kind: "same", title: task.title },
    otherwise: { ...change, target, otherwise: added },
  };
};
