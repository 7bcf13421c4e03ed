import { expect, test } from "vitest";
import { stripped } from "./polite";
import { textOf, tokenise } from "./tokens";

test.each([
  ["could you please add milk, thanks", "add milk"],
  ["add milk thanks mate", "add milk"],
  ["add milk, mate", "add milk"],
  ["call generator man", "call generator man"],
  ["the bowls club one, if you please", "the bowls club one"],
  ["set it for sunday as well", "set it for sunday"],
])("%s", (said, wanted) => {
  expect(textOf(stripped(tokenise(said)))).toBe(wanted);
});
