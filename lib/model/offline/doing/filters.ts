/**
 * Tasks by what is said of all of them: open or done, due when, how important, about what; and the order to show them.
 */
import { today } from "@/lib/tasks/dates-format";
import type { Change, ListFilter } from "../commands";
import type { DueAt } from "../words/due";
import type { ListedTask } from "../history";
import { byTopic } from "./likeness";

/** Soonest due first, undated last, done after all. */
export const inOrder = (tasks: readonly ListedTask[]): ListedTask[] => {
  const key = (task: ListedTask) =>
    `${task.status === "completed" ? 1 : 0} ${task.due_on ?? "9999"} ${task.due_time ?? "99:99"}`;
  return [...tasks].sort((a, b) => key(a).localeCompare(key(b)) || a.task_id - b.task_id);
};

export const isOverdueTask = (task: ListedTask, at: DueAt): boolean =>
  task.status === "pending" && task.due_on !== undefined && task.due_on < today(at);

/** The status of the tasks that a change is about; undefined for those that may have either. */
export const statusFor = (change: Change | "look"): ListedTask["status"] | undefined => {
  if (change === "complete" || change === "update") return "pending";
  return change === "reopen" ? "completed" : undefined;
};

/** A filter of the tasks that a change is about, where it says no status itself. */
export const withStatus = (filter: ListFilter, change: Change | "look"): ListFilter =>
  filter.status === "all" ? { ...filter, status: statusFor(change) ?? "all" } : filter;

export const byFilter = (
  filter: ListFilter,
  tasks: readonly ListedTask[],
  at: DueAt,
): ListedTask[] => {
  const { due } = filter;
  const kept = tasks.filter((task) => {
    if (filter.status !== "all" && task.status !== filter.status) return false;
    if (filter.priority && (task.priority ?? "none") !== filter.priority) return false;
    if (due === undefined) return true;
    if (due === "overdue") return isOverdueTask(task, at);
    if (due === "undated") return task.due_on === undefined;
    if (task.due_on === undefined) return false;
    return (
      (due.from === null || task.due_on >= due.from) && (due.to === null || task.due_on <= due.to)
    );
  });
  return filter.topic === undefined ? kept : byTopic(filter.topic, kept);
};
