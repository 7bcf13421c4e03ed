/**
 * The two lists of the task panel: what each asks the server for, and how tasks stand in it.
 * Plain constants and functions, so that the server can load the first page by the same words.
 */
import type { Task } from "@/lib/tasks/schema";

export type TaskTab = "pending" | "completed";

/** `GET /api/tasks`. */
export type TaskPage = { tasks: Task[]; count: number; next_cursor: string | null };

/** The first page of each list. */
export type TaskLists = Record<TaskTab, TaskPage>;

/** The query of each list. To do: soonest first, undated last. Done: what was done last first. */
export const TASK_LISTS = {
  pending: { status: "pending", sort: "due", limit: 100 },
  completed: { status: "completed", sort: "updated", limit: 50 },
} as const;

/** When a task that is looked for may be due: whenever, or by one of the filters of `GET /api/tasks`. */
export const FIND_DUE = ["any", "overdue", "today", "week", "none"] as const;
/** The orders in which tasks are found, as `GET /api/tasks` sorts. */
export const FIND_SORT = ["due", "created", "updated", "priority", "title"] as const;

/** What is looked for. */
export type Finding = {
  words: string;
  due: (typeof FIND_DUE)[number];
  sort: (typeof FIND_SORT)[number];
};

/** After every date and every time. */
const LAST = "~";

const byDue = (a: Task, b: Task): number =>
  compare(a.due_on ?? LAST, b.due_on ?? LAST) ||
  compare(a.due_time ?? LAST, b.due_time ?? LAST) ||
  a.id - b.id;

const byCompletion = (a: Task, b: Task): number =>
  compare(b.completed_at ?? LAST, a.completed_at ?? LAST) || b.id - a.id;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** The order in which each list stands, as the server sorts it. */
export const TASK_ORDER: Record<TaskTab, (a: Task, b: Task) => number> = {
  pending: byDue,
  completed: byCompletion,
};

/** Before anything is looked for. */
export const FIND_ALL: Finding = { words: "", due: "any", sort: "due" };
