import { expect, test } from "vitest";
import { undone } from "./sentences";

const result = (count: number, now = "as before") => ({
  tasks: Array.from({ length: count }, (_, index) => ({
    task_id: index + 1,
    title: "Task",
    now,
  })),
});

test("a few changes that were taken back are named, many are summed up", () => {
  expect(undone(result(1, "restored"))).toBe("Took that back: #1 Task is back.");
  expect(undone(result(20))).toBe("Took back 20 changes: #1 Task, #2 Task and 18 more.");
  expect(undone(result(5, "deleted"))).toBe(
    "Took back 5 changes: #1 Task, #2 Task and 3 more, all gone again.",
  );
});
