/**
 * A new title that goes on with "and …" may end before it: "rename the quiz to Pub quiz and move the poster to tomorrow"
 * asks for two things, where there is such a poster.
 */
import type { Command } from "../commands";
import type { DueAt } from "../words/due";
import { COMMAND_VERBS, MOVING_VERBS, TASK_VERBS } from "../english/verbs";
import { interpret } from "./interpret";
import type { Read } from "./linking";
import { stripped } from "../words/polite";
import { actOf } from "./rules";
import { spanOf, trimSpan, type Span } from "../words/tokens";

const isVerb = (word: string): boolean =>
  COMMAND_VERBS.has(word) || MOVING_VERBS.has(word) || TASK_VERBS.has(word);

/** Where another command may begin: behind "and", "then", or a comma. */
const joints = ({ tokens }: Span): { end: number; from: number }[] =>
  tokens.flatMap(({ word }, index) => {
    if (!/^(?:and|then|,)$/.test(word) || index < 3) return [];
    const from = tokens.findIndex(
      (token, place) => place > index && !/^(?:and|then|also|please|,)$/.test(token.word),
    );
    return from > 0 && isVerb(tokens[from]?.word ?? "") ? [{ end: index, from }] : [];
  });

/** The command with its other reading, where it has one. */
export const forked = ({ span, command }: Read, at: DueAt): Read => {
  if (command.kind !== "change" || command.fields.title === undefined || command.fork)
    return { span, command };
  for (const { end, from } of joints(span)) {
    const rest = trimSpan(spanOf(span, from));
    const then = interpret(rest, at);
    if (then.kind !== "change" || then.target.kind !== "title" || !actOf(stripped(rest), at))
      continue;
    const first = interpret(trimSpan(spanOf(span, 0, end)), at);
    if (first.kind !== "change" || first.fields.title === undefined) continue;
    const fork: { first: Command; then: Command } = { first, then };
    return { span, command: { ...command, fork } };
  }
  return { span, command };
};
