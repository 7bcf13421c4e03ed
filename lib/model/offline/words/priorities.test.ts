import { describe, expect, test } from "vitest";
import { takePriority, wholePriority } from "./priorities";

describe("a phrase that is a priority", () => {
  test.each([
    ["high priority", "high"],
    ["priority: low", "low"],
    ["a very high priority", "high"],
    ["p2", "medium"],
    ["not that important", "low"],
    ["no priority", "none"],
    ["no", null],
    ["high street", null],
  ])("%s", (text, level) => {
    expect(wholePriority(text)).toBe(level);
  });
});

describe("a priority in a sentence", () => {
  test.each([
    ["call the bank, high priority", "high", "call the bank"],
    ["urgent: call the bank", "high", "call the bank"],
    ["call the bank asap", "high", "call the bank"],
    ["call the bank !!", "high", "call the bank"],
    ["sort the shed, no rush", "low", "sort the shed"],
    ["report with medium priority tomorrow", "medium", "report tomorrow"],
    ["sort out what is important", null, "sort out what is important"],
    ["watch High Noon", null, "watch High Noon"],
    ["urgent", null, "urgent"],
  ])("%s", (text, priority, rest) => {
    const taken = takePriority(text);
    expect(taken.priority).toBe(priority);
    expect(taken.rest.replace(/\s+/g, " ")).toBe(rest);
  });
});
