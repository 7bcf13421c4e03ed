import { expect, test } from "vitest";
import { splitItems } from "./items";
import { textOf, tokenise } from "../words/tokens";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };

test.each([
  ["eggs flour and caster sugar", ["eggs", "flour", "caster sugar"]],
  ["milk eggs and bread", ["milk", "eggs", "bread"]],
  ["buy apples pears and plums", ["buy apples", "buy pears", "buy plums"]],
  ["garlic bread and rice flour", ["garlic bread", "rice flour"]],
  ["coffee beans and milk", ["coffee beans", "milk"]],
  ["sports day and cake sale", ["sports day", "cake sale"]],
])("%s", (said, items) => {
  expect(splitItems(tokenise(said), at).map(textOf)).toEqual(items);
});
