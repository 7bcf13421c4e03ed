import { describe, expect, test } from "vitest";
import { readListing } from "./listing";
import { tokenise } from "../words/tokens";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
const listing = (text: string) => readListing(tokenise(text), AT);

describe("questions about the list", () => {
  test.each([
    ["what's overdue?", { filter: { due: "overdue" } }],
    [
      "what do I have to do tomorrow?",
      { filter: { due: { from: "2026-11-21", to: "2026-11-21" } } },
    ],
    ["how many tasks are left?", { filter: { status: "pending" }, count: true }],
    ["show me the done ones", { filter: { status: "completed" } }],
    ["list my high priority tasks", { filter: { priority: "high" } }],
    ["what's next?", { next: true }],
    ["what has no date?", { filter: { due: "undated" } }],
  ])("%s", (text, expected) => {
    expect(listing(text)).toMatchObject({ kind: "list", ...expected });
  });

  test.each(["what's the weather like?", "buy milk", "list the ingredients on the label"])(
    "none: %s",
    (text) => {
      expect(listing(text)?.kind).not.toBe("list");
    },
  );
});
