/**
 * Does again what an undo took back: "redo", "put it back". There is no tool for it, but the same change can be made
 * once more, where the conversation tells which it was.
 */
import { isRecord } from "./before";
import type { Command, Fields, NewTask, Target } from "../commands";
import { BRINGS_BACK, REDO, REDO_AFTER_UNDO } from "../english/ellipsis";
import { changedIn, failure, type PastTurn, type Ran, undoneIn } from "../history";

const isUndo = (turn: PastTurn): boolean => turn.ran.some(({ tool }) => tool === "undo");

const succeeded = ({ result }: Ran): boolean => !failure.safeParse(result).success;

const isRedo = (message: string): boolean => REDO.test(message) || REDO_AFTER_UNDO.test(message);

/** The turn whose changes the latest undo took back, where nothing else was changed since; undefined where none is known. */
const takenBack = (past: readonly PastTurn[]): PastTurn | undefined => {
  const standing: PastTurn[] = [];
  let undone: PastTurn[] = [];
  for (const turn of past) {
    const ids = undoneIn(turn);
    if (isUndo(turn)) {
      if (ids.length === 0) continue;
      const before = standing.pop();
      const same = before && changedIn(before).every((id) => ids.includes(id));
      undone = same ? [...undone, before] : [];
    } else if (changedIn(turn).length > 0) {
      standing.push(turn);
      undone = isRedo(turn.message.trim()) ? undone.slice(0, -1) : [];
    }
  }
  return undone.at(-1);
};

const text = (value: unknown): string | undefined =>
  typeof value === "string" ? value : undefined;

/** A call's arguments that say what a task is to be. */
const fieldsOf = (args: Record<string, unknown>): Fields => {
  const { title, due, priority, description } = args;
  return {
    ...(text(title) === undefined ? {} : { title: text(title) }),
    ...(due === null || text(due) !== undefined ? { due: due as string | null } : {}),
    ...(priority === undefined ? {} : { priority: priority as NonNullable<Fields["priority"]> }),
    ...(text(description) === undefined ? {} : { description: text(description) }),
  };
};

/** The command that makes a change once more; null where it can't be told. */
const onceMore = (ran: Ran): Command | null => {
  const args = isRecord(ran.arguments) ? ran.arguments : {};
  const [id] = changedIn({ message: "", text: "", ran: [ran] });
  if (ran.tool === "add_task")
    return text(args["title"]) === undefined
      ? null
      : { kind: "add", tasks: [fieldsOf(args) as NewTask] };
  if (id === undefined) return null;
  const target: Target = { kind: "numbers", numbers: [id] };
  const change = (
    kind: Extract<Command, { kind: "change" }>["change"],
    fields: Fields = {},
  ): Command => ({ kind: "change", change: kind, target, fields });
  switch (ran.tool) {
    case "complete_task":
      return change("complete");
    case "delete_task":
      return change("delete");
    case "update_task":
      return args["completed"] === false ? change("reopen") : change("update", fieldsOf(args));
    default:
      return null;
  }
};

/** What a message that asks for it does again; null where it asks for something else. */
export const readAgain = (message: string, past: readonly PastTurn[]): Command[] | null => {
  const last = past.at(-1);
  const undone = last !== undefined && isUndo(last) && undoneIn(last).length > 0;
  if (!REDO.test(message) && !(undone && REDO_AFTER_UNDO.test(message))) return null;
  const turn = takenBack(past);
  // What was deleted is back already, and is not to be deleted once more.
  if (turn && BRINGS_BACK.test(message) && turn.ran.some(({ tool }) => tool === "delete_task"))
    return [{ kind: "look", target: { kind: "numbers", numbers: changedIn(turn) } }];
  const changes = (turn?.ran ?? []).filter((ran) => ran.tool !== "list_tasks" && succeeded(ran));
  const commands = changes.map(onceMore);
  const whole = commands.filter((command) => command !== null);
  return whole.length > 0 && whole.length === commands.length
    ? whole
    : [{ kind: "unclear", reason: "no-redo", text: "" }];
};
