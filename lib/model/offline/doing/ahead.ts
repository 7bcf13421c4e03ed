/**
 * Reminders some time before something: "2 hours before the dentist" is due then, where a task tells when that is.
 */
import { capitalised } from "@/lib/tasks/capitalised";
import type { Command, Shift } from "../commands";
import { resolveDue, shifted, wholeDue } from "../words/due";
import { resolve } from "./resolve";
import { ask, type Run, sceneOf } from "./run";
import * as offer from "../saying/offers";
import * as say from "../saying/sentences";

type Ahead = Extract<Command, { kind: "ahead" }>;
/** What the reminder is before. */
type Event = { title: string; due_on?: string | undefined; due_time?: string | undefined };

const eventOf = (run: Run, { target, of }: Ahead): Event | undefined => {
  const words = wholeDue(of, run.at);
  const due = words ? resolveDue(words, run.at) : null;
  if (due) return { title: "", due_on: due.due_on, due_time: due.due_time ?? undefined };
  const found = resolve(target, sceneOf(run, target), "look");
  const [task, another] = found.kind === "tasks" ? found.tasks : [];
  return another ? undefined : task;
};

/** When a reminder is due; null where its event has no date, or no time that minutes could count from. */
const whenOf = (run: Run, event: Event, shift: Shift): string | null =>
  event.due_on ? shifted(event, shift, run.at) : null;

/** Adds the reminder, or offers it without a date. */
export const remindAhead = (
  run: Run,
  command: Ahead,
  perform: (run: Run, command: Command) => void,
): void => {
  const event = eventOf(run, command);
  const title = command.title ?? (event?.title ? `Reminder: ${event.title}` : undefined);
  const due = event && whenOf(run, event, command.shift);
  if (due && title) perform(run, { kind: "add", tasks: [{ title, due }] });
  else if (due) ask(run, { kind: "title", due }, say.askTitle());
  else {
    const task = {
      title: title ?? capitalised(command.of),
      ...(event?.due_on ? { due: event.due_on } : {}),
    };
    ask(run, { kind: "add", tasks: [task] }, offer.unknownEvent(command.of, task));
  }
};
