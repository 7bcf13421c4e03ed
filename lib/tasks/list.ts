/**
 * Finding tasks: the filtered, sorted, paged list, and the tasks that a title means.
 */
import { and, eq, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from "drizzle-orm";
import { afterCursor, keysOf, type Order, orderOf, pageOf, type SortKey } from "@/db/keyset";
import { tasks } from "@/db/schema";
import type { Context } from "@/lib/context";
import { today } from "./dates-format";
import { matchTitles } from "./match";
import type { Task, taskSort } from "./schema";
import { toTask } from "./service";
import type { z } from "zod";

type Sort = z.infer<typeof taskSort>;

export type ListOptions = {
  status?: "all" | "pending" | "completed" | undefined;
  /** Words that all have to be in title or description, in any case; "#5" is the task's number as well. */
  query?: string | undefined;
  due?: "overdue" | "today" | "week" | "none" | undefined;
  sort?: Sort | undefined;
  limit: number;
  cursor?: string | undefined;
};

const number: SortKey = { expression: sql`${tasks.number}`, type: "integer", direction: "asc" };
const newestNumber: SortKey = { ...number, direction: "desc" };

const ORDERS: Record<Sort | "number", Order> = {
  number: { name: "number", keys: [number] },
  created: { name: "created", keys: [newestNumber] },
  due: {
    name: "due",
    keys: [
      {
        expression: sql`coalesce(${tasks.dueOn}, 'infinity'::date)`,
        type: "date",
        direction: "asc",
      },
      { expression: sql`coalesce(${tasks.dueTime}, '24:00')`, type: "text", direction: "asc" },
      number,
    ],
  },
  priority: {
    name: "priority",
    keys: [
      {
        expression: sql`array_position(array['high', 'medium', 'low', 'none'], ${tasks.priority})`,
        type: "integer",
        direction: "asc",
      },
      number,
    ],
  },
  title: {
    name: "title",
    keys: [{ expression: sql`lower(${tasks.title})`, type: "text", direction: "asc" }, number],
  },
  updated: {
    name: "updated",
    keys: [
      { expression: sql`${tasks.updatedAt}`, type: "timestamptz", direction: "desc" },
      newestNumber,
    ],
  },
};

const withStatus = (status: ListOptions["status"]): SQL | undefined =>
  status === "pending"
    ? isNull(tasks.completedAt)
    : status === "completed"
      ? isNotNull(tasks.completedAt)
      : undefined;

/** `overdue`: pending and before today; `week`: today and the six days after, in the person's zone. */
const withDue = (ctx: Context, due: ListOptions["due"]): SQL | undefined => {
  const day = today(ctx);
  switch (due) {
    case "overdue":
      return and(isNull(tasks.completedAt), lt(tasks.dueOn, day));
    case "today":
      return eq(tasks.dueOn, day);
    case "week":
      return and(gte(tasks.dueOn, day), lte(tasks.dueOn, sql`${day}::date + 6`));
    case "none":
      return isNull(tasks.dueOn);
    case undefined:
      return undefined;
  }
};

/** What stands for an apostrophe; "annas" finds "Anna's". */
const APOSTROPHES = "'’‘ʼ´`";
const UNMARKED = new RegExp(`[${APOSTROPHES}]`, "g");
/** As numbers are said: "#5". No task has a longer one. */
const NUMBERED = /^#(\d{1,9})$/;

const withWord = (word: string): SQL | undefined => {
  const plain = word.replace(UNMARKED, "");
  const number = NUMBERED.exec(word)?.[1];
  const isIn = (text: typeof tasks.title | typeof tasks.description) =>
    sql`strpos(translate(lower(${text}), ${APOSTROPHES}, ''), lower(${plain})) > 0`;
  return or(
    isIn(tasks.title),
    isIn(tasks.description),
    number === undefined ? undefined : eq(tasks.number, Number(number)),
  );
};

const withWords = (query: string | undefined): SQL | undefined =>
  and(
    ...(query ?? "")
      .split(/\s+/)
      .filter((word) => word !== "")
      .map(withWord),
  );

/**
 * A page of the person's tasks, by number unless sorted. `sort`: `created` and `updated` newest first, `due` soonest
 * first and undated last, `priority` highest first, `title` by alphabet.
 */
export const listTasks = async (
  ctx: Context,
  options: ListOptions,
): Promise<{ tasks: Task[]; count: number; next_cursor: string | null }> => {
  const order = ORDERS[options.sort ?? "number"];
  const rows = await ctx.db
    .select({ task: tasks, keys: keysOf(order) })
    .from(tasks)
    .where(
      and(
        eq(tasks.userId, ctx.userId),
        withStatus(options.status),
        withDue(ctx, options.due),
        withWords(options.query),
        options.cursor === undefined ? undefined : afterCursor(order, options.cursor),
      ),
    )
    .orderBy(...orderOf(order))
    .limit(options.limit + 1);
  const page = pageOf(order, rows, options.limit);
  const found = page.rows.map((row) => toTask(row.task));
  return { tasks: found, count: found.length, next_cursor: page.nextCursor };
};

/** How many tasks there are beyond a page: all that the filter fits. */
export const countTasks = (
  ctx: Context,
  options: Pick<ListOptions, "status" | "query" | "due">,
): Promise<number> =>
  ctx.db.$count(
    tasks,
    and(
      eq(tasks.userId, ctx.userId),
      withStatus(options.status),
      withDue(ctx, options.due),
      withWords(options.query),
    ),
  );

/**
 * The tasks that a title means, see `matchTitles`. With `prefer`, tasks of that status win over the others, unless
 * only a misspelling leads to them; without it, all that fit are named.
 */
export const findByTitle = async (
  ctx: Context,
  title: string,
  prefer?: "pending" | "completed",
): Promise<Task[]> => {
  const rows = await ctx.db.select().from(tasks).where(eq(tasks.userId, ctx.userId));
  const all = rows.map(toTask);
  const preferred = all.filter((task) => task.status === prefer);
  const found = matchTitles(title, preferred, { near: false });
  return found.length > 0 ? found : matchTitles(title, all);
};
