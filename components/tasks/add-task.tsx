"use client";
/** The field at the top of the panel: Enter adds a task. Words that could not be added come back. */
import { useMutationState } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useState } from "react";
import { Spinner } from "@/components/ui/spinner";
import type { NewTask, Task } from "@/lib/tasks/schema";
import { ADD_KEY, useAddTask } from "./use-task-mutations";

/** By which others find the field to give it the focus. */
export const ADD_TASK_ID = "add-task";

export const AddTask = ({ onAdded }: { onAdded: (task: Task) => void }) => {
  const [title, setTitle] = useState("");
  const [problem, setProblem] = useState<string | null>(null);
  const add = useAddTask((words, sentence) => {
    setTitle((typed) => (typed.trim() === "" ? words : typed));
    setProblem(sentence);
  }, onAdded);
  const adding = useMutationState({
    filters: { mutationKey: ADD_KEY, status: "pending" },
    select: ({ state }) => (state.variables as NewTask).title,
  });

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (title.trim() === "") return;
        setTitle("");
        setProblem(null);
        add.mutate({ title });
      }}
    >
      <div className="relative">
        <Plus
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-ink-soft"
        />
        <input
          id={ADD_TASK_ID}
          value={title}
          dir="auto"
          aria-label="Add a task"
          placeholder="Add a task…"
          autoComplete="off"
          enterKeyHint="done"
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? undefined : "add-task-problem"}
          onChange={(event) => {
            setTitle(event.target.value);
            setProblem(null);
          }}
          className="h-10 w-full min-w-0 rounded-control border border-line-strong bg-raised ps-9 pe-3 text-14 text-ink placeholder:text-ink-soft focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-danger aria-invalid:outline-danger pointer-coarse:h-11 pointer-coarse:text-[16px]"
        />
      </div>
      {problem !== null && (
        <p id="add-task-problem" role="alert" className="mt-1.5 px-1 text-13 text-danger">
          {problem}
        </p>
      )}
      {adding.map((words, index) => (
        <p key={index} className="flex h-9 items-center gap-2 px-3 text-14 text-ink-soft">
          <Spinner className="shrink-0" />
          <span dir="auto" className="truncate">
            {words}
          </span>
        </p>
      ))}
    </form>
  );
};
