import { describe, expect, test } from "vitest";
import { readMessage } from "./message";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };

const titles = (message: string): string[] =>
  readMessage(message, at).flatMap((command) =>
    command.kind === "add" ? command.tasks.map(({ title }) => title) : [],
  );

describe("several things to add", () => {
  test.each([
    ["add three tasks: write plan, execute smoke tests, publish report", 3],
    ["create four todos: hats, gloves, boots and scarves", 4],
    ["add 2 tasks: salt and pepper, mow lawn", 2],
    ["add a task water the ficus for tomorrow and another task pay the bill", 2],
    ["need to buy: phone charger, socks, toothbrush", 3],
  ])("%s", (message, count) => {
    const found = titles(message);
    expect(found).toHaveLength(count);
    expect(found.join(" ")).not.toMatch(/task|:/i);
  });
});

describe("what belongs to one thing", () => {
  test.each([
    ["friday: dentist at 9", { title: "Dentist", due: "friday at 9" }],
    [
      "add replace the filter with due date 2030-11-05",
      { title: "Replace the filter", due: "2030-11-05" },
    ],
    [
      "add pay the bill with a due date of the 20th and high priority",
      { title: "Pay the bill", due: "the 20th", priority: "high" },
    ],
    [
      "add update the router with the description check the notes first",
      { title: "Update the router", description: "Check the notes first" },
    ],
  ])("%s", (message, task) => {
    expect(readMessage(message, at)).toMatchObject([{ kind: "add", tasks: [task] }]);
  });

  test("each of several has a time of its own on the day that they share", () => {
    const [command] = readMessage("tomorrow: gym at 7, call mom at noon", at);
    expect(command).toMatchObject({
      tasks: [{ due: "tomorrow at 7" }, { due: "tomorrow at noon" }],
    });
  });
});

describe("dates that are said in other words", () => {
  test.each([
    ["lunch with Tom at noon on the 12th", "Lunch with Tom", "at noon on the 12th"],
    ["thesis due in 2 weeks from monday", "Thesis", "2 weeks from monday"],
    ["take pills every weekday at 7am", "Take pills", "2026-03-12 07:00"],
    ["every weekend at 9 run", "Run", "2026-03-14 09:00"],
    ["dinner fri 7ish w/ the smiths", "Dinner with the smiths", "fri 7ish"],
  ])("%s", (message, title, due) => {
    // Where no task has that title already.
    const added = readMessage(message, at).map((command) =>
      command.kind === "change" ? command.otherwise : command,
    );
    expect(added).toMatchObject([{ kind: "add", tasks: [{ title, due }] }]);
  });

  test.each(["add pay fees feb 30", "add meeting on 31 april at 10", "add call at 25:00"])(
    "is none: %s",
    (message) => {
      const [command] = readMessage(message, at);
      expect(command?.kind === "add" && command.tasks.map(({ due }) => due)).toEqual([undefined]);
    },
  );

  test("what is said once counts for all that is to be bought", () => {
    expect(readMessage("buy cat food, litter and treats asap", at)).toMatchObject([
      { tasks: [{ priority: "high" }, { priority: "high" }, { priority: "high" }] },
    ]);
  });
});

describe("changes in other words", () => {
  test.each([
    ["everything due monday should be high", "filter", { priority: "high" }],
    ["library books -> wednesday", "title", { due: "wednesday" }],
    ["apples pls low", "title", { priority: "low" }],
    ["flights isnt that urgent after all", "title", { priority: "none" }],
  ])("%s", (message, kind, fields) => {
    expect(readMessage(message, at)).toMatchObject([{ kind: "change", fields, target: { kind } }]);
  });

  test.each([
    ["i changed my mind about groceries, bring it back", { kind: "undo" }],
    ["i changed my mind about groceries", { kind: "unclear", reason: "negated" }],
    ["never mind the bread", { kind: "change", change: "delete" }],
    ["all done for today", { kind: "talk" }],
    ["what are my chores", { kind: "list", filter: { status: "pending" } }],
    ["what's the PO number for acme?", { kind: "look", target: { whole: "acme" } }],
  ])("%s", (message, command) => {
    expect(readMessage(message, at)).toMatchObject([command]);
  });
});

describe("what surrounds a wish", () => {
  test.each([
    ["my printer died and now i need to order a new printer", "Order a new printer"],
    ["hiya, me again :) can you add water the monstera? it looks so sad", "Water the monstera"],
    [
      "right, time to get my life together :) i need to invoice the magazine",
      "Invoice the magazine",
    ],
    ["add feed the cat :D", "Feed the cat"],
  ])("%s", (message, title) => {
    expect(titles(message)).toEqual([title]);
  });

  test("how a thing is adds nothing", () => {
    expect(titles("tile cutter still here")).toEqual([]);
  });
});

describe("a date behind everything that was done", () => {
  test.each([
    "i finished everything due today",
    "i finished everything that was due today",
    "finished all tasks due today",
    "i got everything due today done",
    "i have completed everything due by today",
    "done with everything due today",
  ])("%s", (message) => {
    const [command] = readMessage(message, at);
    expect(command).toMatchObject({
      change: "complete",
      target: { kind: "filter", filter: { due: { to: "2026-03-11" } } },
    });
  });

  test.each(["delete all tasks with due dates", "complete everything due"])(
    "is not everything where it says no date: %s",
    (message) => {
      expect(readMessage(message, at)).not.toMatchObject([{ target: { kind: "filter" } }]);
    },
  );
});

describe("a field of the task that was named before", () => {
  test.each([
    ["set the due time to 08:15", { due: "08:15" }],
    ["change its time to 10", { due: "at 10" }],
    ["take the priority off it again", { priority: "none" }],
  ])("%s", (message, fields) => {
    expect(readMessage(message, at)).toMatchObject([
      { kind: "change", fields, target: { kind: "pronoun" } },
    ]);
  });

  test("what is not to be done names what is", () => {
    const target = { kind: "title", whole: "boiler" };
    expect(
      readMessage("don't delete the boiler task, just move it to tomorrow", at),
    ).toContainEqual({
      kind: "change",
      change: "update",
      fields: { due: "tomorrow" },
      target: { ...target, parts: [] },
    });
  });
});
