"use client";
/** A task that is not there any more: its title, its past, and Restore. */
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { taskChangesOptions } from "./ledger";
import { TaskHistory } from "./task-history";
import { useUndoChange } from "./use-undo";

export const GoneTask = ({
  id,
  timeZone,
  onClose,
}: {
  id: number;
  timeZone: string;
  onClose: () => void;
}) => {
  const { data: changes, isFetching } = useQuery({ ...taskChangesOptions(id), staleTime: 0 });
  const [problem, setProblem] = useState<string | null>(null);
  const undo = useUndoChange(setProblem);
  const [end] = changes ?? [];
  const last = end?.after === null ? end.before : null;
  // What was known of it before it went is of no use.
  if (!last && isFetching) return <p className="text-14 text-ink-soft">Loading…</p>;
  if (!end || !last) return <p className="text-14 text-ink-soft">There is no task {id}.</p>;
  return (
    <div className="flex flex-col gap-3">
      <p className="text-15 [overflow-wrap:anywhere] text-ink-soft">
        <bdi className="line-through">{last.title}</bdi> was deleted.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button
          variant="primary"
          busy={undo.busy}
          onClick={() => undo.run(end, { onSuccess: onClose })}
        >
          Restore
        </Button>
        <Button onClick={onClose}>Close</Button>
      </div>
      {problem !== null && (
        <p role="alert" className="text-13 text-danger">
          {problem}
        </p>
      )}
      <TaskHistory taskId={id} task={null} timeZone={timeZone} onUndone={onClose} />
    </div>
  );
};
