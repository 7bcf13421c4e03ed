import { describe, expect, test } from "vitest";
import { linesOf } from "./lines";

const texts = (message: string) => linesOf(message).map(({ text }) => text);

describe("linesOf", () => {
  test("takes off the marks of lists", () => {
    expect(texts("- milk\n2) eggs\n[ ] bread\n- [x] jam")).toEqual([
      "milk",
      "eggs",
      "bread",
      "jam",
    ]);
  });

  test("unfolds a list that is counted within one line", () => {
    expect(texts("today: 1. call Jo 2. post the form")).toEqual([
      "today:",
      "call Jo",
      "post the form",
    ]);
    expect(texts("buy version 2. then 4. of it")).toHaveLength(1);
  });

  test("leaves out the headings between the parts of a list", () => {
    expect(texts("# Home\n- mow\n# Work\n- deck")).toEqual(["Home:", "mow", "deck"]);
    expect(texts("# Home")).toEqual(["# Home"]);
  });
});
