import { describe, expect, it } from "vitest";
import type { ConversationSummary } from "@/lib/conversations/schema";
import { groupByDay } from "./group-by-day";

const at = (updated_at: string): ConversationSummary => ({
  id: "019a0000-0000-7000-8000-000000000000",
  title: updated_at,
  created_at: updated_at,
  updated_at,
  message_count: 2,
  pinned: false,
  archived: false,
});

const labels = (instants: string[], timeZone: string, now: string) =>
  groupByDay(instants.map(at), timeZone, new Date(now)).map(({ label, conversations }) => [
    label,
    conversations.length,
  ]);

describe("groupByDay", () => {
  it("names days, the last week and months", () => {
    expect(
      labels(
        [
          "2026-11-20T09:00:00.000Z",
          "2026-11-20T00:00:00.000Z",
          "2026-11-19T23:59:00.000Z",
          "2026-11-18T12:00:00.000Z",
          "2026-11-13T00:00:00.000Z",
          "2026-11-12T23:59:00.000Z",
          "2026-10-01T12:00:00.000Z",
          "2025-12-31T12:00:00.000Z",
          "2025-11-20T12:00:00.000Z",
        ],
        "UTC",
        "2026-11-20T10:00:00.000Z",
      ),
    ).toEqual([
      ["Today", 2],
      ["Yesterday", 1],
      ["Previous 7 days", 2],
      ["November", 1],
      ["October", 1],
      ["December 2025", 1],
      ["November 2025", 1],
    ]);
  });

  it("goes by the person's own midnight", () => {
    const instants = ["2026-11-20T04:30:00.000Z"];
    const now = "2026-11-20T12:00:00.000Z";
    expect(labels(instants, "America/New_York", now)).toEqual([["Yesterday", 1]]);
    expect(labels(instants, "Europe/Berlin", now)).toEqual([["Today", 1]]);
    expect(labels(instants, "Pacific/Kiritimati", now)).toEqual([["Yesterday", 1]]);
  });

  it("counts calendar days over the change of the clocks", () => {
    // Berlin's clocks went back on 25 October 2026: that day had 25 hours.
    const now = "2026-10-25T23:30:00.000Z";
    expect(labels(["2026-10-24T22:30:00.000Z"], "Europe/Berlin", now)).toEqual([["Yesterday", 1]]);
  });

  it("takes an instant ahead of the clock as today", () => {
    const now = "2026-11-20T23:59:00.000Z";
    expect(labels(["2026-11-21T00:00:30.000Z"], "UTC", now)).toEqual([["Today", 1]]);
  });

  it("gives nothing for nothing", () => {
    expect(groupByDay([], "UTC", new Date())).toEqual([]);
  });
});
