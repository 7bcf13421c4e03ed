import { expect, test } from "vitest";
import { endsWith, phrasesOf, startsWith } from "./phrase-edges";
import { isLead, stripped } from "./polite";
import { textOf, tokenise } from "./tokens";

test("counts the tokens of the longest phrase at an edge", () => {
  expect(startsWith(phrasesOf("polite"), tokenise("could you please, add milk"))).toBe(4);
  expect(endsWith(phrasesOf("after"), tokenise("add milk if you can"))).toBe(3);
  expect(endsWith(phrasesOf("after"), tokenise("please"))).toBe(0);
});

test.each([
  ["hey can you please add milk thanks", "add milk"],
  ["ok so, um, buy eggs pls", "buy eggs"],
  ["please", "please"],
])("what people say around it is taken off: %s", (said, wanted) => {
  expect(textOf(stripped(tokenise(said)))).toBe(wanted);
});

test("knows what is nothing but a lead", () => {
  expect(isLead(tokenise("oh, and"))).toBe(true);
  expect(isLead(tokenise("oh, and milk"))).toBe(false);
});
