/** A task's second line: when it is due or was done, how urgent it is, whether there is a note. Nothing to say, no line. */
import clsx from "clsx";
import { Flag, NotebookText } from "lucide-react";
import { useTimeLocale } from "@/components/shell/use-time-locale";
import { today } from "@/lib/tasks/dates-format";
import type { Task } from "@/lib/tasks/schema";
import { dueWords, PRIORITY_WORDS } from "./task-chips";

/** The day of an instant, as a due date is written. */
const dayOf = (instant: string, timeZone: string): string =>
  today({ now: new Date(instant), timeZone });

export const TaskFacts = ({
  task,
  isAmongDone,
  saysDone,
  timeZone,
}: {
  task: Task;
  /** There, the day it was done is of interest; one that was just ticked keeps the line that it had. */
  isAmongDone: boolean;
  /** "Done" is seen, not only heard. */
  saysDone: boolean;
  timeZone: string;
}) => {
  const timeLocale = useTimeLocale();
  const { priority, description } = task;
  const doneAt = isAmongDone ? task.completed_at : null;
  const { words, overdue } = dueWords(
    doneAt ? { due_on: dayOf(doneAt, timeZone), due_time: null, completed: true } : task,
    timeZone,
    timeLocale,
  );
  if (words === "" && priority === "none" && description === "") return null;
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-3 text-12 leading-5 text-ink-soft">
      {words !== "" && (
        <span className={clsx("tabular-nums", overdue && "font-medium text-overdue")}>
          {doneAt && <span className={saysDone ? undefined : "sr-only"}>Done: </span>}
          {words}
        </span>
      )}
      {priority !== "none" && !doneAt && (
        <span className="inline-flex items-center gap-1">
          <Flag
            aria-hidden="true"
            className={clsx("size-3", priority === "high" && "fill-current text-overdue")}
          />
          {PRIORITY_WORDS[priority]}
        </span>
      )}
      {description !== "" && (
        <span className="inline-flex items-center gap-1">
          <NotebookText aria-hidden="true" className="size-3" />
          Note
        </span>
      )}
    </span>
  );
};
