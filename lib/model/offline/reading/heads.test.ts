import { describe, expect, test } from "vitest";
import { readHeaded } from "./heads";
import { tokenise } from "../words/tokens";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };

describe("heads of what is to be added", () => {
  test.each([
    ["I have two things to add: wash the car and clean the gutters", {}],
    ["here's what I need to do: wash the car, clean the gutters", {}],
    ["two things, wash the car and clean the gutters", {}],
    ["to do tomorrow: wash the car and clean the gutters", { due: "tomorrow" }],
  ])("%s", (message, fields) => {
    expect(readHeaded(tokenise(message), at)).toEqual({
      kind: "add",
      tasks: [
        { title: "Wash the car", ...fields },
        { title: "Clean the gutters", ...fields },
      ],
    });
  });

  test.each([
    "add to the invoice: use the new form",
    "task 2: call the bank",
    "what's on my list: milk?",
    "delete these: milk and eggs",
    "buy milk and eggs",
  ])("none: %s", (message) => {
    expect(readHeaded(tokenise(message), at)).toBeNull();
  });
});
