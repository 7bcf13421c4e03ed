/**
 * The panel's tabs, and which tasks stand on which. Those to do are one list, soonest first and undated last, so that
 * each tab is a part of it: what is loaded for one is loaded for all. Pure; `task-panel.tsx` renders it.
 */
import { dueGroup, formatDueShort, isOverdue } from "@/lib/tasks/dates-format";
import type { Task } from "@/lib/tasks/schema";

export type PanelTab = "today" | "upcoming" | "all" | "done";

type DateAt = { now: Date; timeZone: string };

/** Tasks under a heading; without one where there is nothing to tell apart. */
export type TaskGroup = {
  key: string;
  heading: string | null;
  overdue: boolean;
  tasks: Task[];
};

/**
 * Whether a task stands on a tab of things to do. One that was just ticked stays where it was until it leaves:
 * a late one among today's.
 */
export const isOn = (tab: PanelTab, task: Task, at: DateAt): boolean => {
  const group = dueGroup(task, at);
  switch (tab) {
    case "today":
      return group === "overdue" || group === "today";
    case "upcoming":
      return group === "upcoming";
    case "all":
      return true;
    case "done":
      return false;
  }
};

/** The first tab that a person sees: what is due, where anything is. */
export const firstTab = (pending: readonly Task[], at: DateAt): PanelTab =>
  pending.some((task) => isOn("today", task, at)) ? "today" : "all";

/** Whether tasks of `tab` may come with the next page of the list, of which `last` is the last that is loaded. */
export const mayHaveMore = (tab: PanelTab, last: Task | undefined, at: DateAt): boolean => {
  if (last === undefined || tab === "all" || tab === "done") return true;
  const group = dueGroup({ ...last, completed: false }, at);
  return tab === "today"
    ? group === "overdue" || group === "today"
    : group === "overdue" || group === "today" || group === "upcoming";
};

/** The tasks of a tab as they stand there: overdue before today's, what is to come by its day. */
export const groupTasks = (tab: PanelTab, tasks: readonly Task[], at: DateAt): TaskGroup[] => {
  if (tab === "today") {
    const late = tasks.filter((task) => isOverdue({ ...task, completed: false }, at));
    if (late.length === 0) return plain(tasks);
    const due = tasks.filter((task) => !late.includes(task));
    return [
      { key: "overdue", heading: "Overdue", overdue: true, tasks: late },
      { key: "today", heading: "Today", overdue: false, tasks: due },
    ].filter((group) => group.tasks.length > 0);
  }
  if (tab !== "upcoming") return plain(tasks);
  const days = new Map<string, Task[]>();
  for (const task of tasks) {
    const day = task.due_on ?? "";
    days.set(day, [...(days.get(day) ?? []), task]);
  }
  return [...days].map(([day, ofDay]) => ({
    key: day,
    heading: formatDueShort({ due_on: day, due_time: null }, at),
    overdue: false,
    tasks: ofDay,
  }));
};

const plain = (tasks: readonly Task[]): TaskGroup[] => [
  { key: "tasks", heading: null, overdue: false, tasks: [...tasks] },
];
