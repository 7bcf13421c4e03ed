/**
 * What the turn before a message was about, for the message to go on from or to correct.
 */
import type { Change, Command, Fields, Target } from "../commands";
import { type DueAt } from "../words/due";
import { type PastTurn, type Ran } from "../history";
import { interpret } from "../reading/interpret";
import { stripped } from "../words/polite";
import { actOf } from "../reading/rules";
import { type Span } from "../words/tokens";

/** What a turn was about, for the next one to go on from. */
export type Before = Extract<Command, { kind: "add" | "change" | "list" | "look" }>;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null;

/** The change that a call made, without its task. */
export const changeOf = ({
  tool,
  arguments: args,
}: Ran): { change: Change; fields: Fields } | null => {
  if (tool === "complete_task") return { change: "complete", fields: {} };
  if (tool === "delete_task") return { change: "delete", fields: {} };
  if (tool !== "update_task" || !isRecord(args)) return null;
  if (args["completed"] === false) return { change: "reopen", fields: {} };
  const { due, priority } = args;
  const fields = {
    ...(typeof due === "string" || due === null ? { due } : {}),
    ...(priority === undefined ? {} : { priority: priority as NonNullable<Fields["priority"]> }),
  };
  return Object.keys(fields).length > 0 ? { change: "update", fields } : null;
};

/** What the latest of these turns was about; its own words say it best, and its calls where it left them out. */
export const beforeOf = (
  past: readonly PastTurn[],
  read: (turn: PastTurn) => Command[],
): Before | undefined => {
  const turn = past.at(-1);
  if (!turn) return undefined;
  const said = read(turn).findLast(
    (command): command is Before =>
      command.kind === "add" ||
      command.kind === "change" ||
      command.kind === "list" ||
      command.kind === "look",
  );
  const ran = turn.ran.findLast(({ tool }) => tool !== "list_tasks" && tool !== "undo");
  if (!ran) return said;
  if (ran.tool === "add_task" && said?.kind === "change" && said.otherwise?.kind === "add")
    return said.otherwise;
  const change = changeOf(ran);
  if (change && (said?.kind !== "change" || said.change !== change.change))
    return { kind: "change", ...change, target: IT };
  return said ?? (ran.tool === "add_task" ? { kind: "add", tasks: [] } : undefined);
};

export const IT: Target = { kind: "pronoun", many: false };

/** Tokens that one of the phrases covers at the head, marks behind it included. */
export const headOf = (span: Span, phrases: readonly (readonly string[])[]): number => {
  const phrase = phrases.find((words) =>
    words.every((word, index) => span.tokens[index]?.word === word),
  );
  if (!phrase) return 0;
  let end = phrase.length;
  while (span.tokens[end]?.kind === "mark") end += 1;
  return end;
};

/** Whether a change can be done to another task as well: a title or a note belongs to one. */
export const isRepeatable = ({ fields }: Extract<Before, { kind: "change" }>): boolean =>
  fields.title === undefined && fields.append === undefined && !fields.description;

/** Whether words by themselves are a command, so that nothing was left out. */
export const isWhole = (span: Span, at: DueAt): boolean => {
  const command = interpret(span, at);
  if (command.kind === "fragment" || command.kind === "unclear") return false;
  return command.kind !== "add" || actOf(stripped(span), at) !== undefined;
};

/** A change of "it". */
export const update = (fields: Fields): Command[] => [
  { kind: "change", change: "update", target: IT, fields },
];
