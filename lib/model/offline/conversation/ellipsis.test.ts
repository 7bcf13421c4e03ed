import { expect, test } from "vitest";
import { goneOn } from "./ellipsis";
import type { PastTurn, Ran } from "../history";
import { readMessage } from "../reading/message";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

const after = (message: string, ...ran: Ran[]) => {
  const turn: PastTurn = { message, ran, text: "" };
  return (next: string) => goneOn(next, [turn], AT, (past) => readMessage(past.message, AT));
};

const done: Ran = {
  tool: "complete_task",
  arguments: { task_id: 1 },
  result: { task_id: 1, title: "Buy milk", already: false },
};
const added: Ran = {
  tool: "add_task",
  arguments: { title: "Buy milk", due: "tuesday" },
  result: { task_id: 1, title: "Buy milk" },
};

test.each(["and the last one too", "the last one as well", "same for the last one"])(
  "does it again: %s",
  (message) => {
    expect(after("mark milk done", done)(message)).toEqual([
      { kind: "change", change: "complete", fields: {}, target: { kind: "newest", plain: true } },
    ]);
  },
);

const deleted: Ran = { ...done, tool: "delete_task" };

test.each([
  ["no wait, keep it", deleted],
  ["keep them please", deleted],
  ["oops, not done yet", done],
  ["no, it's not finished", done],
])("takes back what should not have been: %s", (message, ran) => {
  expect(after("mark milk done", ran)(message)).toEqual([{ kind: "undo" }]);
});

test.each([
  ["keep it", done],
  ["not done yet", deleted],
])("takes nothing back: %s", (message, ran) => {
  expect(after("mark milk done", ran)(message)).not.toEqual([{ kind: "undo" }]);
});

test.each(["also eggs", "and eggs"])("adds more: %s", (message) => {
  expect(after("buy milk on tuesday", added)(message)).toEqual([
    { kind: "add", tasks: [{ title: "Buy eggs" }] },
  ]);
});

const calling: Ran = {
  tool: "add_task",
  arguments: { title: "Call the plumber about the tap", due: "tuesday", priority: "high" },
  result: { task_id: 1, title: "Call the plumber about the tap" },
};

test.each([
  "same for the electrician",
  "the same for the electrician, please",
  "could you do the same for the electrician?",
  "likewise the electrician",
  "the electrician too",
])("adds the like for something else: %s", (message) => {
  expect(after("call the plumber about the tap on tuesday", calling)(message)).toEqual([
    {
      kind: "add",
      tasks: [{ title: "Call the electrician about the tap", due: "tuesday", priority: "high" }],
    },
  ]);
});

test.each([
  ["Book a table for Anna", "same for Ben", "Book a table for Ben"],
  ["Pay the gas bill", "same for the water bill", "Pay the water bill"],
  ["Meeting with Anna", "same with Ben", "Meeting with Ben"],
  ["Dentist", "same for the optician", "Optician"],
  ["Write to Tom", "ditto for Anna", "Write to Anna"],
  ["Call mum", "same for ring the vet", "Ring the vet"],
])("%s, %s", (title, message, expected) => {
  const turn: Ran = { ...added, arguments: { title } };
  expect(after(title, turn)(message)).toEqual([{ kind: "add", tasks: [{ title: expected }] }]);
});

test.each(["and the third", "same for the third", "the third as well", "do that to the third"])(
  "a place that was shown, and no date: %s",
  (message) => {
    const moved: Ran = {
      tool: "update_task",
      arguments: { task_id: 1, due: "friday" },
      result: { task_id: 1, title: "Buy milk" },
    };
    expect(after("move the first one to friday", moved)(message)).toMatchObject([
      { kind: "change", fields: { due: "friday" }, target: { kind: "places", places: [3] } },
    ]);
  },
);

test("what says by itself what is wanted goes on from nothing", () => {
  expect(after("mark milk done", done)("and the last one, get rid of it")).toBeNull();
});

test.each(["saturday would be better", "make that saturday, sorry", "it's saturday, not friday"])(
  "corrects a date at its end: %s",
  (message) => {
    expect(after("buy milk on tuesday", added)(message)).toMatchObject([
      { kind: "change", change: "update", fields: { due: "saturday" } },
    ]);
  },
);

test("the wrong one", () => {
  expect(after("mark milk done", done)("wrong one, i meant the bread")).toMatchObject([
    { kind: "change", change: "complete", target: { whole: "bread" }, instead: { kind: "undo" } },
  ]);
});

test.each(["no, wednesday", "not tuesday, wednesday", "sorry, i meant wednesday"])(
  "corrects a date: %s",
  (message) => {
    expect(after("buy milk on tuesday", added)(message)).toEqual([
      {
        kind: "change",
        change: "update",
        target: { kind: "pronoun", many: false },
        fields: { due: "wednesday" },
      },
    ]);
  },
);

test("corrects a target in one step: what was wrong is taken back with it", () => {
  expect(after("mark milk done", done)("no, 2")).toEqual([
    {
      kind: "change",
      change: "complete",
      fields: {},
      target: { kind: "numbers", numbers: [2] },
      instead: { kind: "undo" },
    },
  ]);
});

test("another number of the same thing is a part of the title", () => {
  const potatoes = { ...added, result: { task_id: 1, title: "Buy 2 kilos of potatoes" } };
  expect(after("buy 2 kilos of potatoes", potatoes)("actually 3 kilos")).toMatchObject([
    { fields: { part: "2 kilos", title: "3 kilos" } },
  ]);
});

test.each(["no wait don't", "oh no, stop"])("%s: it was not to be", (message) => {
  expect(after("mark milk done", done)(message)).toEqual([{ kind: "undo" }]);
});

test("“it's not that important” contrasts nothing", () => {
  expect(after("buy milk", added)("it's not that important, make it low")).toBeNull();
});

test("a question never does again what was done", () => {
  expect(after("mark milk done", done)("and the eggs?")?.[0]?.kind).toBe("look");
  expect(after("mark milk done", done)("what about the eggs")?.[0]?.kind).toBe("look");
});

test("asks again, for another day", () => {
  expect(after("what's due tomorrow?")("what about sunday")).toMatchObject([
    { kind: "list", filter: { due: { from: "2026-11-22", to: "2026-11-22" } } },
  ]);
});

test.each(["add eggs", "mark 2 done", "thanks", "and mark 2 done"])("“%s” is whole", (message) => {
  expect(after("mark milk done", done)(message)).toBeNull();
});
