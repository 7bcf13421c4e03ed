"use client";
/**
 * One task, opened from a receipt or from among the deleted: to read and to change, wherever it stands in the lists.
 * Where it is gone, what became of it, and the way back. The app's layout renders it once.
 */
import { useQuery, useQueryClient } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { api, ApiError } from "@/components/api";
import { Dialog } from "@/components/ui/dialog";
import type { Task } from "@/lib/tasks/schema";
import { goneTasks } from "./edits";
import { openedTask } from "./opened-task";
import { findTask } from "./task-cache";

const TaskEditor = dynamic(() => import("./task-editor").then((module) => module.TaskEditor), {
  ssr: false,
});
const GoneTask = dynamic(() => import("./gone-task").then((module) => module.GoneTask), {
  ssr: false,
});

const Opened = ({
  id,
  timeZone,
  onClose,
}: {
  id: number;
  timeZone: string;
  onClose: () => void;
}) => {
  const client = useQueryClient();
  const { data: task, error } = useQuery<Task>({
    queryKey: ["task", id],
    queryFn: ({ signal }) => api<Task>(`/api/tasks/${id}`, { signal }),
    placeholderData: () => findTask(client, id),
    staleTime: 0,
    gcTime: 0,
  });
  // Its editor says so itself, and keeps what was written.
  const isGoneWhileEdited = goneTasks.use().has(id) && task !== undefined;
  if (error instanceof ApiError && error.status === 404 && !isGoneWhileEdited) {
    return <GoneTask id={id} timeZone={timeZone} onClose={onClose} />;
  }
  if (error && !isGoneWhileEdited) return <p className="text-14 text-ink-soft">{error.message}</p>;
  if (!task) return <p className="text-14 text-ink-soft">Loading…</p>;
  return <TaskEditor task={task} timeZone={timeZone} onClose={onClose} />;
};

export const TaskDialog = ({ timeZone }: { timeZone: string }) => {
  const id = openedTask.use();
  const close = () => openedTask.set(null);
  return (
    <Dialog open={id !== null} onClose={close} title={`Task ${id ?? ""}`}>
      {id !== null && <Opened key={id} id={id} timeZone={timeZone} onClose={close} />}
    </Dialog>
  );
};
