/**
 * The ledger in the page's cache: what a turn changed and what became of a task, with what was taken back since.
 * Loaded where it is looked at, kept fresh by every change that the page hears of.
 */
import {
  infiniteQueryOptions,
  queryOptions,
  type InfiniteData,
  type QueryClient,
} from "@tanstack/react-query";
import { api } from "@/components/api";
import type { Change } from "@/lib/tasks/schema";

/** `GET /api/changes`. */
type ChangePage = { changes: Change[]; count: number; next_cursor: string | null };

const LEDGER = ["changes"] as const;
/** As many rows as one request gives. */
const AT_ONCE = 100;

const fetchChanges = async (
  filter: { turn_id: string } | { task_id: number },
  signal?: AbortSignal,
): Promise<Change[]> => {
  const query = new URLSearchParams({ limit: String(AT_ONCE) });
  for (const [name, value] of Object.entries(filter)) query.set(name, String(value));
  return (await api<ChangePage>(`/api/changes?${query}`, { signal })).changes;
};

/** What a turn changed, newest first. */
export const turnChangesOptions = (turnId: string) =>
  queryOptions({
    queryKey: [...LEDGER, "turn", turnId],
    queryFn: ({ signal }) => fetchChanges({ turn_id: turnId }, signal),
    staleTime: Number.POSITIVE_INFINITY,
  });

/** What became of a task, newest first: its latest hundred changes. */
export const taskChangesOptions = (taskId: number) =>
  queryOptions({
    queryKey: [...LEDGER, "task", taskId],
    queryFn: ({ signal }) => fetchChanges({ task_id: taskId }, signal),
  });

const DELETED = ["deleted-tasks"] as const;

/** The changes that took tasks away lately, newest first: one for each that is still gone. */
export const deletedTasksOptions = infiniteQueryOptions({
  queryKey: DELETED,
  queryFn: ({ pageParam, signal }) => {
    const query = new URLSearchParams(pageParam === null ? {} : { cursor: pageParam });
    return api<ChangePage>(`/api/tasks/deleted?${query}`, { signal });
  },
  initialPageParam: null as string | null,
  getNextPageParam: (last) => last.next_cursor,
});

/** What is back leaves the deleted at once; what is gone is asked for, where they are looked at. */
const deletedChanged = (client: QueryClient, changes: readonly Change[]): void => {
  const back = new Set(changes.flatMap(({ after, task_id }) => (after === null ? [] : task_id)));
  client.setQueryData<InfiniteData<ChangePage, string | null>>(DELETED, (data) =>
    data?.pages.some((page) => page.changes.some(({ task_id }) => back.has(task_id)))
      ? {
          ...data,
          pages: data.pages.map((page) => ({
            ...page,
            changes: page.changes.filter(({ task_id }) => !back.has(task_id)),
          })),
        }
      : data,
  );
  if (changes.some(({ after }) => after === null)) {
    void client.invalidateQueries({ queryKey: DELETED });
  }
};

/** The deletion that took task `taskId` away; undefined when it is there. */
export const findDeletion = async (taskId: number): Promise<Change | undefined> => {
  const [latest] = await fetchChanges({ task_id: taskId });
  return latest?.kind === "deleted" ? latest : undefined;
};

const isAbout = (rows: unknown, taskIds: ReadonlySet<number>): boolean =>
  Array.isArray(rows) && rows.some((row: Change) => taskIds.has(row.task_id));

/** After `changes`, what the page knows of these tasks' past is out of date. */
export const ledgerChanged = (client: QueryClient, changes: readonly Change[]): void => {
  const taskIds = new Set(changes.map(({ task_id }) => task_id));
  const taken = new Set(changes.flatMap(({ undoes }) => undoes ?? []));
  deletedChanged(client, changes);
  // What was taken back just now is known at once; the rest is asked for where it is on the page.
  client.setQueriesData<Change[]>({ queryKey: LEDGER }, (rows) =>
    rows?.some(({ id }) => taken.has(id))
      ? rows.map((row) => (taken.has(row.id) ? { ...row, undone: true } : row))
      : rows,
  );
  void client.invalidateQueries({
    queryKey: LEDGER,
    predicate: ({ queryKey, state }) =>
      (queryKey[1] === "task" && taskIds.has(Number(queryKey[2]))) ||
      (queryKey[1] === "turn" && taken.size > 0 && isAbout(state.data, taskIds)),
  });
};

/** The page itself has changed this task: its past is longer, and it may be among the deleted. */
export const taskTouched = (client: QueryClient, taskId: number): void => {
  void client.invalidateQueries({ queryKey: taskChangesOptions(taskId).queryKey });
  void client.invalidateQueries({ queryKey: DELETED });
};

/** All of it may be out of date. */
export const ledgerUnknown = (client: QueryClient): void => {
  void client.invalidateQueries({ queryKey: LEDGER });
  void client.invalidateQueries({ queryKey: DELETED });
};
