/**
 * The ledger in the page's cache: what a turn changed and what became of a task, with what was taken back since.
 * Loaded where it is looked at, kept fresh by every change that the page hears of.
 */
import { queryOptions, type QueryClient } from "@tanstack/react-query";
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

/** The change in force that takes `change` back; undefined when none does. */
export const findUndo = async ({ id, task_id }: Change): Promise<Change | undefined> =>
  (await fetchChanges({ task_id })).find(({ undoes, undone }) => undoes === id && !undone);

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

/** All of it may be out of date. */
export const ledgerUnknown = (client: QueryClient): void => {
  void client.invalidateQueries({ queryKey: LEDGER });
};
