"use client";
/** Takes back all that an answer changed, or puts all that was taken back in force again: all of it or nothing. */
import { Redo2, Undo2 } from "lucide-react";
import { useUndoTurn } from "@/components/tasks/use-undo";
import { Button } from "@/components/ui/button";

const VERBS = {
  undo: { label: "Undo all", Icon: Undo2 },
  redo: { label: "Redo all", Icon: Redo2 },
} as const;

export const UndoAll = ({
  turnId,
  verb,
  onProblem,
}: {
  turnId: string;
  verb: keyof typeof VERBS;
  onProblem: (sentence: string | null) => void;
}) => {
  const undo = useUndoTurn(onProblem, verb);
  const { label, Icon } = VERBS[verb];
  return (
    <Button
      variant="plain"
      size="sm"
      className="-ms-2.5 me-2.5"
      busy={undo.busy}
      onClick={() => undo.run(turnId)}
    >
      <Icon aria-hidden="true" className="size-4" />
      {label}
    </Button>
  );
};
