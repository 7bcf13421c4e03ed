import { describe, expect, it } from "vitest";
import { readTaskWords } from "./quick-entry";

/** Friday 20 November 2026, morning in Berlin. */
const AT = { now: new Date("2026-11-20T09:00:00Z"), timeZone: "Europe/Berlin" };

describe("readTaskWords", () => {
  it.each([
    ["Pay rent friday 9am", "Pay rent", "friday 9am", "2026-11-27", "09:00"],
    ["Call mom tomorrow", "Call mom", "tomorrow", "2026-11-21", null],
    ["tomorrow at 6pm: call mom", "Call mom", "tomorrow at 6pm", "2026-11-21", "18:00"],
    ["Renew passport by 1 December", "Renew passport", "by 1 December", "2026-12-01", null],
  ])("takes %j apart", (text, title, words, due_on, due_time) => {
    expect(readTaskWords(AT, text)).toEqual({ title, words, due_on, due_time });
  });

  it.each([
    ["ring the vet fri 9am urgent", "Ring the vet", "fri 9am", "high"],
    ["call mom tomorrow at 6, high priority", "Call mom", "tomorrow at 6", "high"],
    ["call mom, low priority, tomorrow", "Call mom", "tomorrow", "low"],
    ["urgent: fix tap tomorrow", "Fix tap", "tomorrow", "high"],
    ["Fix tap !!", "Fix tap", null, "high"],
    ["fix tap asap!", "Fix tap", null, "high"],
    ["water the plants (no rush)", "Water the plants", null, "low"],
    ["Paint the fence - medium priority", "Paint the fence", null, "medium"],
    ["low: sort photos", "Sort photos", null, "low"],
    ["book flights, important", "Book flights", null, "high"],
    ["pay rent priority high", "Pay rent", null, "high"],
    ["pay rent, highest importance", "Pay rent", null, "high"],
    ["sort the shed, not very important", "Sort the shed", null, "low"],
  ])("reads the priority of %j", (text, title, words, priority) => {
    expect(readTaskWords(AT, text)).toMatchObject({ title, words, priority });
  });

  it.each([
    ["read 1984", "Read 1984"],
    ["watch Friday Night Lights", "Watch Friday Night Lights"],
    ["tomorrow", "Tomorrow"],
    ["today!", "Today!"],
    ["Buy milk", "Buy milk"],
    ["1-1-1", "1-1-1"],
    ["iPhone case", "iPhone case"],
    ["urgent", "Urgent"],
    ["mark the letter as urgent", "Mark the letter as urgent"],
    ["list what is important", "List what is important"],
    ["review high priority bugs", "Review high priority bugs"],
    ["high, wide and handsome", "High, wide and handsome"],
    ["text Anna whenever", "Text Anna whenever"],
    ["urgent care appointment", "Urgent care appointment"],
  ])("finds nothing in %j but its title", (text, title) => {
    expect(readTaskWords(AT, text)).toEqual({ title, words: null, due_on: null, due_time: null });
  });

  it("leaves in the title what is to be kept there", () => {
    const text = "ring the vet fri 9am urgent";
    expect(readTaskWords(AT, text, ["date"])).toEqual({
      title: "Ring the vet fri 9am",
      words: null,
      due_on: null,
      due_time: null,
      priority: "high",
    });
    expect(readTaskWords(AT, text, ["priority"])).toEqual({
      title: "Ring the vet urgent",
      words: "fri 9am",
      due_on: "2026-11-27",
      due_time: "09:00",
    });
    expect(readTaskWords(AT, text, ["date", "priority"]).title).toBe("Ring the vet fri 9am urgent");
    expect(readTaskWords(AT, "urgent: fix tap tomorrow", ["priority"])).toMatchObject({
      title: "Urgent: fix tap",
      words: "tomorrow",
    });
  });

  it("reads the words in the person's own zone", () => {
    const late = new Date("2026-11-20T23:30:00Z");
    const dayIn = (timeZone: string) =>
      readTaskWords({ now: late, timeZone }, "call mom today").due_on;
    expect(dayIn("Europe/Berlin")).toBe("2026-11-21");
    expect(dayIn("America/New_York")).toBe("2026-11-20");
  });
});
