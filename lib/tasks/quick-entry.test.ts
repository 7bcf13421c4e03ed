import { describe, expect, it } from "vitest";
import { readTaskWords } from "./quick-entry";

/** Friday 20 November 2026, morning in Berlin. */
const AT = { now: new Date("2026-11-20T09:00:00Z"), timeZone: "Europe/Berlin" };

describe("readTaskWords", () => {
  it.each([
    ["Pay rent friday 9am", "Pay rent", "friday 9am", "2026-11-27", "09:00"],
    ["Call mom tomorrow", "Call mom", "tomorrow", "2026-11-21", null],
    ["tomorrow at 6pm: call mom", "call mom", "tomorrow at 6pm", "2026-11-21", "18:00"],
    ["Renew passport by 1 December", "Renew passport", "by 1 December", "2026-12-01", null],
  ])("takes %j apart", (text, title, words, due_on, due_time) => {
    expect(readTaskWords(AT, text)).toEqual({ title, words, due_on, due_time });
  });

  it.each(["read 1984", "watch Friday Night Lights", "tomorrow", "today!", "Buy milk", "1-1-1"])(
    "leaves %j as it is",
    (text) => {
      expect(readTaskWords(AT, text)).toEqual({
        title: text,
        words: null,
        due_on: null,
        due_time: null,
      });
    },
  );

  it("reads the words in the person's own zone", () => {
    const late = new Date("2026-11-20T23:30:00Z");
    const dayIn = (timeZone: string) =>
      readTaskWords({ now: late, timeZone }, "call mom today").due_on;
    expect(dayIn("Europe/Berlin")).toBe("2026-11-21");
    expect(dayIn("America/New_York")).toBe("2026-11-20");
  });
});
