import { expect, test } from "vitest";
import type { PastTurn, Ran } from "../history";
import { readAgain } from "./redoing";

const turn = (message: string, ...ran: Ran[]): PastTurn => ({ message, ran, text: "" });

const ran = (tool: string, args: Record<string, unknown> = {}, id = 1): Ran => ({
  tool,
  arguments: args,
  result: { task_id: id, title: "Buy milk" },
});

const undo = (now = "as before", id = 1): PastTurn =>
  turn("undo", {
    tool: "undo",
    arguments: {},
    result: { status: "undone", tasks: [{ task_id: id, title: "Buy milk", now }] },
  });

const target = { kind: "numbers", numbers: [1] };

test.each([
  [ran("complete_task"), { kind: "change", change: "complete", fields: {}, target }],
  [ran("delete_task"), { kind: "change", change: "delete", fields: {}, target }],
  [
    ran("update_task", { task_id: 1, title: "Buy oats", due: null }),
    { kind: "change", change: "update", fields: { title: "Buy oats", due: null }, target },
  ],
  [
    ran("update_task", { task_id: 1, completed: false }),
    { kind: "change", change: "reopen", fields: {}, target },
  ],
  [
    ran("add_task", { title: "Buy milk", due: "tomorrow" }),
    { kind: "add", tasks: [{ title: "Buy milk", due: "tomorrow" }] },
  ],
])("does once more what was taken back: %j", (change, command) => {
  for (const message of ["redo", "undo that again", "redo it please", "undo the undo"])
    expect(readAgain(message, [turn("do it", change), undo()])).toEqual([command]);
});

test("does the later of two again first, then the other", () => {
  const past = [turn("a", ran("complete_task")), turn("b", ran("complete_task", {}, 2))];
  const undone = [...past, undo("as before", 2), undo()];
  expect(readAgain("redo", undone)).toMatchObject([{ target: { numbers: [1] } }]);
  const redone = [...undone, turn("redo", ran("complete_task"))];
  expect(readAgain("redo", redone)).toMatchObject([{ target: { numbers: [2] } }]);
});

test("what was deleted and is back is not deleted by putting it back", () => {
  const past = [turn("delete it", ran("delete_task")), undo("restored")];
  expect(readAgain("put it back", past)).toEqual([{ kind: "look", target }]);
});

test("what was taken back by nobody is not known", () => {
  expect(readAgain("redo", [turn("done", ran("complete_task"))])).toMatchObject([
    { kind: "unclear", reason: "no-redo" },
  ]);
  expect(readAgain("put it back", [turn("done", ran("complete_task"))])).toBeNull();
});

test("undo again takes back one more", () => {
  const past = [
    turn("a", ran("complete_task")),
    turn("b", ran("complete_task", {}, 2)),
    undo("as before", 2),
  ];
  expect(readAgain("undo again", past)).toBeNull();
});
