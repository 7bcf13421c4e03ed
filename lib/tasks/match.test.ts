import { describe, expect, it } from "vitest";
import { matchTitles } from "./match";

const found = (query: string, titles: string[], options?: { near?: boolean }): string[] =>
  matchTitles(
    query,
    titles.map((title) => ({ title })),
    options,
  ).map((task) => task.title);

describe("matchTitles", () => {
  it("takes an exact title before one that has more words", () => {
    expect(found("buy milk", ["Buy milk", "Buy milk and eggs"])).toEqual(["Buy milk"]);
  });

  it("gives every title that fits on the same level", () => {
    expect(
      found("call mom", ["Call mom about the trip", "Call mom about her birthday"]),
    ).toHaveLength(2);
    expect(found("buy milk", ["Buy milk", "Buy milk"])).toHaveLength(2);
  });

  it("reads over case, accents, punctuation, the words around a title, and the plural", () => {
    expect(found("the CAFE task", ["Book café!"])).toEqual(["Book café!"]);
    expect(found("grocery", ["Buy groceries"], { near: false })).toEqual([]);
    expect(found("report", ["Write reports"])).toEqual(["Write reports"]);
    expect(found("moms present", ["Mom’s present"])).toEqual(["Mom’s present"]);
  });

  it("takes the beginning of a word of three letters or more", () => {
    expect(found("groc", ["Buy groceries", "Groom the dog"])).toEqual(["Buy groceries"]);
    expect(found("gr", ["Buy groceries"])).toEqual([]);
  });

  it("finds a near miss in spelling, and nothing for another word", () => {
    expect(found("dentsit", ["Dentist", "Optician"])).toEqual(["Dentist"]);
    expect(found("metting", ["Team meeting"])).toEqual(["Team meeting"]);
    expect(found("cat", ["Buy a car"])).toEqual([]);
    expect(found("silk", ["Buy milk"])).toEqual([]);
    expect(found("mouse", ["Clean the house"])).toEqual([]);
    expect(found("mlik", ["Buy milk"])).toEqual(["Buy milk"]);
    expect(found("passport", ["Password reset"])).toEqual([]);
    expect(found("dentsit", ["Dentist"], { near: false })).toEqual([]);
  });

  it("compares what has no letters as it is, and matches nothing with nothing", () => {
    expect(found("!!!", ["!!!", "???"])).toEqual(["!!!"]);
    expect(found("", ["Buy milk"])).toEqual([]);
  });
});
