import { expect, test } from "vitest";
import { stripped } from "./polite";
import { textOf, tokenise } from "./tokens";

test.each([
  ["could you please add milk, thanks", "add milk"],
  ["add milk thanks mate", "add milk"],
  ["add milk, mate", "add milk"],
  ["call generator man", "call generator man"],
  ["the bowls club one, if you please", "the bowls club one"],
  ["You may strike the lecture", "strike the lecture"],
  ["be so good as to remind me to call Ann", "remind me to call Ann"],
  ["I should be much obliged if you would add milk", "add milk"],
  ["Pray, simply delete it", "delete it"],
  ["simply red tickets", "simply red tickets"],
  ["pray for Tom", "pray for Tom"],
  ["set it for sunday as well", "set it for sunday"],
])("%s", (said, wanted) => {
  expect(textOf(stripped(tokenise(said)))).toBe(wanted);
});
