import { expect, test } from "vitest";
import { toldDone } from "./told-done";
import { tokenise } from "../words/tokens";

test.each([
  ["did the tempo run", "tempo run"],
  ["did my stretches today", "stretches"],
])("%s", (said, title) => {
  expect(toldDone(tokenise(said))).toMatchObject({
    change: "complete",
    target: { kind: "same", title },
    otherwise: { kind: "unclear", reason: "question" },
  });
});

test.each(["did the tempo run?", "did Tom call", "did it rain"])("none: %s", (said) => {
  expect(toldDone(tokenise(said))).toBeNull();
});
