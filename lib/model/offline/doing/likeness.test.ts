import { expect, test } from "vitest";
import { looselyBy } from "./likeness";

const task = (task_id: number, title: string) => ({
  task_id,
  title,
  status: "pending" as const,
  due_on: undefined,
  due_time: undefined,
  due: undefined,
});
const tasks = [task(1, "Call the dentist"), task(2, "Buy milk"), task(3, "Email Sam")];
const sure = (said: string) => looselyBy(said, tasks, false).sure.map(({ task_id }) => task_id);

test.each([
  ["rang the dentist", 1],
  ["got the milk", 2],
  ["emailed sam", 3],
  ["call the dentst", 1],
])("%s is surely one", (said, id) => {
  expect(sure(said)).toEqual([id]);
});

test.each(["call sam", "paid the dentist"])("%s is not", (said) => {
  expect(sure(said)).toEqual([]);
});
