/**
 * Where a message says too little: asks for the rest, or offers what it may have meant.
 */
import type { Command } from "../commands";
import { COMMAND_VERBS } from "../english/verbs";
import { rangeOf } from "../words/due";
import { resolve } from "./resolve";
import { ask, type Run, sceneOf, tell } from "./run";
import * as offer from "../saying/offers";
import * as say from "../saying/sentences";

const isAddable = (text: string): boolean =>
  /^[\p{L}\p{N}][\p{L}\p{N}\s'’,.&-]{2,60}$/u.test(text) &&
  !/^\d+$/.test(text) &&
  !COMMAND_VERBS.has(text.toLowerCase());

/** A number alone shows its task; a few words alone may be something to add. */
export const readFragment = (
  run: Run,
  command: Extract<Command, { kind: "fragment" }>,
  perform: (run: Run, command: Command) => void,
): void => {
  const { text, due, numbers, priority } = command;
  if (due && /^due\b/i.test(text)) {
    const range = rangeOf(text, run.at);
    if (range) {
      const filter = { status: "pending" as const, due: range };
      perform(run, { kind: "list", filter, count: false, next: false });
      return;
    }
  }
  if (priority) {
    const filter = { status: "pending" as const, priority };
    perform(run, { kind: "list", filter, count: false, next: false });
  } else if (numbers) perform(run, { kind: "look", target: { kind: "numbers", numbers } });
  else if (isAddable(text))
    ask(run, { kind: "add", tasks: [offer.asTask(text, due)] }, offer.addInstead(text));
  else tell(run, say.notUnderstood(text));
};

/** Asks for what a command lacks: which title, which date, which note. */
export const askFor = (
  run: Run,
  command: Extract<Command, { kind: "ask" }>,
  perform: (run: Run, command: Command) => void,
): void => {
  const { about } = command;
  if (about === "title") {
    ask(run, { kind: "title", ...(command.due ? { due: command.due } : {}) }, say.askTitle());
    return;
  }
  const target = command.target ?? { kind: "pronoun" as const, many: false };
  const found = resolve(target, sceneOf(run, target), "update");
  if (found.kind === "tasks" && found.tasks.length > 0) {
    if (about === "change") tell(run, say.askChange(found.tasks));
    else
      ask(
        run,
        { kind: "field", field: about, tasks: found.tasks },
        say.askField(about, found.tasks),
      );
  } else if (found.kind === "which") {
    tell(run, say.which(found.tasks, found.asked, "update"));
  } else if (command.otherwise && found.kind !== "tasks") perform(run, command.otherwise);
  else {
    const asked = found.kind === "tasks" ? "" : found.asked;
    const change: Command = { kind: "change", change: "update", target, fields: {} };
    tell(run, say.notFound({ kind: "none", asked }, change, run.turn.tasks().tasks));
  }
};
