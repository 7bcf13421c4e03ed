"use client";
/** The panel's own changes: shown at once, taken back with a sentence when the server refuses. */
import { useMutation, useQueryClient, type QueryClient } from "@tanstack/react-query";
import { api, ApiError } from "@/components/api";
import { useErrorToast } from "@/components/shell/use-error-toast";
import { useToast } from "@/components/ui/toast";
import type { Change, NewTask, Task, TaskPatch } from "@/lib/tasks/schema";
import { taskTouched } from "./ledger";
import { type Kept, keptOf, readWordsOptions } from "./read-words";
import { applyChanges, findTask, putTask, removeTask, setGlow } from "./task-cache";
import { undoDeletion } from "./use-undo";

/** Changes are sent one after the other, so that ticking and unticking cannot overtake each other. */
const SCOPE = { id: "tasks" };

export const ADD_KEY = ["task-add"] as const;
const CHANGE_KEY = ["task-change"] as const;

/** Of every list of tasks. */
export const TASK_KEYS = ["tasks"] as const;

/** Whether the page is making a change of its own that `change` may be, or may be older than. */
export const hasOwnChange = (client: QueryClient, change: Change): boolean => {
  if (change.actor.kind !== "user") return false;
  const key = change.kind === "created" ? ADD_KEY : CHANGE_KEY;
  return client
    .getMutationCache()
    .findAll({ mutationKey: key, status: "pending" })
    .some(
      ({ state }) =>
        key === ADD_KEY || (state.variables as { id: number } | undefined)?.id === change.task_id,
    );
};

const sentenceOf = (error: Error): string =>
  error instanceof ApiError ? error.detail : "Something went wrong.";

/** A title as a sentence can carry it. */
const named = (title: string): string => {
  const letters = Array.from(title);
  return letters.length > 60 ? `“${letters.slice(0, 59).join("")}…”` : `“${title}”`;
};

const patched = (task: Task, patch: TaskPatch): Task => {
  const { completed = task.completed, ...fields } = patch;
  const defined = Object.fromEntries(
    Object.entries(fields).filter(([, value]) => value !== undefined),
  );
  return {
    ...task,
    ...defined,
    completed,
    status: completed ? "completed" : "pending",
    completed_at: completed ? (task.completed_at ?? new Date().toISOString()) : null,
  };
};

/** A line of words that is to be a task. */
export type TypedTask = {
  text: string;
  kept: Kept;
};

/**
 * Adds tasks from lines of words; `onFailed` gets the words back, `onAdded` the task. The new task glows where it came
 * to stand.
 */
export const useAddTask = (
  onFailed: (text: string, sentence: string, error: Error) => void,
  onAdded: (task: Task) => void,
) => {
  const client = useQueryClient();
  return useMutation({
    mutationKey: ADD_KEY,
    mutationFn: async ({ text, kept }: TypedTask) => {
      const reading = await client.fetchQuery(readWordsOptions(text));
      const keep = keptOf(reading, kept);
      const { words: _words, ...task } =
        keep.length === 0 ? reading : await client.fetchQuery(readWordsOptions(text, keep));
      return api<Task>("/api/tasks", { method: "POST", body: task satisfies NewTask });
    },
    onSuccess: async (task) => {
      await client.cancelQueries({ queryKey: TASK_KEYS });
      putTask(client, task);
      setGlow(client, task.id, `added-${task.id}`);
      onAdded(task);
    },
    onError: (error, { text }) => onFailed(text, sentenceOf(error), error),
  });
};

export const useUpdateTask = () => {
  const client = useQueryClient();
  const complain = useErrorToast();
  /** Whether a later change of the same task is still under way: its answer will be the newer one. */
  const isOvertaken = (id: number): boolean =>
    client.getMutationCache().findAll({
      mutationKey: CHANGE_KEY,
      status: "pending",
      predicate: ({ state }) => (state.variables as { id: number } | undefined)?.id === id,
    }).length > 1;
  return useMutation({
    mutationKey: CHANGE_KEY,
    scope: SCOPE,
    mutationFn: ({ id, patch }: { id: number; patch: TaskPatch }) =>
      api<Task>(`/api/tasks/${id}`, { method: "PATCH", body: patch }),
    onMutate: async ({ id, patch }) => {
      await client.cancelQueries({ queryKey: TASK_KEYS });
      const before = findTask(client, id);
      if (before) putTask(client, patched(before, patch));
      return { before };
    },
    onSuccess: (task) => {
      if (!isOvertaken(task.id)) putTask(client, task);
      taskTouched(client, task.id);
    },
    onError: (error, { id }, context) => {
      const before = context?.before;
      if (before && !isOvertaken(id)) putTask(client, before);
      const what = before ? `${named(before.title)} was not changed.` : "The task was not changed.";
      complain(`${what} ${sentenceOf(error)}`, error);
      void client.invalidateQueries({ queryKey: TASK_KEYS });
    },
  });
};

/** Deletes a task at once; a toast offers to take that back. */
export const useDeleteTask = () => {
  const client = useQueryClient();
  const toast = useToast();
  const complain = useErrorToast();
  const fail = (task: Task, what: string, error: Error) =>
    complain(`${named(task.title)} was not ${what}. ${sentenceOf(error)}`, error);
  const bringBack = async (task: Task) => {
    try {
      applyChanges(client, await undoDeletion(task.id));
    } catch (error) {
      fail(task, "brought back", error instanceof Error ? error : new Error());
    }
  };
  return useMutation({
    mutationKey: CHANGE_KEY,
    scope: SCOPE,
    mutationFn: ({ id }: Task) => api(`/api/tasks/${id}`, { method: "DELETE" }),
    onMutate: async ({ id }) => {
      await client.cancelQueries({ queryKey: TASK_KEYS });
      removeTask(client, id);
    },
    onSuccess: (_answer, task) => {
      taskTouched(client, task.id);
      toast({
        message: `Deleted ${named(task.title)}.`,
        action: { label: "Undo", onAction: () => void bringBack(task) },
      });
    },
    onError: (error, task) => {
      if (error instanceof ApiError && error.status === 404) return;
      putTask(client, task);
      fail(task, "deleted", error);
    },
  });
};
