"use client";
/** A task in the panel: its box, its title, and a second line only when there is something to say. */
import { skipToken, useQuery, useQueryClient } from "@tanstack/react-query";
import clsx from "clsx";
import { Check } from "lucide-react";
import dynamic from "next/dynamic";
import { memo, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Task } from "@/lib/tasks/schema";
import { ADD_TASK_ID } from "./add-task";
import { unsavedEdits } from "./edits";
import { GLOW_KEY, NO_GLOW, setGlow } from "./task-cache";
import { TaskFacts } from "./task-facts";
import { useUpdateTask } from "./use-task-mutations";
import styles from "./task-row.module.css";

const loadEditor = () => import("./task-editor");
const TaskEditor = dynamic(() => loadEditor().then((module) => module.TaskEditor), { ssr: false });

const Box = ({ task }: { task: Task }) => {
  const update = useUpdateTask();
  return (
    <label className="relative -my-0.5 grid size-9 shrink-0 cursor-pointer place-items-center pointer-coarse:-my-0 pointer-coarse:size-11">
      <input
        type="checkbox"
        checked={task.completed}
        aria-label={task.title}
        onChange={(event) =>
          update.mutate({ id: task.id, patch: { completed: event.target.checked } })
        }
        className="peer size-5 cursor-pointer appearance-none rounded-full border-2 border-line-strong bg-raised transition-colors checked:border-success checked:bg-success hover:border-success pointer-coarse:size-6"
      />
      <Check
        aria-hidden="true"
        strokeWidth={3}
        className="pointer-events-none absolute inset-0 m-auto size-3.5 text-on-accent opacity-0 peer-checked:opacity-100 pointer-coarse:size-4"
      />
    </label>
  );
};

/** The faint light on a row that was changed from outside the panel: once, where it happened. */
const RowGlow = ({ id }: { id: number }) => {
  const client = useQueryClient();
  const mark = useRef<HTMLSpanElement>(null);
  const { data: changeId } = useQuery({
    queryKey: GLOW_KEY,
    // Set by `setGlow` alone.
    queryFn: skipToken,
    initialData: NO_GLOW,
    select: (glow) => glow[id],
  });
  const isOwn = changeId?.startsWith("added-") ?? false;

  useEffect(() => {
    // One's own new task is brought into sight; the assistant's never move what one is reading.
    if (isOwn) mark.current?.scrollIntoView({ block: "nearest" });
  }, [isOwn]);

  if (changeId === undefined) return null;
  return (
    <span
      key={changeId}
      ref={mark}
      aria-hidden="true"
      onAnimationEnd={() => setGlow(client, id, null)}
      className={clsx(
        "pointer-events-none absolute inset-0 rounded-control bg-accent-soft",
        styles.glow,
      )}
    />
  );
};

/** Where the focus goes when `row` leaves: the next box, or the one before, or the field that adds. */
const nearestTo = (row: HTMLElement): HTMLElement | null =>
  (row.nextElementSibling ?? row.previousElementSibling)?.querySelector<HTMLElement>("input") ??
  document.getElementById(ADD_TASK_ID);

export const TaskRow = memo(
  ({
    task,
    isAmongDone,
    saysDone = false,
    isLeaving,
    timeZone,
  }: {
    task: Task;
    isAmongDone: boolean;
    /** Where it stands among tasks to do as well: that it is done is said in words. */
    saysDone?: boolean;
    isLeaving: boolean;
    timeZone: string;
  }) => {
    const [editing, setEditing] = useState(false);
    const isUnsaved = unsavedEdits.use().has(task.id);
    const row = useRef<HTMLLIElement>(null);
    const title = useRef<HTMLButtonElement>(null);

    useLayoutEffect(() => {
      const element = row.current;
      // A row that leaves with the focus in it hands it on, so that the keyboard's place is not lost.
      return () => {
        if (element?.contains(document.activeElement)) nearestTo(element)?.focus();
      };
    }, []);

    const close = () => {
      setEditing(false);
      // The editor had the focus; it goes back to where it came from.
      requestAnimationFrame(() => title.current?.focus());
    };

    return (
      <li
        ref={row}
        data-id={task.id}
        className={clsx(
          "relative transition-[opacity,transform] duration-[180ms] ease-in",
          isLeaving && "translate-x-4 opacity-0 rtl:-translate-x-4",
        )}
      >
        <RowGlow id={task.id} />
        {editing ? (
          <TaskEditor
            task={task}
            timeZone={timeZone}
            onClose={close}
            className="relative mx-2 my-1 rounded-card border border-line bg-raised p-3"
          />
        ) : (
          <div className="group/row relative flex items-start rounded-control transition-colors hover:bg-hover has-[button:hover]:bg-hover">
            <Box task={task} />
            <button
              ref={title}
              type="button"
              onPointerEnter={() => void loadEditor()}
              onFocus={() => void loadEditor()}
              onClick={() => setEditing(true)}
              className="-ms-1.5 flex min-h-8 min-w-0 flex-1 items-start gap-3 rounded-control py-1.5 ps-1.5 pe-3 text-start text-14 focus-visible:outline-offset-[-2px] pointer-coarse:min-h-11 pointer-coarse:py-3"
            >
              <span className="min-w-0 flex-1">
                <span
                  dir="auto"
                  className={clsx(
                    "line-clamp-3 [overflow-wrap:anywhere] transition-colors",
                    task.completed ? "text-ink-soft line-through" : "text-ink",
                  )}
                >
                  {task.title}
                </span>
                <TaskFacts
                  task={task}
                  isAmongDone={isAmongDone}
                  saysDone={saysDone}
                  timeZone={timeZone}
                />
                {isUnsaved && (
                  <span className="block text-12 leading-5 text-accent-ink">Unsaved changes</span>
                )}
              </span>
              <span className="shrink-0 text-12 leading-5 text-ink-soft tabular-nums">
                <span className="sr-only">Edit task </span>
                {task.id}
              </span>
            </button>
          </div>
        )}
      </li>
    );
  },
);
TaskRow.displayName = "TaskRow";
