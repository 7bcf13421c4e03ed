import type { Task } from "@/lib/tasks/schema";

const SAMPLE_NOW = "2026-11-20T09:30:00.000Z";

/** A task as the API gives it: number 4, "Buy milk", open and undated, but for `fields`. */
export const sampleTask = (fields: Partial<Task> = {}): Task => ({
  id: 4,
  title: "Buy milk",
  description: "",
  completed: false,
  status: "pending",
  due_on: null,
  due_time: null,
  priority: "none",
  recurrence: null,
  created_at: SAMPLE_NOW,
  updated_at: SAMPLE_NOW,
  completed_at: null,
  ...fields,
});
