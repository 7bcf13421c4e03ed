import { expect, test } from "vitest";
import type { ListedTask, PastTurn, Ran } from "../history";
import { resolve } from "./resolve";
import { readTarget } from "../reading/targets";
import { tokenise } from "../words/tokens";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

const task = (task_id: number, status: ListedTask["status"] = "pending"): ListedTask => ({
  task_id,
  title: `Task ${task_id}`,
  status,
  due_on: undefined,
  due_time: undefined,
  due: undefined,
});

const done = (task_id: number): Ran => ({
  tool: "complete_task",
  arguments: { task_id },
  result: { task_id, title: "" },
});

const shown: PastTurn = { message: "list", ran: [], text: "- #1 A\n- #2 B\n- #3 C\n- #4 D" };
const did = (...ids: number[]): PastTurn => ({ message: "done", ran: ids.map(done), text: "" });

const find = (words: string, past: readonly PastTurn[], tasks: readonly ListedTask[]): string => {
  const target = readTarget(tokenise(words), AT);
  const found = resolve(target, { tasks, past, recent: [], at: AT }, "complete");
  return found.kind === "none"
    ? "none"
    : `${found.kind} ${found.tasks.map(({ task_id }) => task_id).join(",")}`;
};

const after = [task(1, "completed"), task(2), task(3), task(4), task(5)];

test.each([
  ["the other three", [shown, did(1)], "tasks 2,3,4"],
  ["the remaining three tasks", [shown, did(1)], "tasks 2,3,4"],
  ["the rest", [shown, did(1)], "tasks 2,3,4"],
  ["the others", [shown, did(1), did(2)], "tasks 3,4"],
  ["the remaining ones", [shown, did(1, 2)], "tasks 3,4"],
  ["the other one", [shown, did(1, 2, 3)], "tasks 4"],
  ["the other one", [shown, did(1)], "which 2,3,4"],
  ["the other two", [shown, did(1)], "which 2,3,4"],
  ["the other four", [did(1)], "tasks 2,3,4,5"],
  ["the others", [did(1)], "none"],
  ["the third", [shown, did(1, 2)], "tasks 3"],
  ["both of those", [shown], "which 1,2,3,4"],
])("%s after %j: %s", (words, past, expected) => {
  expect(find(words, past, after)).toBe(expected);
});
