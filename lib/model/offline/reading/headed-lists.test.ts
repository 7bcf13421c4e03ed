import { expect, test } from "vitest";
import { readMessage } from "./message";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

const added = (message: string): [string, string | undefined][] =>
  readMessage(message, AT).flatMap((command) =>
    command.kind === "add"
      ? command.tasks.map(({ title, due }): [string, string | undefined] => [title, due])
      : [[command.kind, undefined]],
  );

test.each([
  ["on monday: bins, gym; on tuesday: dentist", ["Bins", "Gym"], ["Dentist"]],
  ["for friday: wash the car; for saturday: mow the lawn", ["Wash the car"], ["Mow the lawn"]],
  ["monday dentist tuesday gym", ["Dentist"], ["Gym"]],
  ["on friday wash the car on saturday mow the lawn", ["Wash the car"], ["Mow the lawn"]],
])("%s: each day has its own", (message, first, second) => {
  const tasks = added(message);
  expect(tasks.map(([title]) => title)).toEqual([...first, ...second]);
  expect(new Set(tasks.map(([, due]) => due)).size).toBe(2);
});

test.each([
  ["Add two tasks: wash the car and feed the cat tomorrow", ["tomorrow", "tomorrow"]],
  ["add these: wash the car, feed the cat by friday", ["by friday", "by friday"]],
  ["Add two tasks: wash the car today and feed the cat tomorrow", ["today", "tomorrow"]],
  ["milk, eggs, call mom tomorrow", [undefined, undefined, "tomorrow"]],
])("%s", (message, dues) => {
  expect(added(message).map(([, due]) => due)).toEqual(dues);
});

test.each([
  ["pack: goggles, sun cream and towels", ["Pack goggles", "Pack sun cream", "Pack towels"]],
  ["order - toner, paper", ["Order toner", "Order paper"]],
  ["please call: Anna, Ben and the bank", ["Call Anna", "Call Ben", "Call the bank"]],
  ["add chase the vet, print charts, bleep reg", ["Chase the vet", "Print charts", "Bleep reg"]],
  ["add invite Jo, Ann and Ben to the party", ["Invite Jo, Ann and Ben to the party"]],
  ["add two items, please: sweep the hall, and write to Jo", ["Sweep the hall", "Write to Jo"]],
  ["add a new one to record a memo", ["Record a memo"]],
])("%s: one by one", (message, titles) => {
  expect(added(message).map(([title]) => title)).toEqual(titles);
});

test.each([
  ["finish report by tomorrow, high priority", { due: "by tomorrow", priority: "high" }],
  ["complete the tax form by friday", { due: "by friday" }],
])("%s: is still to do", (message, fields) => {
  expect(readMessage(message, AT)).toMatchObject([{ kind: "change", change: "update", fields }]);
});
