import { expect, test } from "vitest";
import { readTicking } from "./ticking";
import { tokenise } from "../words/tokens";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };
const title = (whole: string) => ({ kind: "title", whole, parts: [] });

test.each([
  ["vat return is filed and payroll's run, tick both", "complete", ["vat return", "payroll"]],
  ["the rent is paid and the report has been sent, tick them off", "complete", ["rent", "report"]],
  ["the tyres arrived, the oil was delivered. delete both", "delete", ["tyres", "oil"]],
])("%s", (said, change, titles) => {
  expect(readTicking(tokenise(said), at)).toEqual({
    kind: "change",
    change,
    target: { kind: "several", targets: titles.map(title) },
    fields: {},
  });
});

test("one thing is mentioned, so that nothing else is ticked off", () => {
  expect(readTicking(tokenise("spikes came already, tick those off"), at)).toEqual({
    kind: "change",
    change: "complete",
    target: { kind: "mentioned", text: "spikes" },
    fields: {},
  });
});

test.each([
  "they came already, tick those off",
  "the rent is paid, tick both",
  "buy milk and eggs, tick both",
  "the rent is high, tick them off",
  "mark the rent and the milk as done, both",
])("none: %s", (said) => {
  expect(readTicking(tokenise(said), at)).toBeNull();
});
