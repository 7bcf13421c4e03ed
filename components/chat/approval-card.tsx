"use client";
/** What waits for the person's yes: exactly the tasks, and the two answers. */
import { type KeyboardEvent, useEffect, useId, useRef } from "react";
import { Button } from "@/components/ui/button";
import type { Approval } from "@/lib/conversations/schema";
import type { Decision } from "./chat-state";

const tasksOf = (approval: Approval) => approval.calls.flatMap(({ tasks }) => tasks);

const countOf = (count: number): string => (count === 1 ? "1 task" : `${count} tasks`);

/** The question in one sentence, for those who hear it. */
export const spokenApproval = (approval: Approval): string => {
  const tasks = tasksOf(approval);
  const named = tasks.map(({ id, title }) => `number ${id}, ${title}`);
  return `Delete ${countOf(tasks.length)}? ${named.join("; ")}.`;
};

/** Whether the person is in the middle of writing something, which the focus must not be taken from. */
const isWriting = (): boolean => {
  const active = document.activeElement;
  return (
    (active instanceof HTMLTextAreaElement || active instanceof HTMLInputElement) &&
    active.value !== ""
  );
};

export const ApprovalCard = ({
  approval,
  deciding,
  isNew,
  onDecide,
  onUnfocused,
  onType,
}: {
  approval: Approval;
  deciding: Decision | null;
  /** It came to wait just now: the focus goes to Keep. */
  isNew: boolean;
  /** Null while nothing can be sent. */
  onDecide: ((decision: Decision) => void) | null;
  /** It is new and did not get the focus: somebody else has to say that it is there. */
  onUnfocused: (approval: Approval) => void;
  /** Somebody begins to write where a button has the focus: the words belong elsewhere. */
  onType: () => void;
}) => {
  const id = useId();
  const keep = useRef<HTMLButtonElement>(null);
  const asked = useRef(false);
  const tasks = tasksOf(approval);

  useEffect(() => {
    if (!isNew || asked.current) return;
    asked.current = true;
    if (isWriting()) onUnfocused(approval);
    else keep.current?.focus();
  }, [isNew, approval, onUnfocused]);

  const type = ({ key, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
    // The letter itself goes to whatever has the focus by then.
    if (/^\p{L}$/u.test(key) && !ctrlKey && !metaKey && !altKey) onType();
  };

  return (
    <div
      role="group"
      aria-labelledby={`${id}-question`}
      className="max-w-md rounded-card border border-line-strong bg-raised p-4"
    >
      <p id={`${id}-question`} className="text-15 font-medium text-ink">
        {tasks.length === 1 ? "Delete this task?" : `Delete these ${tasks.length} tasks?`}
      </p>
      <ul id={`${id}-tasks`} className="mt-2 flex flex-col gap-1 text-14">
        {tasks.map((task) => (
          <li key={task.id} className="flex gap-2">
            <span className="shrink-0 text-ink-soft tabular-nums">#{task.id}</span>
            <bdi className="min-w-0 [overflow-wrap:anywhere] text-ink">{task.title}</bdi>
          </li>
        ))}
      </ul>
      <div className="mt-4 flex flex-wrap items-center gap-2">
        <Button
          variant="danger"
          aria-describedby={`${id}-tasks`}
          busy={deciding === "approve"}
          onKeyDown={type}
          onClick={() => onDecide?.("approve")}
        >
          Delete {countOf(tasks.length)}
        </Button>
        <Button
          ref={keep}
          aria-describedby={`${id}-tasks`}
          busy={deciding === "reject"}
          onKeyDown={type}
          onClick={() => onDecide?.("reject")}
        >
          Keep
        </Button>
        <span className="text-13 text-ink-soft">or say yes or no</span>
      </div>
    </div>
  );
};
