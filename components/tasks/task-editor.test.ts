import { describe, expect, it } from "vitest";
import { patchOf } from "./task-editor";

const before = {
  title: "Buy milk",
  description: "",
  due_on: "2026-11-21",
  due_time: "09:00",
  priority: "none",
} as const;

describe("patchOf", () => {
  it("is null when nothing was changed", () => {
    expect(patchOf(before, { ...before, title: " Buy milk " })).toBeNull();
  });

  it("names only what was changed", () => {
    expect(patchOf(before, { ...before, title: "Buy oat milk", priority: "high" })).toEqual({
      title: "Buy oat milk",
      priority: "high",
    });
  });

  it("takes the time away with the date", () => {
    expect(patchOf(before, { ...before, due_on: null })).toEqual({ due_on: null, due_time: null });
  });
});
