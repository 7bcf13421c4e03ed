import { expect, test } from "vitest";
import { newTask } from "./fields";
import { tokenise } from "../words/tokens";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

test.each([
  ["varnish the boat with a deadline of sunday", { title: "Varnish the boat", due: "sunday" }],
  ["call the bank, needs to be done by friday", { title: "Call the bank", due: "by friday" }],
  ["buy paint (sunday, high priority)", { title: "Buy paint", due: "sunday", priority: "high" }],
  ["buy paint | sunday | high", { title: "Buy paint", due: "sunday", priority: "high" }],
  ["buy paint (the white one)", { title: "Buy paint (the white one)" }],
  ["write a thank-you note to Aunt Bea", { title: "Write a thank-you note to Aunt Bea" }],
  [
    'buy paint with note "white gloss" by sunday, high priority',
    { title: "Buy paint", description: "white gloss", due: "by sunday", priority: "high" },
  ],
  ["buy paint, note: white gloss", { title: "Buy paint", description: "White gloss" }],
  ["book the minibus for tomorrow", { title: "Book the minibus", due: "for tomorrow" }],
])("%s", (said, task) => {
  expect(newTask(tokenise(said), AT)).toEqual(task);
});
