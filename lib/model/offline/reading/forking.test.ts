import { expect, test } from "vitest";
import { forked } from "./forking";
import { interpret } from "./interpret";
import { tokenise } from "../words/tokens";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };
const forkOf = (said: string) => {
  const span = tokenise(said);
  const { command } = forked({ span, command: interpret(span, at) }, at);
  return command.kind === "change" ? command.fork : undefined;
};

test.each([
  ["Rename the quiz to Pub quiz and move the poster to tomorrow", "Pub quiz", "update", "poster"],
  ["rename task 2 to Ring mum, and mark the rent done", "Ring mum", "complete", "rent"],
  ["call task 3 Food shop and then delete the report", "Food shop", "delete", "report"],
])("%s", (said, title, change, whole) => {
  expect(forkOf(said)).toMatchObject({
    first: { change: "update", fields: { title } },
    then: { change, target: { whole } },
  });
});

test.each([
  "rename task 2 to wash and fold the towels",
  "rename task 2 to buy milk and call mum",
  "move the quiz to friday and the poster to tomorrow",
])("none: %s", (said) => {
  expect(forkOf(said)).toBeUndefined();
});
