import { expect, it } from "vitest";
import type { Context } from "@/lib/context";
import { makeUser, onEachDatabase } from "@/test/database";
import { countTasks, findByTitle, type ListOptions, listTasks } from "./list";
import type { NewTask } from "./schema";
import { addTask, completeTask } from "./service";

/** 2 March 2026 is a Monday; it is still 1 March in Los Angeles. */
const NOW = new Date("2026-03-02T06:00:00Z");

const personWith = async (
  ctx: Promise<Context>,
  tasks: (NewTask & { done?: boolean })[],
): Promise<Context> => {
  const person = await ctx;
  for (const { done, ...task } of tasks) {
    const { task: added } = await addTask(person, task);
    if (done) await completeTask(person, added.id);
  }
  return person;
};

const numbers = async (ctx: Context, options: Partial<ListOptions>): Promise<number[]> =>
  (await listTasks(ctx, { limit: 50, ...options })).tasks.map((task) => task.id);

const DUE_TASKS = [
  { title: "Last week", due_on: "2026-02-25" },
  { title: "Yesterday, done", due_on: "2026-03-01", done: true },
  { title: "Today", due_on: "2026-03-02", due_time: "18:00" },
  { title: "In six days", due_on: "2026-03-08" },
  { title: "In a week", due_on: "2026-03-09" },
  { title: "Some day" },
];

onEachDatabase("task list", (database) => {
  it("filters by status, by words in title or note, and by due date in the person's zone", async () => {
    const ctx = await personWith(
      makeUser(database(), { timeZone: "Europe/Berlin", now: NOW }),
      DUE_TASKS,
    );
    expect(await numbers(ctx, { status: "completed" })).toEqual([2]);
    expect(await numbers(ctx, { query: "WEEK" })).toEqual([1, 5]);
    expect(await numbers(ctx, { query: "week last" })).toEqual([1]);
    expect(await numbers(ctx, { query: "100%_" })).toEqual([]);
    expect(await numbers(ctx, { due: "overdue" })).toEqual([1]);
    expect(await numbers(ctx, { due: "today" })).toEqual([3]);
    expect(await numbers(ctx, { due: "week" })).toEqual([3, 4]);
    expect(await numbers(ctx, { due: "none" })).toEqual([6]);
    expect(await countTasks(ctx, { status: "pending", due: "week" })).toBe(2);

    const inLosAngeles = { ...ctx, timeZone: "America/Los_Angeles" };
    expect(await numbers(inLosAngeles, { due: "today" })).toEqual([2]);
    expect(await numbers(inLosAngeles, { due: "week" })).toEqual([2, 3]);
  });

  it("finds words whatever their apostrophes, and a task by its number", async () => {
    const ctx = await personWith(makeUser(database()), [
      { title: "Wrap Anna's gift" },
      { title: "Ask O’Brien", description: "about the boys' trip" },
      { title: "Room 3, then room #1" },
    ]);
    expect(await numbers(ctx, { query: "annas" })).toEqual([1]);
    expect(await numbers(ctx, { query: "ANNA’S gift" })).toEqual([1]);
    expect(await numbers(ctx, { query: "o'brien boys" })).toEqual([2]);
    expect(await numbers(ctx, { query: "'" })).toEqual([1, 2, 3]);
    expect(await numbers(ctx, { query: "#2" })).toEqual([2]);
    expect(await numbers(ctx, { query: "#1" })).toEqual([1, 3]);
    expect(await numbers(ctx, { query: "#2 brien" })).toEqual([2]);
    expect(await numbers(ctx, { query: "#999999999" })).toEqual([]);
    expect(await numbers(ctx, { query: "3" })).toEqual([3]);
  });

  it("sorts in every order, and pages through each without a gap or a repeat", async () => {
    const ctx = await personWith(makeUser(database(), { now: NOW }), [
      { title: "pear", priority: "low", due_on: "2026-03-05" },
      { title: "Apple", priority: "high" },
      { title: "banana", due_on: "2026-03-05", due_time: "08:00" },
      { title: "cherry", priority: "medium", due_on: "2026-03-01" },
      { title: "apple", priority: "high" },
    ]);
    const expected: [ListOptions["sort"], number[]][] = [
      [undefined, [1, 2, 3, 4, 5]],
      ["created", [5, 4, 3, 2, 1]],
      ["due", [4, 3, 1, 2, 5]],
      ["priority", [2, 5, 4, 1, 3]],
      ["title", [2, 5, 3, 4, 1]],
      ["updated", [5, 4, 3, 2, 1]],
    ];
    for (const [sort, order] of expected) {
      expect(await numbers(ctx, { sort })).toEqual(order);
      const paged: number[] = [];
      let cursor: string | undefined;
      do {
        const page = await listTasks(ctx, { sort, limit: 2, cursor });
        expect(page.count).toBe(page.tasks.length);
        paged.push(...page.tasks.map((task) => task.id));
        cursor = page.next_cursor ?? undefined;
      } while (cursor !== undefined);
      expect(paged).toEqual(order);
    }
  });

  it("refuses a cursor that is malformed or another list's", async () => {
    const ctx = await personWith(makeUser(database()), [{ title: "a" }, { title: "b" }]);
    const { next_cursor } = await listTasks(ctx, { sort: "title", limit: 1 });
    const forged = Buffer.from('["due",["x; drop table tasks","24:00","1"]]').toString("base64url");
    const noDay = Buffer.from('["due",["2026-99-99","24:00","1"]]').toString("base64url");
    for (const cursor of ["nonsense", next_cursor ?? "", forged, noDay]) {
      await expect(listTasks(ctx, { sort: "due", limit: 1, cursor })).rejects.toMatchObject({
        code: "invalid_request",
      });
    }
  });

  it("finds what a title means, the open task before the done one", async () => {
    const ctx = await personWith(makeUser(database()), [
      { title: "Buy milk", done: true },
      { title: "Buy oat milk" },
      { title: "Team meeting" },
    ]);
    const found = async (title: string, prefer?: "pending" | "completed") =>
      (await findByTitle(ctx, title, prefer)).map((task) => task.id);
    expect(await found("milk", "pending")).toEqual([2]);
    expect(await found("milk")).toEqual([1, 2]);
    expect(await found("the meeting task")).toEqual([3]);
    expect(await found("taem meetng", "pending")).toEqual([3]);
    expect(await found("dentist")).toEqual([]);
  });

  it("lists nobody else's tasks", async () => {
    await personWith(makeUser(database()), [{ title: "Hers" }]);
    const eve = await makeUser(database());
    expect(await numbers(eve, {})).toEqual([]);
    expect(await findByTitle(eve, "Hers")).toEqual([]);
  });
});
