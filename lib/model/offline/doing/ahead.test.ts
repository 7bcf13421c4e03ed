import { expect, test } from "vitest";
import { readMessage } from "../reading/message";
import { carryOut, type Outcome } from "./plan";
import { Turn, Waiting, type WantedCall } from "../turn";

/** Friday 20 November 2026. */
const at = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "UTC" };

const tasks = [
  { task_id: 1, title: "Dentist", status: "pending", due_on: "2026-11-25", due_time: "15:00" },
  { task_id: 2, title: "Gym", status: "pending" },
  { task_id: 3, title: "Trip", status: "pending", due_on: "2026-11-28" },
];

const done = (message: string): WantedCall[] | Outcome => {
  const turn = new Turn([{ tool: "list_tasks", arguments: {}, result: { tasks, more: 0 } }]);
  const setting = { turn, past: [], at, tools: new Set<string>(), said: message };
  try {
    return carryOut({ ...setting, done: new Set() }, readMessage(message, at));
  } catch (error) {
    if (error instanceof Waiting) return turn.wanted;
    throw error;
  }
};

test.each([
  ["remind me 2 hours before the dentist", "Reminder: Dentist", "2026-11-25 13:00"],
  ["remind me to pack a day before the trip", "Pack", "2026-11-27"],
  ["remind me 1 day before the dentist to call mom", "Call mom", "2026-11-24 15:00"],
])("is due before its task: %s", (message, title, due) => {
  expect(done(message)).toEqual([{ tool: "add_task", arguments: { title, due } }]);
});

test.each([
  ["remind me 2 hours before the party", { title: "Party" }],
  ["remind me an hour before gym", { title: "Reminder: Gym" }],
  ["remind me an hour before the trip", { title: "Reminder: Trip", due: "2026-11-28" }],
])("is offered where nobody knows when that is: %s", (message, task) => {
  expect(done(message)).toMatchObject({ question: { kind: "add", tasks: [task] } });
});

test("what is to be done some time before is no date", () => {
  expect(readMessage("leave 2 hours before the flight", at)).toMatchObject([
    { tasks: [{ title: "Leave 2 hours before the flight" }] },
  ]);
});

test.each([
  ["cancel my haircut", "Should I add “Cancel my haircut”"],
  ["push everything back an hour", "Gym without a date stays as it is"],
])("says what is not there: %s", (message, text) => {
  const outcome = done(message);
  if (!Array.isArray(outcome)) expect(outcome.text).toContain(text);
});
