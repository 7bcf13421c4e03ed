"use client";
/** In an editor whose task was deleted elsewhere: that it was, and the ways to keep what was written. */
import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { ApiError } from "@/components/api";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { Fields } from "./edits";
import { applyChanges } from "./task-cache";
import { undoDeletion } from "./use-undo";

export const DeletedMeanwhile = ({ taskId, fields }: { taskId: number; fields: Fields }) => {
  const client = useQueryClient();
  const toast = useToast();
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  const restore = async () => {
    setBusy(true);
    setProblem(null);
    try {
      applyChanges(client, await undoDeletion(taskId));
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      setProblem(error.detail);
    } finally {
      setBusy(false);
    }
  };

  const copy = async () => {
    const words = [fields.title, fields.description].filter((text) => text.trim() !== "");
    try {
      await navigator.clipboard.writeText(words.join("\n\n"));
      toast({ message: "Title and note copied." });
    } catch {
      setProblem("The browser did not allow copying here.");
    }
  };

  return (
    <div role="alert" className="flex flex-col gap-2 rounded-control bg-danger-soft px-3 py-2">
      <p className="text-13 text-ink">
        This task was deleted elsewhere. Your words are still here.
      </p>
      <div className="flex flex-wrap gap-2">
        <Button size="sm" variant="primary" busy={busy} onClick={() => void restore()}>
          Restore
        </Button>
        <Button size="sm" onClick={() => void copy()}>
          Copy the words
        </Button>
      </div>
      {problem !== null && <p className="text-13 text-danger">{problem}</p>}
    </div>
  );
};
