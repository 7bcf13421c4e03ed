import { describe, expect, test } from "vitest";
import type { PastTurn } from "../history";
import { withSameDay } from "./same-day";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };
const before: PastTurn[] = [
  {
    message: "staff meeting mon 8:15",
    text: "Added.",
    ran: [{ tool: "add_task", arguments: { title: "Staff meeting", due: "mon 8:15" }, result: {} }],
  },
];

describe("withSameDay", () => {
  test.each([
    ["and briefing same day at 9:00", "and briefing on 2026-03-16 at 9:00"],
    ["haircut on the same day", "haircut on 2026-03-16"],
    [
      "dentist on friday at 9 and haircut the same day at 11",
      "dentist on friday at 9 and haircut on 2026-03-13 at 11",
    ],
    ["try same day delivery", "try same day delivery"],
  ])("%s", (message, meant) => {
    expect(withSameDay(message, before, at)).toBe(meant);
  });

  test("where no day was named, the words stay", () => {
    expect(withSameDay("haircut same day", [], at)).toBe("haircut same day");
  });
});
