import { describe, expect, test } from "vitest";
import { readMessage } from "./message";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };

const added = (message: string) =>
  readMessage(message, at).flatMap((command) =>
    command.kind === "add" ? command.tasks.map(({ title, due }) => ({ title, due })) : [],
  );

describe("what is said before is to be put down", () => {
  test.each([
    ["jabs for the pups are in ten days, put that in", "Jabs for the pups", "in ten days"],
    ["parents evening is thursday, note that down", "Parents evening", "thursday"],
    ["my flight is on friday at 7, log it for me please", "Flight", "friday at 7"],
  ])("%s", (message, title, due) => {
    expect(added(message)).toEqual([{ title, due }]);
  });
});

describe("a reason gives the date, and no title", () => {
  test.each([
    ["don't forget the passport, the appointment is in three days", "Passport", "in three days"],
    ["iron the shirt, the interview is on monday", "Iron the shirt", "on monday"],
    ["remember to charge the camera, the trip starts on friday", "Charge the camera", "on friday"],
    ["remember the cake, mum's party's on saturday", "Cake", "on saturday"],
  ])("%s", (message, title, due) => {
    expect(added(message)).toEqual([{ title, due }]);
  });

  test("a chore behind a comma is one more thing", () => {
    expect(added("call Ann, the boiler is due for a service on friday")).toHaveLength(2);
  });
});

describe("a note of what was spoken of", () => {
  test.each(["note that she's in Lisbon", "make a note that it's on the 3rd floor"])(
    "%s",
    (message) => {
      expect(readMessage(message, at)).toMatchObject([
        {
          kind: "change",
          target: { kind: "pronoun" },
          fields: { append: expect.stringContaining("'s ") },
        },
      ]);
    },
  );
});

describe("what is not needed any more", () => {
  test.each([
    ["Mom doesn't need a call anymore", "call Mom"],
    ["the plants no longer need watering", "watering the plants"],
  ])("%s", (message, whole) => {
    expect(readMessage(message, at)).toMatchObject([
      { kind: "change", change: "delete", target: { kind: "title", whole } },
    ]);
  });

  test("is nothing to do", () => {
    expect(added("the dog doesn't need a walk")).toEqual([]);
  });
});
