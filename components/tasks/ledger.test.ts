import { QueryClient } from "@tanstack/react-query";
import { beforeEach, describe, expect, it } from "vitest";
import type { Change } from "@/lib/tasks/schema";
import { sampleTask } from "@/test/sample-task";
import {
  deletedTasksOptions,
  ledgerChanged,
  taskChangesOptions,
  turnChangesOptions,
} from "./ledger";

const change = (id: string, task_id: number, undoes: string | null = null): Change => ({
  id,
  task_id,
  kind: "created",
  before: null,
  after: null,
  actor: { kind: "user", name: "Ada" },
  turn_id: null,
  undoes,
  undone: false,
  created_at: "2026-11-20T09:30:00.000Z",
});

const OF_TURN = turnChangesOptions("t1").queryKey;
const OTHER_TURN = turnChangesOptions("t2").queryKey;
const OF_TASK = taskChangesOptions(4).queryKey;
const OTHER_TASK = taskChangesOptions(5).queryKey;

let client: QueryClient;
const stale = () =>
  [OF_TURN, OTHER_TURN, OF_TASK, OTHER_TASK].map(
    (queryKey) => client.getQueryState(queryKey)?.isInvalidated,
  );

beforeEach(() => {
  client = new QueryClient();
  client.setQueryData(OF_TURN, [change("a", 4)]);
  client.setQueryData(OTHER_TURN, [change("b", 5)]);
  client.setQueryData(OF_TASK, [change("a", 4)]);
  client.setQueryData(OTHER_TASK, [change("b", 5)]);
});

describe("ledgerChanged", () => {
  it("shows at once what was taken back, and asks for the rest of that task's past", () => {
    ledgerChanged(client, [change("c", 4, "a")]);
    expect(client.getQueryData(OF_TURN)?.map(({ undone }) => undone)).toEqual([true]);
    expect(client.getQueryData(OTHER_TURN)?.map(({ undone }) => undone)).toEqual([false]);
    expect(stale()).toEqual([true, false, true, false]);
  });

  it("asks again when an undo that it does not know was taken back", () => {
    ledgerChanged(client, [change("d", 4, "unknown")]);
    expect(stale()).toEqual([true, false, true, false]);
  });

  it("leaves what turns changed alone when nothing was taken back", () => {
    ledgerChanged(client, [change("e", 4)]);
    expect(stale()).toEqual([false, false, true, false]);
  });

  it("takes what is back from among the deleted, and asks for them when one went", () => {
    const key = deletedTasksOptions.queryKey;
    const page = { changes: [change("b", 5), change("a", 4)], count: 2, next_cursor: null };
    client.setQueryData(key, { pages: [page], pageParams: [null] });
    const listed = () =>
      client.getQueryData(key)?.pages.flatMap(({ changes }) => changes.map((one) => one.task_id));
    ledgerChanged(client, [{ ...change("c", 4, "a"), after: sampleTask() }]);
    expect(listed()).toEqual([5]);
    expect(client.getQueryState(key)?.isInvalidated).toBe(false);
    ledgerChanged(client, [change("d", 4)]);
    expect(client.getQueryState(key)?.isInvalidated).toBe(true);
  });
});
