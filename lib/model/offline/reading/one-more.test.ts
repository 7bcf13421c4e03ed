import { expect, test } from "vitest";
import { readMessage } from "./message";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };

const kinds = (message: string): string[] =>
  readMessage(message, at).flatMap((command) =>
    command.kind === "add" ? command.tasks.map(({ title }) => title) : [command.kind],
  );

test.each([
  [
    "add call mom, delete old photos, clear the garage",
    "Call mom",
    "Delete old photos",
    "Clear the garage",
  ],
  [
    "to do: email sam, finish the report, remove old tyres",
    "Email sam",
    "Finish the report",
    "Remove old tyres",
  ],
  ["add pens, remove staples, paper", "Pens", "Remove staples", "Paper"],
  ["todo: print essay, finish essay, hand it in", "Print essay", "Finish essay", "Hand it in"],
  ["add kill item 1, kill item 2", "Kill item 1", "Kill item 2"],
  ["add gym bag and cancel gym", "Gym bag", "Cancel gym"],
  ["add milk, eggs, bread, water the plants", "Milk", "Eggs", "Bread", "Water the plants"],
  ["add: laundry, ironing, and hoover the stairs", "Laundry", "Ironing", "Hoover the stairs"],
])("is one more to add: %s", (message, ...titles) => {
  expect(kinds(message)).toEqual(titles);
});

test.each([
  ["add stamps and mark 2 done", "Stamps", "change"],
  ["add milk and delete the dentist task", "Milk", "change"],
  ["add milk, delete task 2", "Milk", "change"],
  ["add milk and tick off the report", "Milk", "change"],
  ["add buy stamps. delete sort photos", "Buy stamps", "change"],
  ["add eggs and delete all done tasks", "Eggs", "change"],
])("is a command: %s", (message, ...read) => {
  expect(kinds(message)).toEqual(read);
});

test("what may mean a task of just that title says so", () => {
  expect(readMessage("add milk, delete sort photos, cancel gym", at)).toMatchObject([
    {
      tasks: [
        { title: "Milk" },
        { unless: { change: "delete", title: "sort photos", sure: true } },
        { unless: { change: "delete", title: "gym", sure: false } },
      ],
    },
  ]);
});
