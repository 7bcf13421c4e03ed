"use client";
/** Takes back all that an answer changed, all of it or nothing. */
import { Undo2 } from "lucide-react";
import { useUndoTurn } from "@/components/tasks/use-undo";
import { Button } from "@/components/ui/button";

export const UndoAll = ({
  turnId,
  onProblem,
}: {
  turnId: string;
  onProblem: (sentence: string | null) => void;
}) => {
  const undo = useUndoTurn(onProblem);
  return (
    <Button
      variant="plain"
      size="sm"
      className="-ms-2.5"
      busy={undo.busy}
      onClick={() => undo.run(turnId)}
    >
      <Undo2 aria-hidden="true" className="size-4" />
      Undo all
    </Button>
  );
};
