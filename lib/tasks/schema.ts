/**
 * The task and the shapes around it, as every door sees them: services, REST, tools and the page.
 * Browser-safe: zod and pure functions only.
 */
import { z } from "zod";

/** Length in Unicode code points, the unit in which the contract counts characters. */
export const codePoints = (text: string): number => [...text].length;

/**
 * Text as PostgreSQL can store it: a null character is refused, and half of a surrogate pair becomes U+FFFD, as UTF-8
 * would make it anyway.
 */
export const storableText = (name: string) =>
  z
    .string({ error: `${name} must be text.` })
    .refine((value) => !value.includes("\u0000"), `${name} must not contain a null character.`)
    .transform((value) => value.toWellFormed());

/** Words to look for. */
export const searchWords = storableText("The search").pipe(
  z.string().trim().max(200, "A search may have at most 200 characters."),
);

/** Trimmed text of at most `max` code points; with `min` 1 it may not be blank. */
export const shortText = (max: number, min: 0 | 1, name: string) =>
  storableText(name)
    .pipe(
      z
        .string()
        .trim()
        .refine(
          (value) => codePoints(value) >= min,
          min === 1 ? `${name} must not be empty.` : undefined,
        )
        .refine(
          (value) => codePoints(value) <= max,
          `${name} may have at most ${max.toLocaleString("en-US")} characters.`,
        ),
    )
    .describe(`${min} to ${max.toLocaleString("en-US")} characters after trimming.`);

/** Postgres integers end here; a larger number is nobody's task. */
export const NUMBER_MAX = 2_147_483_647;

export const TITLE_MAX = 200;
export const DESCRIPTION_MAX = 5000;

export const taskTitle = shortText(TITLE_MAX, 1, "The title");
export const taskDescription = shortText(DESCRIPTION_MAX, 0, "The description");

export const taskStatus = z.enum(["pending", "completed"]);
export const priority = z.enum(["none", "low", "medium", "high"]);
export type Priority = z.infer<typeof priority>;

/** A day in the calendar, `YYYY-MM-DD`, without a zone (floating). */
export const dueOn = z.iso
  .date({ error: "A date is written YYYY-MM-DD." })
  .refine((day) => !day.startsWith("0000"), "The first year is 0001.");
/** A time of day, `HH:MM` on the 24-hour clock, without a zone (floating). */
export const dueTime = z
  .string()
  .regex(/^([01]\d|2[0-3]):[0-5]\d$/, "A time is written HH:MM, from 00:00 to 23:59.");

const timestamp = z.iso.datetime();

/** A task. `id` is counted per user from 1, permanent and never reused. */
export const task = z.strictObject({
  id: z.int().positive(),
  title: z.string(),
  description: z.string(),
  completed: z.boolean(),
  status: taskStatus,
  due_on: dueOn.nullable(),
  due_time: dueTime.nullable(),
  priority,
  recurrence: z.string().nullable(),
  created_at: timestamp,
  updated_at: timestamp,
  completed_at: timestamp.nullable(),
});
export type Task = z.infer<typeof task>;

const timeNeedsDate = (
  value: { due_on?: string | null | undefined; due_time?: string | null | undefined },
  ctx: z.RefinementCtx,
) => {
  if (value.due_time && value.due_on === null) {
    ctx.addIssue({ code: "custom", path: ["due_time"], message: "A time needs a date (due_on)." });
  }
};

/** What `POST /api/tasks` takes. */
export const newTask = z
  .strictObject({
    title: taskTitle,
    description: taskDescription.optional(),
    due_on: dueOn.nullish(),
    due_time: dueTime.nullish(),
    priority: priority.optional(),
  })
  .superRefine((value, ctx) => timeNeedsDate({ ...value, due_on: value.due_on ?? null }, ctx));
export type NewTask = z.infer<typeof newTask>;

/** What `PATCH /api/tasks/{id}` takes: at least one field. */
export const taskPatch = z
  .strictObject({
    title: taskTitle.optional(),
    description: taskDescription.optional(),
    due_on: dueOn.nullable().optional(),
    due_time: dueTime.nullable().optional(),
    priority: priority.optional(),
    completed: z.boolean().optional(),
  })
  .superRefine(timeNeedsDate)
  .refine((value) => Object.values(value).some((field) => field !== undefined), {
    message: "Name at least one field to change.",
  });
export type TaskPatch = z.infer<typeof taskPatch>;

/** A task in one line, as somebody writes it: longer than a title may be, for the words of its date. */
export const taskWords = shortText(TITLE_MAX + 100, 1, "The task");

/** What of such a line is to stay in the title, although it could be understood. */
export const keptWords = z.enum(["date", "priority"]);
export type KeptWords = z.infer<typeof keptWords>;

/** Such a line taken apart. */
export const readWords = z.strictObject({
  /** Without the words of its date and its priority. */
  title: z.string(),
  /** The date's words as they were written; null where there is none. */
  words: z.string().nullable(),
  due_on: dueOn.nullable(),
  due_time: dueTime.nullable(),
  /** Absent where the words name none. */
  priority: z.enum(["low", "medium", "high"]).optional(),
});
export type ReadWords = z.infer<typeof readWords>;

export const taskFilter = z.strictObject({
  status: z.enum(["all", "pending", "completed"]).default("all"),
  query: searchWords.optional(),
  due: z.enum(["overdue", "today", "week", "none"]).optional(),
});

export const taskSort = z.enum(["created", "due", "priority", "title", "updated"]);

export const changeKind = z.enum([
  "created",
  "updated",
  "completed",
  "reopened",
  "deleted",
  "restored",
]);

/** A row of the ledger: one task, before and after, by whom and in which turn. */
export const change = z.strictObject({
  id: z.uuid(),
  task_id: z.int().positive(),
  kind: changeKind,
  before: task.nullable(),
  after: task.nullable(),
  actor: z.strictObject({ kind: z.enum(["user", "agent", "token"]), name: z.string() }),
  turn_id: z.uuid().nullable(),
  /** The change that this one takes back. */
  undoes: z.uuid().nullable(),
  /** It was taken back, and that was not taken back in turn. */
  undone: z.boolean(),
  created_at: timestamp,
});
export type Change = z.infer<typeof change>;
