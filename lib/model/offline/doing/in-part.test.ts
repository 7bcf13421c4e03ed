import { expect, test } from "vitest";
import type { ChangeCommand } from "./applying";
import type { Target } from "../commands";
import type { ListedTask } from "../history";
import { inPart, titleWithout } from "./in-part";

test.each([
  ["Get milk and cornflakes for the caravan", "cornflakes", "Get milk for the caravan"],
  ["Buy bread, eggs and milk", "bread", "Buy eggs and milk"],
  ["Buy bread, eggs and milk", "buy eggs", "Buy bread and milk"],
  ["Pack socks, shirts, a tie and the shoes", "shirts", "Pack socks, a tie and the shoes"],
  ["Call Anna and Ben", "call Anna", "Call Ben"],
  ["Pay gas and water bills", "gas bill", "Pay water bills"],
  ["Pay gas and water bills", "water bill", "Pay gas bills"],
  ["Book flights and hotel in Rome", "hotel", "Book flights in Rome"],
])("“%s” without “%s”", (title, named, left) => {
  expect(titleWithout(title, named)).toBe(left);
});

test.each([
  ["Buy bread and milk", "bread and milk"],
  ["Buy bread and milk", "buy"],
  ["Wash and fold the towels", "towels"],
  ["Lunch with Tom and Ann", "lunch with Tom"],
  ["Buy milk for Tom and Ann", "milk"],
  ["Research and development report", "research"],
  ["Buy milk", "milk"],
])("“%s” is all that “%s” means", (title, named) => {
  expect(titleWithout(title, named)).toBeNull();
});

const PAINT: ListedTask = {
  task_id: 1,
  title: "Buy paint and brushes",
  status: "pending",
  due_on: undefined,
  due_time: undefined,
  due: undefined,
};
const target: Target = { kind: "title", whole: "paint", parts: [] };

test.each([
  ["scrap the paint", { title: "Buy brushes" }],
  ["delete the paint task", undefined],
])("%s", (said, fields) => {
  const command: ChangeCommand = { kind: "change", change: "delete", target, fields: {} };
  expect(inPart(command, [PAINT], said)?.fields).toEqual(fields);
});

test.each([
  ["varnish", { part: "paint", title: "varnish" }],
  ["Get varnish", undefined],
])("paint is called “%s”", (title, fields) => {
  const command: ChangeCommand = { kind: "change", change: "update", target, fields: { title } };
  expect(inPart(command, [PAINT], `rename paint to ${title}`)?.fields).toEqual(fields);
});
