import { expect, it } from "vitest";
import { WARM_UP } from "./english/warm-up";
import { warmUp } from "./warm-up";

it("answers every sentence, and wants every tool", async () => {
  const { calls, answers } = await warmUp();
  expect(answers).toHaveLength(WARM_UP.flat().length);
  expect(answers.filter((answer) => answer.trim() === "")).toEqual([]);
  expect([...new Set(calls)].sort()).toEqual([
    "add_task",
    "complete_task",
    "delete_task",
    "list_tasks",
    "undo",
    "update_task",
  ]);
});
