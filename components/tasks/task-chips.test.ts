import { describe, expect, it } from "vitest";
import { dueWords } from "./task-chips";

const NOW = new Date("2026-11-20T22:30:00.000Z");

describe("dueWords", () => {
  it.each([
    ["2026-11-19", null, false, "Yesterday", true],
    ["2026-11-13", null, false, "Overdue, Fri 13 Nov", true],
    ["2026-11-13", "18:00", false, "Overdue, Fri 13 Nov, 18:00", true],
    ["2026-11-13", null, true, "Fri 13 Nov", false],
    ["2026-11-20", "09:00", false, "Today, 09:00", false],
    ["2026-11-21", null, false, "Tomorrow", false],
    [null, null, false, "", false],
  ])("says %s %s (done: %s) as %j", (due_on, due_time, completed, words, overdue) => {
    expect(dueWords({ due_on, due_time, completed }, "UTC", "en-GB", NOW)).toEqual({
      words,
      overdue,
    });
  });

  it("writes times by the reader's clock", () => {
    const due = { due_on: "2026-11-21", due_time: "18:00", completed: false };
    expect(dueWords(due, "UTC", "en-US", NOW).words).toMatch(/^Tomorrow, 6:00\sPM$/);
  });

  it("counts days in the person's zone", () => {
    const due = { due_on: "2026-11-21", due_time: null, completed: false };
    expect(dueWords(due, "Asia/Tokyo", "en-GB", NOW).words).toBe("Today");
  });
});
