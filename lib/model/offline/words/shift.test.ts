import { expect, test } from "vitest";
import { readShift } from "./shift";

test.each([
  ["2 days", 2, "day"],
  ["by a week", 7, "day"],
  ["a couple of weeks", 14, "day"],
  ["another month", 1, "month"],
  ["an hour", 60, "minute"],
  ["half an hour", 30, "minute"],
  ["an hour and a half", 90, "minute"],
  ["1.5 hours", 90, "minute"],
  ["45 mins", 45, "minute"],
] as const)("%s", (words, count, unit) => {
  expect(readShift(words)).toEqual({ count, unit });
});

test.each(["tomorrow", "half a month", "2 litres", "hours"])("%s is no distance", (words) => {
  expect(readShift(words)).toBeNull();
});
