import { expect, test } from "vitest";
import type { Before } from "./before";
import type { PastTurn } from "../history";
import { retargeted, undoneFor } from "./retargeting";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
const PAST: PastTurn[] = [
  {
    message: "number 3 is done",
    text: "Done: #3 Study rota.",
    ran: [
      {
        tool: "complete_task",
        arguments: { task_id: 3 },
        result: { task_id: 3, title: "Study rota", status: "completed" },
      },
    ],
  },
];
const BEFORE: Before = {
  kind: "change",
  change: "complete",
  fields: {},
  target: { kind: "numbers", numbers: [3] },
};
const read = (message: string) => retargeted(message, PAST, AT, () => BEFORE);

test.each([
  ["no hang on I meant number 2, 3 isn't done yet", { kind: "numbers", numbers: [2] }],
  ["no, 2. 3 isn't done", { kind: "numbers", numbers: [2] }],
  ["sorry wrong one, i meant the request, the rota isnt done", { whole: "request" }],
  ["the rota is not done, I meant the request", { whole: "request" }],
  ["my mistake: it was the request, not the rota", { whole: "request" }],
  ["wrong task, the request", { whole: "request" }],
  ["not that one, the request", { whole: "request" }],
  ["keep the rota, I meant the request", { whole: "request" }],
  ["undo, I meant the request", { whole: "request" }],
  ["no i havent done that, i did the request", { whole: "request" }],
])("“%s” is done to another task", (message, target) => {
  expect(read(message)).toMatchObject([
    { kind: "change", change: "complete", target, instead: { kind: "undo" } },
  ]);
});

test.each([
  "it was hard",
  "no wait, buy milk",
  "I mean it's done",
  "I meant Friday",
  "I meant high priority",
  "sorry, I meant to add milk",
  "wait, it isn't done yet",
  "wrong one, was it the request?",
  "oh I did the request",
])("“%s” names no other task", (message) => {
  expect(read(message)).toBeNull();
});

test("what is added is called otherwise", () => {
  const added = retargeted("that was wrong, I meant bread", PAST, AT, () => ({
    kind: "add",
    tasks: [{ title: "Buy milk" }],
  }));
  expect(added).toMatchObject([{ change: "update", fields: { title: "bread", keepsVerb: true } }]);
});

test.each([
  ["no that was wrong take it back", true],
  ["wrong one, undo", true],
  ["not that one! bring it back", true],
  ["no that was wrong, add milk", false],
  ["undo", false],
])("“%s”: undone for a reason", (message, undone) => {
  expect(undoneFor(message, AT)).toEqual(undone ? [{ kind: "undo" }] : null);
});

test.each([
  ["oops, not the rota", true],
  ["not the study rota", true],
  ["not the request", false],
  ["not the rota, the request", false],
])("“%s”, of the rota: undone", (message, undone) => {
  expect(undoneFor(message, AT, PAST[0])).toEqual(undone ? [{ kind: "undo" }] : null);
});
