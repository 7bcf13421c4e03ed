/**
 * The form of a dialogue: tasks that are there before, what a person says, and the tasks that must be there after.
 * Dates are relative to the day of the run, in the dialogue's zone: `+1d` is tomorrow, `wd:fri` the next Friday.
 */
import { z } from "zod";

/** `today`, `+3d`, `-2d`, `wd:fri`, `YYYY-MM-DD`, or `any` where the day is not to be checked. */
const day = z
  .string()
  .regex(/^(?:today|any|[+-]\d+d|wd:(?:mon|tue|wed|thu|fri|sat|sun)|\d{4}-\d{2}-\d{2})$/);
const priority = z.enum(["none", "low", "medium", "high"]);

const setupTask = z.strictObject({
  title: z.string(),
  description: z.string().optional(),
  due_on: day.optional(),
  due_time: z.string().optional(),
  priority: priority.optional(),
  completed: z.boolean().optional(),
});
export type SetupTask = z.infer<typeof setupTask>;

/** A task that must be there: `same` is the number of one from the setup, unchanged but for the fields named. */
const expectedTask = z.strictObject({
  same: z.int().optional(),
  title: z.string().optional(),
  title_re: z.string().optional(),
  description: z.string().optional(),
  description_re: z.string().optional(),
  due_on: day.nullable().optional(),
  due_time: z.string().nullable().optional(),
  priority: priority.optional(),
  completed: z.boolean().optional(),
});
export type ExpectedTask = z.infer<typeof expectedTask>;

const reply = z.union([
  z.string(),
  z.strictObject({ match: z.array(z.string()).optional(), not: z.array(z.string()).optional() }),
]);

const expectation = z.strictObject({
  tasks: z.array(expectedTask).optional(),
  unchanged: z.boolean().optional(),
  reply: reply.optional(),
  /** The reply asks, or the turn waits for an approval. */
  asks: z.boolean().optional(),
});
export type Expectation = z.infer<typeof expectation>;

export const dialogue = z.strictObject({
  id: z.string(),
  category: z.string(),
  by_hand: z.boolean().optional(),
  /** An IANA zone; `off-utc`: one whose day is another than UTC's now; `at:9`: one where it is about 9 o'clock. */
  time_zone: z.string().optional(),
  setup: z.array(setupTask).default([]),
  turns: z.array(z.string()).min(1),
  checks: z.array(expectation.extend({ after: z.int() })).default([]),
  expect: expectation,
});
export type Dialogue = z.infer<typeof dialogue>;

export const dialogues = z.array(dialogue);
