/**
 * What is being edited on the page: which tasks have an open editor, what was written and not saved, and which of them
 * were deleted meanwhile, elsewhere. In the browser's memory, until the page is left.
 */
import { makeSignal } from "@/components/shell/signal";
import type { Task } from "@/lib/tasks/schema";

/** What of a task can be edited. */
export type Fields = Pick<Task, "title" | "description" | "due_on" | "due_time" | "priority">;

/** What was changed and not saved. */
export type Edit = Partial<Fields>;

/** By the task's number: what an editor was closed with, and takes up again when it opens. */
export const unsavedEdits = makeSignal<ReadonlyMap<number, Edit>>(new Map());

export const keepEdit = (id: number, edit: Edit | null): void => {
  if (edit === null && !unsavedEdits.get().has(id)) return;
  const edits = new Map(unsavedEdits.get());
  if (edit === null) edits.delete(id);
  else edits.set(id, edit);
  unsavedEdits.set(edits);
};

/** Tasks that are gone while their editor is open: they stay on the page until it closes. */
export const goneTasks = makeSignal<ReadonlySet<number>>(new Set());

export const setGone = (id: number, isGone: boolean): void => {
  if (goneTasks.get().has(id) === isGone) return;
  const gone = new Set(goneTasks.get());
  if (isGone) gone.add(id);
  else gone.delete(id);
  goneTasks.set(gone);
};

const editors = new Map<number, number>();

/** Tasks with an open editor, in a row or in the dialog. */
export const editedTasks = (): number[] => [...editors.keys()];

/** An editor opened; what is given back is called when it closes, and tells whether it was the task's last. */
export const editorOpened = (id: number): (() => boolean) => {
  editors.set(id, (editors.get(id) ?? 0) + 1);
  return () => {
    const left = (editors.get(id) ?? 1) - 1;
    if (left > 0) editors.set(id, left);
    else editors.delete(id);
    return left <= 0;
  };
};
