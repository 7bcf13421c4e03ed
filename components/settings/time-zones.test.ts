import { describe, expect, it } from "vitest";
import { allZones, matchingZones, timeIn, zoneLabel } from "./time-zones";

describe("time zones", () => {
  it("are labelled by their city first", () => {
    expect(zoneLabel("Europe/Berlin")).toBe("Berlin (Europe)");
    expect(zoneLabel("America/Argentina/Buenos_Aires")).toBe("Buenos Aires (America/Argentina)");
    expect(zoneLabel("Asia/Calcutta")).toBe("Kolkata (Asia)");
    expect(zoneLabel("UTC")).toBe("UTC");
  });

  it("include those that the browser knows under another name, once", () => {
    const zones = allZones(["UTC", "Europe/Berlin"], new Date(), "en-GB").map(({ zone }) => zone);
    expect(zones).toContain("UTC");
    expect(zones.filter((zone) => zone === "Europe/Berlin")).toHaveLength(1);
  });

  it("are found by the beginnings of words, whatever the case, accents and order", () => {
    const options = [
      "America/Argentina/Buenos_Aires",
      "America/New_York",
      "America/Sao_Paulo",
      "Asia/Calcutta",
      "Europe/Berlin",
      "UTC",
    ].map((zone) => ({ zone, label: zoneLabel(zone), time: "12:00" }));
    const found = (query: string) => matchingZones(options, query).map(({ zone }) => zone);
    expect(found("berl")).toEqual(["Europe/Berlin"]);
    expect(found("new york")).toEqual(["America/New_York"]);
    expect(found("aires buenos")).toEqual(["America/Argentina/Buenos_Aires"]);
    expect(found("SÃO PAULO")).toEqual(["America/Sao_Paulo"]);
    expect(found("Berlin (Europe)")).toEqual(["Europe/Berlin"]);
    expect(found("kolkata")).toEqual(["Asia/Calcutta"]);
    expect(found("calcutta")).toEqual(["Asia/Calcutta"]);
    expect(found("erlin")).toEqual([]);
    expect(found(" ")).toHaveLength(options.length);
  });

  it("tell the time there", () => {
    const noon = new Date("2026-11-20T12:00:00Z");
    expect(timeIn("Europe/Berlin", noon, "en-GB")).toBe("13:00");
    expect(timeIn("Asia/Kolkata", noon, "en-GB")).toBe("17:30");
    expect(timeIn("UTC", new Date("2026-11-20T00:05:00Z"), "en-GB")).toBe("00:05");
    expect(timeIn("UTC", noon, "en-US")).toMatch(/^12:00\sPM$/);
  });
});
