"use client";
/**
 * A task while it is edited, in its place in the list: title, note, date, time, priority; its end; and what became of it so far.
 * Enter in the title saves, Escape closes it and keeps what was written for the next time, Cancel leaves everything as
 * it was. A task that is deleted elsewhere meanwhile can be brought back. Loaded when a row is about to be pressed.
 */
import clsx from "clsx";
import { Trash2 } from "lucide-react";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useId, useRef, useState, type FormEvent, type KeyboardEvent } from "react";
import { Button } from "@/components/ui/button";
import type { Priority, Task } from "@/lib/tasks/schema";
import { DeletedMeanwhile } from "./deleted-meanwhile";
import { type Edit, editorOpened, type Fields, goneTasks, keepEdit, unsavedEdits } from "./edits";
import { editorClosed } from "./task-cache";
import { TaskHistory } from "./task-history";
import { problemOf } from "./task-limits";
import { useDeleteTask, useUpdateTask } from "./use-task-mutations";

const PRIORITIES: readonly { value: Priority; label: string }[] = [
  { value: "none", label: "None" },
  { value: "low", label: "Low" },
  { value: "medium", label: "Medium" },
  { value: "high", label: "High" },
];

const FIELD =
  "w-full min-w-0 rounded-control border border-line-strong bg-raised px-2.5 text-14 text-ink placeholder:text-ink-soft focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 disabled:opacity-60 pointer-coarse:text-[16px]";
const LABEL = "mb-1 block text-12 text-ink-soft";

const fieldsOf = ({ title, description, due_on, due_time, priority }: Task): Fields => ({
  title,
  description,
  due_on,
  due_time,
  priority,
});

/** What was changed, as the server takes it; null when nothing was. */
export const patchOf = (before: Fields, after: Fields): Edit | null => {
  const clean: Fields = {
    ...after,
    title: after.title.trim(),
    description: after.description.trim(),
    // A time needs a date.
    due_time: after.due_on === null ? null : after.due_time,
  };
  const changed = Object.entries(clean).filter(
    ([name, value]) => before[name as keyof Fields] !== value,
  );
  return changed.length === 0 ? null : Object.fromEntries(changed);
};

export const TaskEditor = ({
  task,
  timeZone,
  className,
  onClose,
}: {
  task: Task;
  timeZone: string;
  /** The frame around it. */
  className?: string;
  onClose: () => void;
}) => {
  const client = useQueryClient();
  const form = useRef<HTMLFormElement>(null);
  const titleRef = useRef<HTMLInputElement>(null);
  const [unsaved] = useState(() => unsavedEdits.get().get(task.id));
  // As it was when the editor opened: what others change meanwhile is not taken back by saving.
  const [before] = useState(() => fieldsOf(task));
  const [fields, setFields] = useState<Fields>(() => ({ ...before, ...unsaved }));
  const isGone = goneTasks.use().has(task.id);
  const update = useUpdateTask();
  const remove = useDeleteTask();
  const id = useId();
  const isBlank = fields.title.trim() === "";
  const problem = problemOf(fields);

  /** What is kept when it closes, however it does. */
  const kept = useRef<Edit | null>(null);
  useEffect(() => {
    kept.current = patchOf(before, fields);
  }, [before, fields]);

  useEffect(() => {
    const close = editorOpened(task.id);
    return () => {
      keepEdit(task.id, kept.current);
      if (close()) editorClosed(client, task.id);
    };
  }, [client, task.id]);

  useEffect(() => {
    // The row was pressed to write here: all of it comes into sight.
    titleRef.current?.focus({ preventScroll: true });
    const show = () => form.current?.scrollIntoView({ block: "nearest" });
    show();
    // A phone's keyboard takes half of the room.
    const { visualViewport } = window;
    visualViewport?.addEventListener("resize", show, { once: true });
    return () => visualViewport?.removeEventListener("resize", show);
  }, []);

  /** Nothing of what was written is kept. */
  const finish = () => {
    kept.current = null;
    onClose();
  };

  const set = (patch: Partial<Fields>) => setFields((now) => ({ ...now, ...patch }));

  const save = (event?: FormEvent) => {
    event?.preventDefault();
    if (isBlank || problem !== null || isGone) return;
    const patch = patchOf(before, fields);
    if (patch) update.mutate({ id: task.id, patch });
    finish();
  };

  const onKeyDown = (event: KeyboardEvent) => {
    // Enter and Escape that end a composition belong to it.
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Escape") {
      event.preventDefault();
      event.stopPropagation();
      onClose();
    }
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
  };

  return (
    <form
      ref={form}
      aria-label={`Edit task ${task.id}`}
      onSubmit={save}
      // Every field inside takes the keys; the form only gathers them.
      onKeyDown={onKeyDown}
      className={clsx("flex scroll-my-2 flex-col gap-3", className)}
    >
      {isGone && <DeletedMeanwhile taskId={task.id} fields={fields} />}
      {unsaved && !isGone && (
        <p className="text-12 text-ink-soft">Not saved yet. Cancel takes your changes back.</p>
      )}
      <div>
        <label htmlFor={`${id}-title`} className="sr-only">
          Title
        </label>
        <input
          id={`${id}-title`}
          value={fields.title}
          dir="auto"
          ref={titleRef}
          required
          autoComplete="off"
          enterKeyHint="done"
          onChange={(event) => set({ title: event.target.value })}
          className={`${FIELD} h-9 font-medium pointer-coarse:h-11`}
        />
      </div>
      <div>
        <label htmlFor={`${id}-note`} className={LABEL}>
          Note
        </label>
        <textarea
          id={`${id}-note`}
          value={fields.description}
          dir="auto"
          rows={2}
          onChange={(event) => set({ description: event.target.value })}
          className={`${FIELD} block max-h-48 resize-y py-1.5`}
        />
      </div>
      <div className="grid grid-cols-[3fr_2fr] gap-2 pointer-coarse:grid-cols-2 [&>*]:min-w-0">
        <div>
          <label htmlFor={`${id}-date`} className={LABEL}>
            Date
          </label>
          <input
            id={`${id}-date`}
            type="date"
            value={fields.due_on ?? ""}
            onChange={(event) => set({ due_on: event.target.value || null })}
            className={`${FIELD} h-9 pointer-coarse:h-11`}
          />
        </div>
        <div>
          <label htmlFor={`${id}-time`} className={LABEL}>
            Time
          </label>
          <input
            id={`${id}-time`}
            type="time"
            value={fields.due_on === null ? "" : (fields.due_time ?? "")}
            disabled={fields.due_on === null}
            onChange={(event) => set({ due_time: event.target.value || null })}
            className={`${FIELD} h-9 pointer-coarse:h-11`}
          />
        </div>
      </div>
      <fieldset>
        <legend className={LABEL}>Priority</legend>
        <div className="grid grid-cols-4 gap-0.5 rounded-control bg-hover p-0.5">
          {PRIORITIES.map(({ value, label }) => (
            <label
              key={value}
              className="grid h-8 cursor-pointer place-items-center rounded-[6px] text-13 text-ink-soft transition-colors hover:text-ink has-checked:bg-raised has-checked:font-medium has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-focus pointer-coarse:h-10"
            >
              <input
                type="radio"
                name={`${id}-priority`}
                value={value}
                checked={fields.priority === value}
                onChange={() => set({ priority: value })}
                className="sr-only"
              />
              {label}
            </label>
          ))}
        </div>
      </fieldset>
      {problem !== null && (
        <p role="alert" className="text-13 text-danger">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-2">
        {!isGone && (
          <Button
            size="sm"
            variant="plain"
            className="-ms-1 me-auto"
            onClick={() => {
              remove.mutate(task);
              finish();
            }}
          >
            <Trash2 aria-hidden="true" className="size-4" />
            Delete
          </Button>
        )}
        <Button size="sm" onClick={finish}>
          {isGone ? "Close" : "Cancel"}
        </Button>
        {!isGone && (
          <Button size="sm" variant="primary" type="submit" disabled={isBlank || problem !== null}>
            Save
          </Button>
        )}
      </div>
      <TaskHistory
        taskId={task.id}
        task={isGone ? null : task}
        timeZone={timeZone}
        onUndone={finish}
      />
    </form>
  );
};
