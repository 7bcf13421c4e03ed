/**
 * Links the commands of one line: what one clause names and another calls "it", and what a clause adds to the task of
 * the one before.
 */
import { adding, addsPointer } from "./adding";
import { isComment } from "../words/asides";
import type { Command, NewTask, Target } from "../commands";
import { type DueAt, findDue } from "../words/due";
import { stripped } from "../words/polite";
import { actOf } from "./rules";
import { readTarget } from "./targets";
import { type Span, tokenise } from "../words/tokens";

/** A clause, and what it means. */
export type Read = { span: Span; command: Command };

/** "Call mum, feed the cat - did both": what is named as a thing to do, and done in the next breath, is there already. */
export const reported = (clauses: readonly Read[], at: DueAt): Command[] => {
  const commands = clauses.map(({ command }) => command);
  const end = commands.findIndex(
    (command) =>
      command.kind === "change" &&
      command.change === "complete" &&
      command.target.kind === "pronoun",
  );
  const done = commands[end];
  let from = end;
  const isNamed = (index: number): boolean => {
    const span = clauses[index]?.span;
    return (
      commands[index]?.kind === "add" &&
      span !== undefined &&
      actOf(stripped(span), at) === undefined
    );
  };
  while (isNamed(from - 1)) from -= 1;
  if (done?.kind !== "change" || from === end) return commands;
  const targets = clauses.slice(from, end).map(({ span }) => readTarget(stripped(span), at));
  return [
    ...commands.slice(0, from),
    { ...done, target: { kind: "several", targets } },
    ...commands.slice(end + 1),
  ];
};

/** "I called the plumber, so move it to Monday", "cancel the dentist, rebook for Monday": what is moved stays. */
const movesIt = (command: Command, next: Command | undefined): boolean =>
  command.kind === "change" &&
  command.change !== "update" &&
  next?.kind === "change" &&
  pointsBack(next) &&
  typeof next.fields.due === "string";

const isRemark = (command: Command): boolean =>
  command.kind === "fragment" &&
  !(command.due ?? command.priority ?? command.numbers) &&
  isComment(tokenise(command.text));

/** What the clause before "it" points at: a number or a place where it is one, else what it mentions. */
const mentionedBy = (before: Extract<Command, { kind: "fragment" }>, at: DueAt): Target => {
  const target = readTarget(stripped(tokenise(before.text)), at);
  return target.kind === "numbers" || target.kind === "places"
    ? target
    : { kind: "mentioned", text: before.text };
};

/** "The farrier can't come today, he's coming in 4 days. Move it": when to, and what, is said before. */
const movedTo = (commands: readonly Command[], index: number, at: DueAt): Command | null => {
  const command = commands[index];
  const asks = command?.kind === "ask" && command.about === "due";
  if (!asks || command.target?.kind !== "pronoun") return null;
  const said = commands
    .slice(0, index)
    .flatMap((before) => (before.kind === "fragment" ? [before.text] : []));
  const due = findDue(said.at(-1)?.split(/[,;]/).at(-1) ?? "", at)?.words;
  if (said.length < index || due === undefined) return null;
  const target: Target = { kind: "mentioned", text: said.join(" ") };
  return { kind: "change", change: "update", target, fields: { due } };
};

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
export const linked = (read: readonly Command[], at: DueAt): Command[] => {
  const said = withLead(read.map((command, index) => inEnglish(command, read[index + 1])));
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
    // "Got em, check it off" says it twice.
    if (before && pointsBack(command) && isSame(command, before)) return [];
    // "No date for that one, just clear it" clears the date.
    if (before && clearsField(before) && deletesIt(command)) return [];
    const moved = movedTo(commands, index, at);
    if (moved) return [moved];
    if (
      command.kind === "fragment" &&
      next &&
      (pointsBack(next) || movedTo(commands, index + 1, at))
    )
      return [];
    // "I still have to sign it, reopen it" says why.
    if (next && pointsBack(next) && addsPointer(command)) return [];
    // "Scrap the wiki one, no longer relevant"
    if (before?.kind === "change" && isRemark(command)) return [];
    if (movesIt(command, next)) return [];
    if (before?.kind === "change" && command.kind === "change" && movesIt(before, command))
      return [{ ...command, target: before.target }];
    // "The contract isn't that urgent, so set it to medium": the second says what the first means.
    if (saysBetter(command, next)) return [];
    if (before && saysBetter(before, command) && before.kind === "change")
      return [{ ...command, target: before.target } as Command];
    // "Edit task 1, it should say …"
    if (command.kind === "ask" && command.target && next && pointsBack(next)) return [];
    if (before?.kind === "ask" && before.target && command.kind === "change" && pointsBack(command))
      return [{ ...command, target: before.target }];
    // "Don't delete the boiler task, just move it to tomorrow"
    if (before?.kind === "unclear" && before.target && pointsBack(command))
      return [{ ...command, target: before.target } as Command];
    if (before?.kind !== "fragment" || command.kind !== "change" || !pointsBack(command))
      return [command];
    return [{ ...command, target: mentionedBy(before, at) }];
  });
};

/** "Ya terminé lab report so check that off": what is said in another language may name the task of an English command. */
const inEnglish = (command: Command, next: Command | undefined): Command =>
  command.kind === "unclear" && command.reason === "foreign" && next && pointsBack(next)
    ? { kind: "fragment", text: command.text }
    : command;

/** "Tomorrow, remind me to …", "Urgent! Fix the sink": a field alone, before what is to be added. */
const withLead = (commands: readonly Command[]): readonly Command[] => {
  const [lead, next, ...others] = commands;
  if (lead?.kind !== "fragment" || !(lead.due ?? lead.priority) || next?.kind !== "add")
    return commands;
  const { due, priority } = lead;
  const fields = { ...(due ? { due } : {}), ...(priority ? { priority } : {}) };
  return [{ ...next, tasks: next.tasks.map((task) => ({ ...fields, ...task })) }, ...others];
};

/** "Wash the car, no rush. Friday." says more of what is added, "move it to Friday, high priority" of what is changed. */
const withFields = (commands: readonly Command[]): Command[] => {
  const kept: Command[] = [];
  for (const command of commands) {
    const last = kept.at(-1);
    const { due, priority } = saysMore(command, last);
    const fields = { ...(due ? { due } : {}), ...(priority ? { priority } : {}) };
    const more = (due ?? priority) ? withMore(last, fields) : null;
    if (more) kept[kept.length - 1] = more;
    else kept.push(command);
  }
  return kept;
};

const withMore = (
  last: Command | undefined,
  fields: Pick<NewTask, "due" | "priority">,
): Command | null => {
  if (last?.kind === "add")
    return { ...last, tasks: last.tasks.map((task) => ({ ...fields, ...task })) };
  if (last?.kind !== "change" || last.change !== "update") return null;
  const names = Object.keys(fields);
  const said = names.some((name) => name in last.fields);
  // "The curtains aren't urgent any more, no priority": the second says what the first means.
  if (fields.priority && names.length === 1 && Object.keys(last.fields).join() === "priority")
    return { ...last, fields };
  return said ? null : { ...last, fields: { ...fields, ...last.fields } };
};

/** A date or a priority alone, or of "it", behind one thing that is added: "…, it's really important". */
const saysMore = (command: Command, last: Command | undefined): Partial<NewTask> => {
  if (command.kind === "fragment") return command;
  // "Could you add the library books, by the 3rd?"
  if (command.kind === "list" && command.said && last?.kind === "add") return { due: command.said };
  const one =
    (last?.kind === "add" && last.tasks.length === 1) ||
    (last?.kind === "change" && last.change === "update" && pointsBack(last));
  if (!one || !pointsBack(command) || command.kind !== "change") return {};
  const { priority, ...others } = command.fields;
  return priority && Object.keys(others).length === 0 ? { priority } : {};
};

const saysBetter = (command: Command, next: Command | undefined): boolean =>
  command.kind === "change" &&
  command.change === "update" &&
  next?.kind === "change" &&
  next.change === "update" &&
  next.target.kind === "pronoun" &&
  Object.keys(command.fields).every((field) => field in next.fields);

const isSame = (command: Command, other: Command): boolean =>
  command.kind === "change" &&
  other.kind === "change" &&
  command.change !== "update" &&
  command.change === other.change &&
  JSON.stringify(command.fields) === JSON.stringify(other.fields);

const clearsField = (command: Command): boolean =>
  command.kind === "change" &&
  (command.fields.due === null ||
    command.fields.priority === "none" ||
    command.fields.description === "");

const deletesIt = (command: Command): boolean =>
  pointsBack(command) && command.kind === "change" && command.change === "delete";

const pointsBack = (command: Command): boolean =>
  command.kind === "change" && command.target.kind === "pronoun" && !command.target.many;
