import { describe, expect, test } from "vitest";
import { readMessage } from "./message";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

const read = (line: string) => readMessage(line, AT);

describe("what is named first and pointed at afterwards", () => {
  test.each([
    ["the last one, get rid of it", "delete", { kind: "newest" }],
    ["and the last one, get rid of it", "delete", { kind: "newest" }],
    ["the last one I added, get rid of it", "delete", { kind: "newest" }],
    ["2 and 3, mark both as done", "complete", { kind: "numbers", numbers: [2, 3] }],
    ["the first and the third, tick them off", "complete", { kind: "places", places: [1, 3] }],
    ["everything that is due today, mark it as done", "complete", { kind: "filter" }],
    ["the overdue ones, get rid of them please", "delete", { kind: "filter" }],
    ["the bill: paid it", "complete", { kind: "title", whole: "bill" }],
    ["groceries: got them", "complete", { kind: "title", whole: "groceries" }],
    ["the rest, drop them", "delete", { kind: "other", many: true }],
    ["regarding number 3, it is cancelled", "delete", { kind: "numbers", numbers: [3] }],
  ])("%s", (line, change, target) => {
    expect(read(line)).toMatchObject([{ kind: "change", change, target }]);
  });

  test.each([
    ["There is a mistake in number 2, please rename it to Order toner", { kind: "numbers" }],
    ["there's a typo in the first one, it should say Order toner", { kind: "places" }],
    ["number 2, can you rename it to Order toner", { kind: "numbers" }],
  ])("with another title: %s", (line, target) => {
    expect(read(line)).toMatchObject([
      { kind: "change", change: "update", target, fields: { title: "Order toner" } },
    ]);
  });

  test.each([
    ["my passport, I need to renew it by friday", "Renew my passport", "by friday"],
    ["the windows, clean them tomorrow", "Clean the windows", "tomorrow"],
    ["my mum, call her tomorrow at 6", "Call my mum", "tomorrow at 6"],
    ["the plumber, remind me to call him on monday", "Call the plumber", "on monday"],
  ])("something to do: %s", (line, title, due) => {
    const [command] = read(line);
    const added = command && "otherwise" in command ? command.otherwise : command;
    expect(added).toEqual({ kind: "add", tasks: [{ title, due }] });
  });

  test("what follows is about the same task", () => {
    expect(read("the dentist, move it to friday and make it high priority")).toMatchObject([
      { change: "update", target: { kind: "title", whole: "dentist" }, fields: { due: "friday" } },
      { change: "update", target: { kind: "pronoun" }, fields: { priority: "high" } },
    ]);
  });

  test.each(["call mum, she likes it", "shopping: milk, eggs", "buy milk"])(
    "nothing is named first: %s",
    (line) => {
      expect(read(line).every(({ kind }) => kind === "add")).toBe(true);
    },
  );
});
