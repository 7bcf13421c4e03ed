import { expect, test } from "vitest";
import { splitClauses } from "./clauses";
import { textOf, tokenise } from "../words/tokens";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

test.each([
  ["buy milk", "buy milk"],
  ["add stamps and mark 2 done", "add stamps", "mark 2 done"],
  ["mark 1 and 3 done", "mark 1 and 3 done"],
  ["add salt and pepper", "add salt and pepper"],
  ["delete the gym one, it closed down", "delete the gym one", "it closed down"],
  ["my feet hurt. also buy cat food", "my feet hurt", "buy cat food"],
  [
    "i didnt finish the lab report mark it as not done",
    "i didnt finish the lab report",
    "mark it as not done",
  ],
  [
    "the car broke down so i need to call the garage",
    "the car broke down",
    "i need to call the garage",
  ],
  ["im so stressed i need to call the bank", "im so stressed", "i need to call the bank"],
  ["the tap is leaking, call a plumber", "the tap is leaking", "call a plumber"],
  ["move it to friday, and high priority", "move it to friday", "high priority"],
  ["remove the time, but the day stays", "remove the time", "the day stays"],
  ["the report is done and dusted", "the report is done and dusted"],
  ["buy paint (sunday, high priority)", "buy paint (sunday, high priority)"],
  ["tell mom i need to borrow the car", "tell mom i need to borrow the car"],
])("%s", (line, ...clauses) => {
  expect(splitClauses(tokenise(line), AT).map(({ span }) => textOf(span))).toEqual(clauses);
});
