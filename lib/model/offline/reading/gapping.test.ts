import { describe, expect, test } from "vitest";
import { gapped, likewise } from "./gapping";
import { interpret } from "./interpret";
import { tokenise } from "../words/tokens";

const at = { now: new Date("2026-03-04T10:00:00Z"), timeZone: "UTC" };

describe("a task and a value alone", () => {
  test.each([
    ["the optician to friday", "optician", { due: "friday" }],
    ["the wiki low", "wiki", { priority: "low" }],
    ["and the roof one to medium", "roof", { priority: "medium" }],
  ])("%s", (text, whole, fields) => {
    expect(gapped(tokenise(text), at)).toMatchObject({
      change: "update",
      target: { kind: "title", whole },
      fields,
    });
  });

  test.each(["call mum", "take the bins out", "the optician"])("nothing in “%s”", (text) => {
    expect(gapped(tokenise(text), at)).toBeNull();
  });
});

describe("the same for another", () => {
  const done = interpret(tokenise("rent is done"), at);

  test.each(["so is the shed", "the shed too"])("%s", (text) => {
    expect(likewise(tokenise(text), done, at)).toMatchObject({
      change: "complete",
      target: { kind: "title", whole: "shed" },
    });
  });

  test("not what wants something of its own", () => {
    expect(likewise(tokenise("add the shed too"), done, at)).toBeNull();
  });
});
