/**
 * "Did the tempo run": in the words of a question, and yet told. Only its mark, or the name of a task, says which it is.
 */
import type { Command } from "../commands";
import { type Span, textOf } from "../words/tokens";

/** "Did the tempo run": where there is a task of just that name, it was done. "Did the dentist call" asks. */
export const toldDone = (whole: Span): Command | null => {
  const text = textOf(whole);
  const [, title = ""] =
    /^did (?:(?:the|my|our|all|both) )(.+?)(?: (?:already|now|today|too))?$/i.exec(text) ?? [];
  if (title === "" || text.endsWith("?") || whole.source.trimEnd().endsWith("?")) return null;
  const target = { kind: "same" as const, title };
  const otherwise: Command = { kind: "unclear", reason: "question", text };
  return { kind: "change", change: "complete", target, fields: {}, otherwise };
};
