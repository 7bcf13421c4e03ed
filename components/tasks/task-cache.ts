/**
 * Tasks in the page's cache: the lists as TanStack Query holds them, and every way in which one task changes them.
 * The panel's own edits and the assistant's changes take the same path.
 */
import { infiniteQueryOptions, type InfiniteData, type QueryClient } from "@tanstack/react-query";
import { api, ApiError } from "@/components/api";
import type { Change, Task } from "@/lib/tasks/schema";
import { editedTasks, goneTasks, setGone } from "./edits";
import { ledgerChanged } from "./ledger";
import { type Finding, TASK_LISTS, TASK_ORDER, type TaskPage, type TaskTab } from "./task-lists";

export type TaskListData = InfiniteData<TaskPage, string | null>;

const listKey = (tab: TaskTab): readonly ["tasks", TaskTab] => ["tasks", tab];

const fetchPage = (tab: TaskTab, cursor: string | null, signal: AbortSignal): Promise<TaskPage> => {
  const { status, sort, limit } = TASK_LISTS[tab];
  const query = new URLSearchParams({ status, sort, limit: String(limit) });
  if (cursor !== null) query.set("cursor", cursor);
  return api<TaskPage>(`/api/tasks?${query}`, { signal });
};

/** A list as every component of the page reads it. */
export const taskListOptions = (tab: TaskTab) =>
  infiniteQueryOptions<TaskPage, Error, TaskListData, readonly ["tasks", TaskTab], string | null>({
    queryKey: listKey(tab),
    queryFn: async ({ client, pageParam, signal }) => {
      const page = await fetchPage(tab, pageParam, signal);
      if (pageParam !== null) return page;
      // Rows that were ticked a moment ago leave by themselves, and those of open editors when these close; a reload
      // does not snatch them away.
      const held = tasksOf(client.getQueryData<TaskListData>(listKey(tab))).filter(
        (task) =>
          ((tab === "pending" && task.completed) || goneTasks.get().has(task.id)) &&
          !page.tasks.some(({ id }) => id === task.id),
      );
      if (held.length === 0) return page;
      return { ...page, tasks: [...page.tasks, ...held].sort(TASK_ORDER[tab]) };
    },
    initialPageParam: null,
    getNextPageParam: (last) => last.next_cursor,
  });

/** Of every list of tasks that were looked for. */
const FOUND_KEYS = ["tasks", "found"] as const;

const FOUND_LIMIT = 50;

/** The tasks that are looked for, as the server finds them: `words` in title and description, done ones too. */
export const foundTasksOptions = ({ words, due, sort }: Finding) =>
  infiniteQueryOptions({
    queryKey: [...FOUND_KEYS, words.trim(), due, sort],
    queryFn: async ({ client, queryKey, pageParam, signal }) => {
      const query = new URLSearchParams({ sort, limit: String(FOUND_LIMIT) });
      if (words.trim() !== "") query.set("query", words.trim());
      if (due !== "any") query.set("due", due);
      if (pageParam !== null) query.set("cursor", pageParam);
      const page = await api<TaskPage>(`/api/tasks?${query}`, { signal });
      if (pageParam !== null) return page;
      const held = tasksOf(client.getQueryData<TaskListData>(queryKey)).filter(({ id }) =>
        goneTasks.get().has(id),
      );
      return { ...page, tasks: [...held, ...page.tasks] };
    },
    initialPageParam: null as string | null,
    getNextPageParam: (last: TaskPage) => last.next_cursor,
    placeholderData: (before: TaskListData | undefined) => before,
    gcTime: 0,
  });

/** The tasks of a list, over all its pages. */
export const tasksOf = (data: Pick<TaskListData, "pages"> | undefined): Task[] =>
  data?.pages.flatMap((page) => page.tasks) ?? [];

/** The data with other tasks: they stand in the first page, and the pages keep their cursors. */
const withTasks = (data: TaskListData, tasks: Task[]): TaskListData => ({
  ...data,
  pages: data.pages.map((page, index) => ({ ...page, tasks: index === 0 ? tasks : [] })),
});

const withoutTask = (data: TaskListData, id: number): TaskListData =>
  withTasks(
    data,
    tasksOf(data).filter((task) => task.id !== id),
  );

/** The data with `task` in its place. A place after all that is loaded is left to the next page. */
const withTask = (data: TaskListData, task: Task, tab: TaskTab): TaskListData => {
  const others = tasksOf(data).filter(({ id }) => id !== task.id);
  const order = TASK_ORDER[tab];
  const at = others.findIndex((other) => order(task, other) < 0);
  const hasMore = (data.pages.at(-1)?.next_cursor ?? null) !== null;
  if (at === -1 && hasMore) return withTasks(data, others);
  return withTasks(data, at === -1 ? [...others, task] : others.toSpliced(at, 0, task));
};

const updateList = (
  client: QueryClient,
  tab: TaskTab,
  update: (data: TaskListData) => TaskListData,
): void => {
  client.setQueryData<TaskListData>(listKey(tab), (data) => (data ? update(data) : data));
};

/** The task as the page knows it. */
export const findTask = (client: QueryClient, id: number): Task | undefined =>
  client
    .getQueriesData<TaskListData>({ queryKey: ["tasks"] })
    .flatMap(([, data]) => tasksOf(data))
    .find((task) => task.id === id);

/** Changes the lists of what was looked for; a task that fits no more stays until the next look. */
const updateFound = (client: QueryClient, update: (data: TaskListData) => TaskListData): void => {
  client.setQueriesData<TaskListData>({ queryKey: FOUND_KEYS }, (data) => data && update(data));
};

/** The data with `task` as it is now, where it stands already. */
const withKnown = (data: TaskListData, task: Task): TaskListData =>
  withTasks(
    data,
    tasksOf(data).map((known) => (known.id === task.id ? task : known)),
  );

/**
 * Puts a task, as it is now, where it belongs. One that was just completed keeps its place among those to do,
 * struck through, until `settleTask`.
 */
export const putTask = (client: QueryClient, task: Task): void => {
  updateList(client, "pending", (data) => {
    return task.completed ? withKnown(data, task) : withTask(data, task, "pending");
  });
  updateFound(client, (data) => withKnown(data, task));
  updateList(client, "completed", (data) =>
    task.completed ? withTask(data, task, "completed") : withoutTask(data, task.id),
  );
};

/** A completed task leaves the list of those to do. */
export const settleTask = (client: QueryClient, id: number): void => {
  updateList(client, "pending", (data) =>
    withTasks(
      data,
      tasksOf(data).filter((task) => task.id !== id || !task.completed),
    ),
  );
};

export const removeTask = (client: QueryClient, id: number): void => {
  updateList(client, "pending", (data) => withoutTask(data, id));
  updateList(client, "completed", (data) => withoutTask(data, id));
  updateFound(client, (data) => withoutTask(data, id));
};

/** The last editor of a task closed: one that is gone leaves the page now. */
export const editorClosed = (client: QueryClient, id: number): void => {
  if (!goneTasks.get().has(id)) return;
  setGone(id, false);
  removeTask(client, id);
};

/** Learns which tasks with an open editor were deleted while nothing was heard. */
export const findGone = async (): Promise<void> => {
  await Promise.all(
    editedTasks().map((id) =>
      api(`/api/tasks/${id}`).catch((error: unknown) => {
        if (error instanceof ApiError && error.status === 404) setGone(id, true);
      }),
    ),
  );
};

/** Tasks that were changed from outside the panel and have not been seen to glow yet: task number → change. */
export const GLOW_KEY = ["task-glow"] as const;
type Glow = Readonly<Record<number, string>>;
export const NO_GLOW: Glow = {};

/** So long a change is news: one that is seen later does not glow. */
const NEWS_MS = 8000;

export const setGlow = (client: QueryClient, id: number, changeId: string | null): void => {
  if (changeId !== null) {
    setTimeout(() => {
      if (client.getQueryData<Glow>(GLOW_KEY)?.[id] === changeId) setGlow(client, id, null);
    }, NEWS_MS);
  }
  client.setQueryData<Glow>(GLOW_KEY, (glow = NO_GLOW) => {
    if (changeId !== null) return { ...glow, [id]: changeId };
    const { [id]: _gone, ...rest } = glow;
    return rest;
  });
};

/** The newest change that each task is shown with, so that one that is heard of twice, or late, changes nothing. */
const applied = new WeakMap<QueryClient, Map<number, string>>();

const isNews = (client: QueryClient, { id, task_id }: Change): boolean => {
  const newest = applied.get(client) ?? new Map<number, string>();
  applied.set(client, newest);
  // Ids sort by time.
  if ((newest.get(task_id) ?? "") >= id) return false;
  newest.set(task_id, id);
  return true;
};

const isSame = (a: Task, b: Task): boolean =>
  (Object.keys(b) as (keyof Task)[]).every((name) => a[name] === b[name]);

/**
 * Shows changes from the rows of the ledger: the assistant's, and what was heard from elsewhere. Rows that are older
 * than what is shown change nothing. A change that is already on the page does not glow.
 */
export const applyChanges = (client: QueryClient, changes: readonly Change[]): void => {
  const news = changes.filter((change) => isNews(client, change));
  if (news.length === 0) return;
  for (const change of news) {
    if (change.after === null) {
      // What is being written about it is not taken out of the person's hands.
      if (editedTasks().includes(change.task_id)) setGone(change.task_id, true);
      else removeTask(client, change.task_id);
      continue;
    }
    setGone(change.task_id, false);
    const known = findTask(client, change.task_id);
    if (known && known.updated_at > change.after.updated_at) continue;
    putTask(client, change.after);
    if (!known || !isSame(known, change.after)) setGlow(client, change.task_id, change.id);
  }
  void client.invalidateQueries({ queryKey: FOUND_KEYS });
  // A list that is on its way may be older than these rows: it is asked for again.
  if (client.isFetching({ queryKey: ["tasks"] }) > 0) {
    void client.invalidateQueries({ queryKey: ["tasks"] });
  }
  ledgerChanged(client, news);
};
