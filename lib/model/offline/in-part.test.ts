import { expect, test } from "vitest";
import { titleWithout } from "./in-part";

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
