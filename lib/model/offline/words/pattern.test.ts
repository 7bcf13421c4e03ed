import { expect, it, test } from "vitest";
import { CLASSES } from "../english/classes";
import { RULES } from "../english/grammar";
import { SEQUENCES } from "../english/sequences";
import { compile, match } from "./pattern";
import { textOf, tokenise } from "./tokens";

const classes = { delete: ["delete", "get rid of"], into: ["to", "to say"] };

const slotsOf = (pattern: string, text: string): Record<string, string> | undefined => {
  const slots = match(compile(pattern, classes), tokenise(text));
  return (
    slots &&
    Object.fromEntries(
      Object.entries(slots).map(([name, span]) => [name, span ? textOf(span) : ""]),
    )
  );
};

test.each<[pattern: string, text: string, slots: Record<string, string> | undefined]>([
  ["<delete> {target}", "Delete the gym task", { target: "the gym task" }],
  ["<delete> {target}", "get rid of the gym.", { target: "the gym" }],
  ["<delete> {target}", "please delete it", undefined],
  [
    "rename {target} <into> {title+}",
    "rename 1 to Walk to work",
    { target: "1", title: "Walk to work" },
  ],
  ["change {target} <into>|: {title}", "change 1: Walk", { target: "1", title: "Walk" }],
  ["put {target} back again?", "put it back", { target: "it" }],
  ["very* good", "very very good", {}],
  ["very+ good", "good", undefined],
])("%s: %s", (pattern, text, slots) => {
  expect(slotsOf(pattern, text)).toEqual(slots);
});

it("refuses a class that the language does not have", () => {
  expect(() => compile("<nothing>", classes)).toThrow("<nothing>");
});

it("compiles the whole grammar", () => {
  const patterns = RULES.flatMap((rule) => rule.patterns);
  expect(
    patterns.map((pattern) => compile(pattern, CLASSES, SEQUENCES).elements.length),
  ).not.toContain(0);
});
