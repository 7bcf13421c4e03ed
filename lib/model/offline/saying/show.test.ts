import { expect, test } from "vitest";
import { listedTask } from "@/test/listed-task";
import { byFilter, inOrder } from "../doing/filters";
import { showList, showTasks } from "./show";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
const TASKS = [
  listedTask(1, "Buy milk"),
  listedTask(2, "Pay rent", {
    due_on: "2026-11-18",
    due: "Wednesday 18 November",
    priority: "high",
  }),
  listedTask(3, "Call mom", { status: "completed" }),
  listedTask(4, "Gym", { due_on: "2026-11-20", due: "Friday 20 November" }),
];
const list = (filter: Parameters<typeof byFilter>[0], more = 0) =>
  showList({ kind: "list", filter, count: false, next: false }, { tasks: TASKS, more }, AT);

test("overdue first, then by date, done last", () => {
  expect(inOrder(TASKS).map(({ task_id }) => task_id)).toEqual([2, 4, 1, 3]);
  expect(list({ status: "all" })).toBe(
    [
      "4 tasks, 1 overdue:",
      "",
      "- #2 Pay rent, overdue since Wednesday 18 November, high priority",
      "- #4 Gym, due Friday 20 November",
      "- #1 Buy milk",
      "- #3 Call mom (done)",
    ].join("\n"),
  );
});

test.each([
  [{ status: "all", due: "overdue" }, [2]],
  [{ status: "pending", due: "undated" }, [1]],
  [{ status: "all", due: { from: "2026-11-20", to: "2026-11-20", label: "today" } }, [4]],
  [{ status: "completed" }, [3]],
  [{ status: "all", priority: "high" }, [2]],
  [{ status: "all", topic: "milk" }, [1]],
] as const)("%j", (filter, numbers) => {
  expect(byFilter(filter, TASKS, AT).map(({ task_id }) => task_id)).toEqual(numbers);
});

test("what is not there, and what is not shown, is said", () => {
  expect(list({ status: "pending", priority: "low" })).toBe("You have no open low-priority tasks.");
  expect(list({ status: "all" }, 12)).toContain("There are 12 more");
  expect(showTasks([], AT)).toBe("There is no task like that.");
});
