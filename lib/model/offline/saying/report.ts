/**
 * What was done, in as few sentences as tell it: changes of one kind are told together, each with number, title and
 * date. Every claim comes from a tool's result.
 */
import type { Fields } from "../commands";
import type { ChangeResult, ListedTask } from "../history";
import { enumerated, full, name, pick } from "./phrases";

/** What a call was for. */
export type Deed =
  | { deed: "added"; repeat: string | undefined }
  | { deed: "completed" }
  | { deed: "reopened" }
  | { deed: "deleted" }
  | { deed: "updated"; before: ListedTask; fields: Fields };

/** A piece of the answer: what a call did, or a sentence that is ready. */
export type Line = (Deed & { task: ChangeResult }) | { text: string };

type Done = Deed & { task: ChangeResult };

const priorityOf = ({ priority }: ChangeResult): string =>
  priority && priority !== "none" ? `${priority} priority` : "";

const factsOf = (task: ChangeResult): string =>
  [task.due ? `due ${task.due}` : "", priorityOf(task)].filter(Boolean).join(", ");

const both = (count: number): string => (count === 2 ? "both" : "all");

const toldAdded = (tasks: readonly ChangeResult[]): string => {
  const [first] = tasks;
  if (!first) return "";
  const facts = tasks.map(factsOf);
  const same = facts.every((fact) => fact === facts[0]) ? (facts[0] ?? "") : undefined;
  if (tasks.length === 1) return full(`Added ${[name(first), same].filter(Boolean).join(", ")}`);
  if (same !== undefined) {
    const shared = same === "" ? "" : `, ${both(tasks.length)} ${same}`;
    return full(`Added ${enumerated(tasks.map(name))}${shared}`);
  }
  const each = tasks.map((task, index) => name(task) + (facts[index] ? ` (${facts[index]})` : ""));
  return full(`Added ${enumerated(each)}`);
};

/** What an update says of its tasks, for one and for several. */
const predicateOf = ({ fields, task }: Extract<Done, { deed: "updated" }>): [string, string] => {
  const said: [string, string][] = [];
  if (fields.due !== undefined || fields.shift || fields.timeless)
    said.push(
      task.due
        ? [`is now due ${task.due}`, `are now due ${task.due}`]
        : ["has no due date now", "have no due date now"],
    );
  if (fields.priority !== undefined) {
    const level = priorityOf(task) || "no priority";
    said.push([`has ${level} now`, `have ${level} now`]);
  }
  if (fields.append !== undefined || (fields.description ?? "") !== "")
    said.push(["has that note now", "have that note now"]);
  if (fields.description === "") said.push(["has no note now", "have no note now"]);
  return [said.map(([one]) => one).join(" and "), said.map(([, many]) => many).join(" and ")];
};

const isRename = (done: Done): boolean =>
  done.deed === "updated" &&
  done.fields.title !== undefined &&
  predicateOf(done)[0] === "" &&
  done.task.changed?.length !== 0;

const isAsItWas = (done: Done): boolean =>
  done.deed === "completed" ? done.task.already === true : done.task.changed?.length === 0;

/** Deeds with the same key are one sentence. */
const keyOf = (done: Done): string => {
  if (isAsItWas(done)) return `${done.deed} already`;
  if (isRename(done)) return `renamed ${done.task.task_id}`;
  return done.deed === "updated" ? `updated ${predicateOf(done)[0]}` : done.deed;
};

const STATE: Readonly<Record<Deed["deed"], string>> = {
  added: "there",
  completed: "done",
  reopened: "open",
  deleted: "gone",
  updated: "like that",
};

const toldRename = (done: Extract<Done, { deed: "updated" }>): string => {
  const { before, task } = done;
  const was = before.title !== "" && before.title !== task.title;
  return full(`Renamed ${name(task)}${was ? `, which was “${before.title}”` : ""}`);
};

const toldTogether = (group: readonly [Done, ...Done[]]): string => {
  const [first] = group;
  const tasks = group.map(({ task }) => task);
  const names = enumerated(tasks.map(name));
  const is = tasks.length === 1 ? "is" : "are";
  if (isAsItWas(first)) {
    const end = first.deed === "updated" ? "; nothing was changed" : "";
    const was = first.deed === "completed" ? (tasks.length === 1 ? "was" : "were") : is;
    return full(`${names} ${was} ${STATE[first.deed]} already${end}`);
  }
  switch (first.deed) {
    case "added":
      return toldAdded(tasks);
    case "completed":
      return full(
        pick(names, [
          `Done: ${names}`,
          `Marked ${names} as done`,
          `Ticked off ${names}`,
          `${names} ${is} done`,
        ]),
      );
    case "reopened":
      return full(pick(names, [`Opened ${names} again`, `${names} ${is} open again`]));
    case "deleted":
      return full(pick(names, [`Deleted ${names}`, `Removed ${names}`]));
    case "updated": {
      if (isRename(first)) return toldRename(first);
      const [one, many] = predicateOf(first);
      return full(`${names} ${tasks.length === 1 ? one : many}`);
    }
  }
};

/** Repetitions that were asked for and can't be had yet. */
const toldRepeats = (deeds: readonly Done[]): string => {
  const repeats = deeds.flatMap((done) =>
    done.deed === "added" && done.repeat ? [`“${done.repeat}”`] : [],
  );
  if (repeats.length === 0) return "";
  const once = repeats.length === 1 ? "it is there once" : "each is there once";
  return `I can't repeat tasks yet (${enumerated(repeats)}), so ${once}.`;
};

/** The answer that these pieces make. */
export const told = (lines: readonly Line[]): string => {
  const sentences: string[] = [];
  let group: Done[] = [];
  const close = () => {
    const [first, ...rest] = group;
    if (first) sentences.push(toldTogether([first, ...rest]), toldRepeats(group));
    group = [];
  };
  for (const line of lines) {
    const [first] = group;
    if ("text" in line) {
      close();
      sentences.push(line.text);
    } else if (first && keyOf(first) === keyOf(line)) group.push(line);
    else {
      close();
      group = [line];
    }
  }
  close();
  return sentences
    .filter((sentence) => sentence !== "")
    .reduce((text, sentence) => {
      if (text === "") return sentence;
      return `${text}${text.includes("\n") || sentence.includes("\n") ? "\n\n" : " "}${sentence}`;
    }, "");
};
