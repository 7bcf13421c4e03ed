import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Change, Task } from "@/lib/tasks/schema";
import { editorOpened, goneTasks } from "./edits";
import {
  applyChanges,
  editorClosed,
  GLOW_KEY,
  putTask,
  removeTask,
  settleTask,
  tasksOf,
  type TaskListData,
} from "./task-cache";
import type { TaskPage, TaskTab } from "./task-lists";

const NOW = "2026-11-20T09:30:00.000Z";

const task = (id: number, fields: Partial<Task> = {}): Task => {
  const completed = fields.completed ?? false;
  return {
    id,
    title: `Task ${id}`,
    description: "",
    completed,
    status: completed ? "completed" : "pending",
    due_on: null,
    due_time: null,
    priority: "none",
    recurrence: null,
    created_at: NOW,
    updated_at: NOW,
    completed_at: completed ? NOW : null,
    ...fields,
  };
};

const done = (id: number, at: string): Task => task(id, { completed: true, completed_at: at });

const change = (kind: Change["kind"], after: Task | null, id = after?.id ?? 0): Change => ({
  id: `change-${id}-${kind}`,
  task_id: id,
  kind,
  before: null,
  after,
  actor: { kind: "agent", name: "Offline assistant" },
  turn_id: null,
  undoes: null,
  undone: false,
  created_at: NOW,
});

let client: QueryClient;

const seed = (tab: TaskTab, pages: Task[][], more = false) => {
  client.setQueryData<TaskListData>(["tasks", tab], {
    pages: pages.map((tasks, index): TaskPage => {
      const isLast = index === pages.length - 1;
      return { tasks, count: tasks.length, next_cursor: isLast && !more ? null : `after-${index}` };
    }),
    pageParams: pages.map((_, index) => (index === 0 ? null : `after-${index - 1}`)),
  });
};

const ids = (tab: TaskTab): number[] =>
  tasksOf(client.getQueryData<TaskListData>(["tasks", tab])).map(({ id }) => id);

beforeEach(() => {
  client = new QueryClient();
  seed("pending", [[task(3, { due_on: "2026-11-21" }), task(1), task(2)]]);
  seed("completed", [[done(9, "2026-11-19T10:00:00.000Z"), done(8, "2026-11-18T10:00:00.000Z")]]);
});

describe("putTask", () => {
  it.each([
    ["an earlier date", task(4, { due_on: "2026-11-20" }), [4, 3, 1, 2]],
    ["a time on the same day", task(4, { due_on: "2026-11-21", due_time: "09:00" }), [4, 3, 1, 2]],
    ["a later date", task(4, { due_on: "2026-12-01" }), [3, 4, 1, 2]],
    ["no date", task(4), [3, 1, 2, 4]],
    ["the date of another", task(1, { due_on: "2026-11-21" }), [1, 3, 2]],
  ])("puts a task with %s in its place", (_, added, order) => {
    putTask(client, added);
    expect(ids("pending")).toEqual(order);
  });

  it("leaves a task after all that is loaded to the next page", () => {
    seed("pending", [[task(1)], [task(2)]], true);
    putTask(client, task(7));
    expect(ids("pending")).toEqual([1, 2]);
    putTask(client, task(7, { due_on: "2026-11-20" }));
    expect(ids("pending")).toEqual([7, 1, 2]);
    const data = client.getQueryData<TaskListData>(["tasks", "pending"]);
    expect(data?.pages.map((page) => page.next_cursor)).toEqual(["after-0", "after-1"]);
  });

  it("keeps a completed task in its place until it is settled, and shows it among the done", () => {
    putTask(client, done(1, "2026-11-20T10:00:00.000Z"));
    expect(ids("pending")).toEqual([3, 1, 2]);
    expect(ids("completed")).toEqual([1, 9, 8]);
    settleTask(client, 1);
    expect(ids("pending")).toEqual([3, 2]);
  });

  it("does not settle a task that was reopened meanwhile", () => {
    putTask(client, done(1, NOW));
    putTask(client, task(1));
    settleTask(client, 1);
    expect(ids("pending")).toEqual([3, 1, 2]);
    expect(ids("completed")).toEqual([9, 8]);
  });

  it("does nothing where no list is loaded", () => {
    client.clear();
    putTask(client, task(1));
    expect(ids("pending")).toEqual([]);
  });
});

describe("removeTask", () => {
  it("removes it wherever it is", () => {
    removeTask(client, 3);
    removeTask(client, 9);
    expect([ids("pending"), ids("completed")]).toEqual([[1, 2], [8]]);
  });
});

describe("applyChanges", () => {
  it("shows what was added, completed and deleted, and lets it glow", () => {
    applyChanges(client, [
      change("created", task(4, { title: "Buy milk" })),
      change("completed", done(1, NOW)),
      change("deleted", null, 2),
    ]);
    expect(ids("pending")).toEqual([3, 1, 4]);
    expect(ids("completed")).toEqual([1, 9, 8]);
    expect(client.getQueryData(GLOW_KEY)).toEqual({
      4: "change-4-created",
      1: "change-1-completed",
    });
  });

  it("does not put back what has changed since", () => {
    putTask(client, task(1, { title: "Newest", updated_at: "2026-11-20T10:00:00.000Z" }));
    applyChanges(client, [change("updated", task(1, { title: "Older" }))]);
    expect(
      tasksOf(client.getQueryData<TaskListData>(["tasks", "pending"])).map(({ title }) => title),
    ).toContain("Newest");
    expect(client.getQueryData(GLOW_KEY)).toBeUndefined();
  });

  it("takes changes that come twice or late for what they are", () => {
    const created = { ...change("created", task(4)), id: "change-1" };
    const deleted = { ...change("deleted", null, 4), id: "change-2" };
    applyChanges(client, [created, deleted]);
    applyChanges(client, [created]);
    expect(ids("pending")).not.toContain(4);
  });

  it("shows every one of several changes that were made at the same moment", () => {
    const at = "2026-11-20T10:00:00.000Z";
    applyChanges(client, [
      { ...change("reopened", task(8, { title: "New", updated_at: at })), id: "change-1" },
      { ...change("updated", task(8, { title: "Old", updated_at: at })), id: "change-2" },
    ]);
    const shown = tasksOf(client.getQueryData<TaskListData>(["tasks", "pending"]));
    expect(shown.find(({ id }) => id === 8)?.title).toBe("Old");
  });

  it("does not let glow what is on the page already", () => {
    const own = task(1, { title: "Typed here" });
    putTask(client, own);
    applyChanges(client, [change("updated", own)]);
    expect(client.getQueryData(GLOW_KEY)).toBeUndefined();
  });
});

describe("the light on a change", () => {
  it("is over before the change is old, whether it was seen or not", () => {
    vi.useFakeTimers();
    applyChanges(client, [change("updated", task(2, { title: "Other" }))]);
    expect(client.getQueryData(GLOW_KEY)).toEqual({ 2: "change-2-updated" });
    vi.advanceTimersByTime(10_000);
    expect(client.getQueryData(GLOW_KEY)).toEqual({});
    vi.useRealTimers();
  });
});

describe("a task with an open editor", () => {
  it("stays on the page until the editor closes when it is deleted elsewhere", () => {
    const close = editorOpened(1);
    applyChanges(client, [change("deleted", null, 1), change("deleted", null, 2)]);
    expect(ids("pending")).toEqual([3, 1]);
    expect([...goneTasks.get()]).toEqual([1]);
    expect(close()).toBe(true);
    editorClosed(client, 1);
    expect(ids("pending")).toEqual([3]);
    expect([...goneTasks.get()]).toEqual([]);
  });

  it("is as before once it was restored", () => {
    const close = editorOpened(1);
    applyChanges(client, [change("deleted", null, 1)]);
    applyChanges(client, [change("restored", task(1))]);
    close();
    editorClosed(client, 1);
    expect(ids("pending")).toEqual([3, 1, 2]);
  });
});
