import { describe, expect, it } from "vitest";
import { greeting } from "./welcome";

describe("greeting", () => {
  it.each([
    ["2026-11-20T04:59:00Z", "UTC", "Good evening"],
    ["2026-11-20T05:00:00Z", "UTC", "Good morning"],
    ["2026-11-20T11:59:00Z", "UTC", "Good morning"],
    ["2026-11-20T12:00:00Z", "UTC", "Good afternoon"],
    ["2026-11-20T18:00:00Z", "UTC", "Good evening"],
    ["2026-11-20T00:00:00Z", "UTC", "Good evening"],
    ["2026-11-20T00:00:00Z", "Asia/Tokyo", "Good morning"],
    ["2026-11-20T18:00:00Z", "America/Los_Angeles", "Good morning"],
  ])("at %s in %s is %s", (now, timeZone, words) => {
    expect(greeting(new Date(now), timeZone)).toBe(words);
  });
});
