"use client";
/** What became of a task: each change with its time, who made it, where it was said, and the way back. */
import { useQuery } from "@tanstack/react-query";
import clsx from "clsx";
import Link from "next/link";
import { useState } from "react";
import { api } from "@/components/api";
import { PANES } from "@/components/shell/landmarks";
import { wantedMessage } from "@/components/shell/wanted-message";
import { useTimeLocale } from "@/components/shell/use-time-locale";
import { Button } from "@/components/ui/button";
import type { Turn } from "@/lib/conversations/schema";
import { dayDifference, formatDueShort, formatTime, today } from "@/lib/tasks/dates-format";
import type { Change, Task } from "@/lib/tasks/schema";
import { actorOf, hasNewDue, remarkOf, verbOf } from "./change-words";
import { taskChangesOptions } from "./ledger";
import { openedTask } from "./opened-task";
import { useUndoChange } from "./use-undo";

const SHOWN_AT_FIRST = 5;

/** "14:05", "Yesterday, 14:05", "Fri 13 Nov, 14:05". */
export const whenWords = (at: string, now: Date, timeZone: string, timeLocale: string): string => {
  const instant = new Date(at);
  const day = today({ now: instant, timeZone });
  const time = instant.toLocaleTimeString("en-GB", {
    timeZone,
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  });
  if (dayDifference(day, today({ now, timeZone })) === 0) return formatTime(time, timeLocale);
  return formatDueShort({ due_on: day, due_time: time }, { now, timeZone, timeLocale });
};

const whatWords = (
  change: Change,
  at: { now: Date; timeZone: string; timeLocale: string },
): string => {
  const due = hasNewDue(change) && change.after ? formatDueShort(change.after, at) : null;
  return [verbOf(change), remarkOf(change), due].filter((words) => words !== null).join(" · ");
};

const SAME: readonly (keyof Task)[] = [
  "title",
  "description",
  "completed",
  "due_on",
  "due_time",
  "priority",
  "recurrence",
];

/** Whether taking `change` back would bring the task to what it was before; what came after stands in the way. */
export const canUndo = (change: Change, task: Task | null): boolean => {
  const { after, before, undone } = change;
  // A task that was added is taken back by deleting it, and one that is gone by restoring it: buttons of their own.
  if (task === null || undone || after === null || before === null) return false;
  return SAME.every((name) => after[name] === task[name]);
};

const MessageLink = ({ turnId }: { turnId: string }) => {
  const { data: turn } = useQuery({
    queryKey: ["turns", turnId],
    queryFn: () => api<Turn>(`/api/turns/${turnId}`),
    staleTime: Number.POSITIVE_INFINITY,
  });
  // Its conversation may have been deleted.
  if (!turn) return null;
  return (
    <Link
      href={`/c/${turn.conversation_id}#${turn.message_id}`}
      prefetch={false}
      onClick={() => {
        // What it stood in has done its work.
        openedTask.set(null);
        document.querySelector<HTMLElement>(`#${PANES.tasks.id}:popover-open`)?.hidePopover();
        wantedMessage.set({ conversationId: turn.conversation_id, messageId: turn.message_id });
      }}
      className="rounded-control text-accent-ink underline underline-offset-2 pointer-coarse:py-2"
    >
      in the conversation
    </Link>
  );
};

const Entry = ({
  change,
  task,
  timeZone,
  onUndone,
}: {
  change: Change;
  task: Task | null;
  timeZone: string;
  onUndone: () => void;
}) => {
  const [problem, setProblem] = useState<string | null>(null);
  const undo = useUndoChange(setProblem);
  const now = new Date();
  const timeLocale = useTimeLocale();
  const what = whatWords(change, { now, timeZone, timeLocale });
  return (
    <li className="flex items-start gap-2 py-1">
      <div className="min-w-0 flex-1">
        <p
          className={clsx(
            "text-13 [overflow-wrap:anywhere]",
            change.undone ? "text-ink-soft" : "text-ink",
          )}
        >
          <bdi className={change.undone ? "line-through" : undefined}>{what}</bdi>
          {change.undone && " · Undone"}
        </p>
        <p className="text-12 text-ink-soft">
          {actorOf(change)} ·{" "}
          <time dateTime={change.created_at}>
            {whenWords(change.created_at, now, timeZone, timeLocale)}
          </time>
          {change.turn_id !== null && (
            <>
              {" · "}
              <MessageLink turnId={change.turn_id} />
            </>
          )}
        </p>
        {problem !== null && (
          <p role="alert" className="text-12 text-danger">
            {problem}
          </p>
        )}
      </div>
      {canUndo(change, task) && (
        <Button
          size="sm"
          variant="plain"
          className="text-accent-ink!"
          aria-label={`Undo: ${what}`}
          busy={undo.busy}
          onClick={() => undo.run(change, { onSuccess: onUndone })}
        >
          Undo
        </Button>
      )}
    </li>
  );
};

export const TaskHistory = ({
  taskId,
  task,
  timeZone,
  onUndone,
}: {
  taskId: number;
  /** As it is now; null for one that is gone. */
  task: Task | null;
  timeZone: string;
  /** The task is as it was before one of its changes. */
  onUndone: () => void;
}) => {
  const { data: changes, isError } = useQuery(taskChangesOptions(taskId));
  const [all, setAll] = useState(false);
  if (isError) return <p className="text-13 text-ink-soft">The history could not be loaded.</p>;
  const shown = all ? changes : changes?.slice(0, SHOWN_AT_FIRST);
  return (
    <section aria-label="History" className="border-t border-line pt-2">
      <p className="text-12 text-ink-soft">History</p>
      <ul className="flex flex-col">
        {shown?.map((change) => (
          <Entry
            key={change.id}
            change={change}
            task={task}
            timeZone={timeZone}
            onUndone={onUndone}
          />
        ))}
      </ul>
      {!all && (changes?.length ?? 0) > SHOWN_AT_FIRST && (
        <Button size="sm" variant="plain" className="-ms-2.5" onClick={() => setAll(true)}>
          Show all
        </Button>
      )}
    </section>
  );
};
