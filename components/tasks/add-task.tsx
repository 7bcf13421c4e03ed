"use client";
/**
 * The field at the top of the panel: Enter adds a task, with the date and priority that its words name. Words that
 * could not be added come back.
 */
import { useMutationState } from "@tanstack/react-query";
import { Plus } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { isOutage } from "@/components/api";
import { onReachable } from "@/components/reachable";
import { Spinner } from "@/components/ui/spinner";
import type { Task } from "@/lib/tasks/schema";
import type { Kept } from "./read-words";
import { Understood } from "./understood";
import { ADD_KEY, type TypedTask, useAddTask } from "./use-task-mutations";

/** By which others find the field to give it the focus. */
export const ADD_TASK_ID = "add-task";
const PROBLEM_ID = "add-task-problem";
const UNDERSTOOD_ID = "add-task-understood";

const NOTHING: Kept = [];

export const AddTask = ({
  timeZone,
  onAdded,
}: {
  /** The person's IANA zone. */
  timeZone: string;
  onAdded: (task: Task) => void;
}) => {
  const [text, setText] = useState("");
  const [kept, setKept] = useState(NOTHING);
  const [problem, setProblem] = useState<{ sentence: string; isOutage: boolean } | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const add = useAddTask((words, sentence, error) => {
    setText((typed) => (typed.trim() === "" ? words : typed));
    setProblem({ sentence, isOutage: isOutage(error) });
  }, onAdded);
  const adding = useMutationState({
    filters: { mutationKey: ADD_KEY, status: "pending" },
    select: ({ state }) => (state.variables as TypedTask).text,
  });

  useEffect(() => onReachable(() => setProblem((shown) => (shown?.isOutage ? null : shown))), []);

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        if (text.trim() === "") return;
        setText("");
        setKept(NOTHING);
        setProblem(null);
        add.mutate({ text, kept });
      }}
    >
      <div className="relative">
        <Plus
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 start-3 my-auto size-4 text-ink-soft"
        />
        <input
          ref={field}
          id={ADD_TASK_ID}
          value={text}
          dir="auto"
          aria-label="Add a task"
          placeholder="Add a task…"
          autoComplete="off"
          enterKeyHint="done"
          aria-invalid={problem !== null || undefined}
          aria-describedby={problem === null ? UNDERSTOOD_ID : PROBLEM_ID}
          onChange={(event) => {
            setText(event.target.value);
            setProblem(null);
            if (event.target.value === "") setKept(NOTHING);
          }}
          className="h-10 w-full min-w-0 rounded-control border border-line-strong bg-raised ps-9 pe-3 text-14 text-ink placeholder:text-ink-soft focus-visible:border-focus focus-visible:outline-1 focus-visible:outline-offset-0 aria-invalid:border-danger aria-invalid:outline-danger pointer-coarse:h-11 pointer-coarse:text-[16px]"
        />
        <Understood
          id={UNDERSTOOD_ID}
          text={text}
          kept={kept}
          timeZone={timeZone}
          onKeep={(next) => {
            setKept(next);
            field.current?.focus();
          }}
        />
      </div>
      {problem !== null && (
        <p id={PROBLEM_ID} role="alert" className="mt-1.5 px-1 text-13 text-danger">
          {problem.sentence}
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
