"use client";
/** Taking changes back, and taking that back, from wherever a change is shown. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { api, ApiError } from "@/components/api";
import type { Change } from "@/lib/tasks/schema";
import { findDeletion, ledgerUnknown } from "./ledger";
import { applyChanges } from "./task-cache";

type Undone = { changes: Change[] };

const FAILED = "Something went wrong. Try again.";

export const undoChange = (changeId: string): Promise<Undone> =>
  api<Undone>(`/api/changes/${changeId}/undo`, { method: "POST" });

const redoChange = (changeId: string): Promise<Undone> =>
  api<Undone>(`/api/changes/${changeId}/redo`, { method: "POST" });

/** Brings a task back that was deleted last. */
export const undoDeletion = async (taskId: number): Promise<Change[]> => {
  const deletion = await findDeletion(taskId);
  return deletion ? (await undoChange(deletion.id)).changes : [];
};

const sentenceOf = (error: Error): string => (error instanceof ApiError ? error.detail : FAILED);

/** `onProblem` is told why nothing was taken back, as a sentence; null when it is tried again. */
type OnProblem = (sentence: string | null) => void;

const useUndoing = <Subject>(send: (subject: Subject) => Promise<Undone>, onProblem: OnProblem) => {
  const client = useQueryClient();
  const { mutate, isPending } = useMutation({
    mutationFn: send,
    onMutate: () => onProblem(null),
    onSuccess: ({ changes }) => applyChanges(client, changes),
    onError: (error) => {
      onProblem(sentenceOf(error));
      // What is shown may be what misled the person.
      ledgerUnknown(client);
    },
  });
  return { run: mutate, busy: isPending };
};

/** Takes one change back, or where that was done already, puts it in force again. */
export const useUndoChange = (onProblem: OnProblem) =>
  useUndoing(({ id, undone }: Change) => (undone ? redoChange(id) : undoChange(id)), onProblem);

/** Takes back all that a turn changed, or nothing of it; or puts all that was taken back in force again. */
export const useUndoTurn = (onProblem: OnProblem, verb: "undo" | "redo") =>
  useUndoing(
    (turnId: string) => api<Undone>(`/api/turns/${turnId}/${verb}`, { method: "POST" }),
    onProblem,
  );
