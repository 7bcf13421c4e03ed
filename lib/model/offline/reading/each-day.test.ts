import { expect, test } from "vitest";
import { eachDay } from "./each-day";
import { textOf, tokenise } from "../words/tokens";

/** Friday 20 November 2026. */
const at = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "UTC" };

const read = (text: string): string[] | undefined =>
  eachDay(tokenise(text), at)?.map(({ title, due }) => `${textOf(title)} · ${due}`);

test.each([
  ["gym for mon, wed and fri", "gym · for mon", "gym · wed", "gym · fri"],
  ["swim on tuesday and thursday", "swim · on tuesday", "swim · thursday"],
  ["yoga monday and thursday at 7pm", "yoga · 2026-11-23 19:00", "yoga · 2026-11-26 19:00"],
  ["pay rent on the 1st and the 15th", "pay rent · on the 1st", "pay rent · the 15th"],
  ["pills at 8am and 6pm", "pills · at 8am", "pills · 6pm"],
])("is one task for each: %s", (text, ...tasks) => {
  expect(read(text)).toEqual(tasks);
});

test.each([
  "dentist friday, 9am",
  "call the bank between monday and wednesday",
  "buy milk tomorrow and eggs on friday",
  "milk, eggs and bread",
  "gym on monday",
])("is not: %s", (text) => {
  expect(read(text)).toBeUndefined();
});
