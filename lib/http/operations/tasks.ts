/** `/api/tasks`: the list, by hand. */
import { z } from "zod";
import {
  keptWords,
  newTask,
  readWords,
  task,
  taskFilter,
  taskPatch,
  taskSort,
  taskWords,
} from "@/lib/tasks/schema";
import { noFields, paging, taskParams } from "../params";
import { changeList } from "./changes";
import { EXAMPLE } from "./examples";
import { gives, operation, pageOf } from "./operation";

const tag = "Tasks";
const byId = { tag, path: "/api/tasks/{id}", params: taskParams } as const;

export const taskList = pageOf("tasks", task);
export const parseBody = z.strictObject({
  text: taskWords,
  keep: z
    .array(keptWords)
    .max(2)
    .optional()
    .describe("What stays in the title instead of being understood."),
});
export const deletedTask = z.strictObject({ status: z.literal("deleted"), task_id: z.int() });

const listQuery = z.strictObject({
  status: taskFilter.shape.status.describe("Still to do, done, or both."),
  query: taskFilter.shape.query.describe(
    "Words that all have to be in the title or the note, whatever their case and apostrophes; `#5` also finds the task of that number.",
  ),
  due: taskFilter.shape.due.describe(
    "`overdue`: still to do and before today; `week`: today and the six days after, in the person's time zone; `none`: undated.",
  ),
  sort: taskSort.optional().describe("By number where it is not given."),
  ...paging,
});

export const taskOperations = {
  list: operation({
    id: "listTasks",
    method: "GET",
    path: "/api/tasks",
    tag,
    summary: "List tasks",
    access: "read",
    query: listQuery,
    answers: {
      200: gives("A page of tasks.", taskList, {
        tasks: [EXAMPLE.TASK],
        count: 1,
        next_cursor: null,
      }),
    },
  }),
  add: operation({
    id: "addTask",
    method: "POST",
    path: "/api/tasks",
    tag,
    summary: "Add a task",
    description:
      "`due_on` is a day and `due_time` a time of day in the person's own time zone, without an offset.",
    access: "write",
    body: newTask,
    examples: {
      short: { title: "Buy milk" },
      full: { title: "Pay rent", due_on: "2026-12-01", priority: "high" },
    },
    answers: { 201: gives("The new task.", task, EXAMPLE.TASK) },
  }),
  deleted: operation({
    id: "listDeletedTasks",
    method: "GET",
    path: "/api/tasks/deleted",
    tag,
    summary: "List deleted tasks",
    description:
      "The changes that took tasks away within the last 30 days, the latest first; `before` is the task as it was. " +
      "Undoing one brings its task back.",
    access: "read",
    query: z.strictObject(paging),
    answers: {
      200: gives("A page of changes.", changeList, {
        changes: [EXAMPLE.UNDONE],
        count: 1,
        next_cursor: null,
      }),
    },
  }),
  parse: operation({
    id: "parseTask",
    method: "POST",
    path: "/api/tasks/parse",
    tag,
    summary: "Read a line of words as a task",
    description:
      "Changes nothing: says what title, what date and what priority would be understood, in the person's own time zone.",
    access: "read",
    body: parseBody,
    examples: {
      friday: { text: "Pay rent friday 9am" },
      kept: { text: "Plan the party on Saturday, urgent", keep: ["date"] },
    },
    answers: {
      200: gives("What was understood.", readWords, {
        title: "Pay rent",
        words: "friday 9am",
        due_on: "2026-11-27",
        due_time: "09:00",
      }),
    },
  }),
  get: operation({
    ...byId,
    id: "getTask",
    method: "GET",
    summary: "Show a task",
    access: "read",
    answers: { 200: gives("The task.", task, EXAMPLE.TASK) },
    errors: ["not_found"],
  }),
  update: operation({
    ...byId,
    id: "updateTask",
    method: "PATCH",
    summary: "Change a task",
    description:
      "Only the fields that are given change; at least one has to be. Null clears a date or a time.",
    access: "write",
    body: taskPatch,
    examples: {
      rename: { title: "Pay the rent" },
      undate: { due_on: null },
    },
    answers: {
      200: gives("The task as it is now.", task, { ...EXAMPLE.TASK, title: "Pay the rent" }),
    },
    errors: ["not_found"],
  }),
  delete: operation({
    ...byId,
    id: "deleteTask",
    method: "DELETE",
    summary: "Delete a task",
    description: "Its number is never given to another task. Undo brings it back.",
    access: "write",
    answers: {
      200: gives("It is gone.", deletedTask, { status: "deleted", task_id: EXAMPLE.TASK.id }),
    },
    errors: ["not_found"],
  }),
  complete: operation({
    id: "completeTask",
    method: "POST",
    path: "/api/tasks/{id}/complete",
    tag,
    summary: "Tick a task off",
    access: "write",
    params: taskParams,
    body: noFields,
    answers: { 200: gives("The task; the same if it was done already.", task, EXAMPLE.DONE) },
    errors: ["not_found"],
  }),
  reopen: operation({
    id: "reopenTask",
    method: "POST",
    path: "/api/tasks/{id}/reopen",
    tag,
    summary: "Open a task again",
    access: "write",
    params: taskParams,
    body: noFields,
    answers: { 200: gives("The task; the same if it was open already.", task, EXAMPLE.TASK) },
    errors: ["not_found"],
  }),
};
