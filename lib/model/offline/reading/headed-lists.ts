/**
 * Lists whose head says something of all: the day that they are for, or how many they are.
 */
import type { Command } from "../commands";
import { type DueAt, wholeDue } from "../words/due";
import { COUNTED_HEAD } from "../english/days";

/** "On monday: bins, gym; on tuesday: dentist": a list for each day. */
export const underDays = (text: string, at: DueAt): string[] | null => {
  if (!text.includes(";") || !text.includes(":")) return null;
  const parts = text.split(/\s*;\s*/).filter(Boolean);
  const isDay = (part: string) => {
    const [, day = ""] = /^(?:(?:and|then)\s+)?([^:]{2,25}):\s*\S/.exec(part) ?? [];
    return /\p{L}/u.test(day) && wholeDue(day, at) !== null;
  };
  return parts.length > 1 && parts.every(isDay) ? parts : null;
};

/** "Add two tasks: wash the car and feed the cat tomorrow": the date at the end of such a list is that of all. */
export const sharedDue = (text: string, commands: Command[]): Command[] => {
  if (!COUNTED_HEAD.test(text)) return commands;
  const tasks = commands.flatMap((command) => (command.kind === "add" ? command.tasks : []));
  const due = tasks.length > 1 ? tasks.at(-1)?.due : undefined;
  const once = due && tasks.slice(0, -1).every((task) => !task.due);
  return once && commands.every(({ kind }) => kind === "add")
    ? [{ kind: "add", tasks: tasks.map((task) => ({ ...task, due })) }]
    : commands;
};
