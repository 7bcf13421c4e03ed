import { expect, it } from "vitest";
import { typedDecision } from "./typed-decision";

it.each([
  "yes",
  "Yes please",
  "yes, do it",
  "ok do it",
  "yep!",
  "delete them all",
  "go ahead, thanks",
  " y ",
])("takes %j for a yes", (text) => {
  expect(typedDecision(text)).toBe("approve");
});

it.each(["no", "No thanks", "nope, keep them", "don’t delete them", "cancel", "keep it."])(
  "takes %j for a no",
  (text) => {
    expect(typedDecision(text)).toBe("reject");
  },
);

it.each([
  "",
  "yes but keep the dentist",
  "only the first",
  "no, the other ones",
  "delete the groceries",
  "okra",
  "add yes to the list",
  "what is pending?",
])("leaves %j to the assistant", (text) => {
  expect(typedDecision(text)).toBeNull();
});
