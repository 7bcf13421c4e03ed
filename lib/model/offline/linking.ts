/**
 * Links the commands of one line: what one clause names and another calls "it", and what a clause adds to the task of
 * the one before.
 */
import { adding } from "./adding";
import type { Command, NewTask } from "./commands";
import type { DueAt } from "./due";
import { tokenise } from "./tokens";

/** "…, stick it on the list": what was said just before is to be added. */
const isPointer = (command: Command | undefined): boolean =>
  command?.kind === "add" &&
  command.tasks.length === 1 &&
  /^(?:it|that|this|them|those|these)$/i.test(command.tasks[0]?.title ?? "");

const pointedAt = (before: Command, at: DueAt): Command | null => {
  if (before.kind === "add") return before;
  if (before.kind === "fragment") return adding(tokenise(before.text), at);
  return before.kind === "change" ? (before.otherwise ?? null) : null;
};

/** "The passport task, put it on Wednesday": what one clause names and another calls "it". */
export const linked = (said: readonly Command[], at: DueAt): Command[] => {
  const commands = withFields(
    said.flatMap((command, index): Command[] => {
      const [before, next] = [said[index - 1], said[index + 1]];
      if (next && isPointer(next)) return [pointedAt(command, at) ?? command];
      return before && isPointer(command) && pointedAt(before, at) ? [] : [command];
    }),
  );
  return commands.flatMap((command, index): Command[] => {
    const next = commands[index + 1];
    const before = commands[index - 1];
    if (command.kind === "undo" && before?.kind === "undo") return [];
    // "No date for that one, just clear it" clears the date.
    if (before && clearsField(before) && deletesIt(command)) return [];
    if (command.kind === "fragment" && next && pointsBack(next)) return [];
    if (before?.kind !== "fragment" || command.kind !== "change" || !pointsBack(command))
      return [command];
    return [{ ...command, target: { kind: "mentioned", text: before.text } }];
  });
};

/** "Wash the car, no rush. Friday." says more of what is added. */
const withFields = (commands: readonly Command[]): Command[] => {
  const kept: Command[] = [];
  for (const command of commands) {
    const last = kept.at(-1);
    const { due, priority } = saysMore(command, last);
    if (last?.kind !== "add" || !(due ?? priority)) {
      kept.push(command);
      continue;
    }
    const fields = { ...(due ? { due } : {}), ...(priority ? { priority } : {}) };
    kept[kept.length - 1] = { ...last, tasks: last.tasks.map((task) => ({ ...fields, ...task })) };
  }
  return kept;
};

/** A date or a priority alone, or of "it", behind one thing that is added: "…, it's really important". */
const saysMore = (command: Command, last: Command | undefined): Partial<NewTask> => {
  if (command.kind === "fragment") return command;
  const one = last?.kind === "add" && last.tasks.length === 1;
  if (!one || !pointsBack(command) || command.kind !== "change") return {};
  const { priority, ...others } = command.fields;
  return priority && Object.keys(others).length === 0 ? { priority } : {};
};

const clearsField = (command: Command): boolean =>
  command.kind === "change" &&
  (command.fields.due === null ||
    command.fields.priority === "none" ||
    command.fields.description === "");

const deletesIt = (command: Command): boolean =>
  pointsBack(command) && command.kind === "change" && command.change === "delete";

const pointsBack = (command: Command): boolean =>
  command.kind === "change" && command.target.kind === "pronoun" && !command.target.many;
