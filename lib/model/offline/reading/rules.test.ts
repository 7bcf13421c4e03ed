import { expect, test } from "vitest";
import { actOf } from "./rules";
import { tokenise } from "../words/tokens";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

test.each([
  ["the invoice went out yesterday", "complete"],
  ["dentist went really well", "complete"],
  ["slides sent to Dana", "did"],
  ["I did not call the landlord", "reopen"],
  ["the gas is not paid yet", "reopen"],
  ["no baker quote needed", "delete"],
  ["don't bother with the ink", "delete"],
  ["put a high priority on the third", "priority"],
  ["take out the priority from task 2", "priority.clear"],
  ["passport top priority", "priority"],
  ["dentist rescheduled to friday 3pm", "due"],
  ["dentist an hour earlier", "due.shift"],
  ["it's for saturday", "due"],
  ["change the time of the optician to 11.20 a.m.", "due"],
  ["passport note: bring photos", "note"],
  ["first I need to call the vet", "remind"],
  ["three things I need to email the client", "remind"],
  ["add urgent call the school", "add"],
])("“%s” is %s", (text, act) => {
  expect(actOf(tokenise(text), AT)?.act).toBe(act);
});

test.each(["buy milk", "call the generator man", "fit new taps at number 9"])(
  "“%s” is a thing to do, and no command",
  (text) => {
    expect(actOf(tokenise(text), AT)).toBeUndefined();
  },
);
