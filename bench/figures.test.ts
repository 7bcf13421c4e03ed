import { expect, it } from "vitest";
import { messageFor, planIn } from "./plan";
import { holds, tableOf, type Figure } from "./report";
import { median, percentile, rotated } from "./statistics";

it("finds the middle of odd and of even numbers of samples", () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 3, 2])).toBe(2.5);
});

it("finds the value that a share of the samples does not exceed", () => {
  const samples = Array.from({ length: 200 }, (_, index) => 200 - index);
  expect(percentile(samples, 0.99)).toBe(198);
  expect(percentile(samples, 0.5)).toBe(100);
  expect(percentile([7], 0.99)).toBe(7);
});

it("begins each round with another one", () => {
  expect([0, 1, 2, 3].map((round) => rotated(["a", "b", "c"], round).join(""))).toEqual([
    "abc",
    "bca",
    "cab",
    "abc",
  ]);
});

it("reads the last plan of a body that holds a whole conversation", () => {
  const plans = [
    { delayMs: 1, chunks: 2, everyMs: 3 },
    { delayMs: 50, chunks: 200, everyMs: 20 },
  ];
  const messages = plans.map((plan) => ({ role: "user", content: messageFor(plan) }));
  expect(planIn(JSON.stringify({ messages, stream: true }))).toEqual(plans[1]);
  expect(planIn("{}")).toBeNull();
});

it("says of each figure whether its limit holds", () => {
  const figure: Figure = { what: "x", measured: 1.1, limit: 1.1, kind: "ratio", from: "" };
  expect(holds(figure)).toBe(true);
  expect(holds({ ...figure, measured: 1.11 })).toBe(false);
  expect(holds({ ...figure, measured: NaN })).toBe(false);
  expect(tableOf([{ ...figure, measured: 2 }])).toContain("| 2.00 ×   | 1.10 × | does not hold |");
});
