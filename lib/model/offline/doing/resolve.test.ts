import { expect, test } from "vitest";
import { listedTask } from "@/test/listed-task";
import { resolve } from "./resolve";
import { readTarget } from "../reading/targets";
import type { Scene } from "./titles";
import { tokenise } from "../words/tokens";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

const TASKS = [
  listedTask(1, "Call mom about the trip"),
  listedTask(2, "Call mom about her birthday"),
  listedTask(3, "Oil the hinges"),
  listedTask(4, "Read 1984", { status: "completed" }),
  listedTask(5, "Pay rent", { due_on: "2026-11-18" }),
];

const find = (
  words: string,
  change: "complete" | "delete" | "look" = "complete",
  scene: Partial<Scene> = {},
): string => {
  const target = readTarget(tokenise(words), AT);
  const found = resolve(target, { tasks: TASKS, past: [], recent: [], at: AT, ...scene }, change);
  return found.kind === "none"
    ? "none"
    : `${found.kind} ${found.tasks.map(({ task_id }) => task_id).join(",")}`;
};

test.each([
  ["task 3", "tasks 3"],
  ["the hinges task", "tasks 3"],
  ["the hinjes", "tasks 3"],
  ["oiling the hinges", "tasks 3"],
  ["the old hinges task", "tasks 3"],
  ["old hinges", "perhaps 3"],
  ["the trip call", "tasks 1"],
  ["both the hinges and the rent", "tasks 3,5"],
  ["the call mom task", "which 1,2"],
  ["the birthday one", "tasks 2"],
  ["1, 3 and 5", "tasks 1,3,5"],
  ["the hinges and the rent", "tasks 3,5"],
  ["all overdue tasks", "tasks 5"],
  ["everything except the rent", "tasks 1,2,3"],
  ["task 9", "none"],
  ["the unicorn", "none"],
  ["it", "none"],
  ["1984", "tasks 4"],
])("%s", (words, found) => {
  expect(find(words)).toBe(found);
});

test("a likeness in part is a question", () => {
  expect(find("the rent bill", "delete")).toBe("perhaps 5");
});

test("places count in what was shown", () => {
  const past = [
    { message: "list", ran: [], text: "2 tasks:\n\n- #5 Pay rent\n- #3 Oil the hinges" },
  ];
  expect(find("the second one", "complete", { past })).toBe("tasks 3");
  expect(find("them", "complete", { past })).toBe("tasks 5,3");
  expect(find("it", "complete", { past })).toBe("which 5,3");
});

test.each([
  ["the overdue one", "tasks 5"],
  ["the completed task", "tasks 4"],
  ["the rent due tomorrow", "perhaps 5"],
])("what is said of a task: %s", (words, found) => {
  expect(find(words)).toBe(found);
});
