import { describe, expect, test } from "vitest";
import { listedTask } from "@/test/listed-task";
import { readReply } from "./replies";
import type { Question } from "../doing/run";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
const CANDIDATES = [listedTask(4, "Email Sam"), listedTask(9, "Email the landlord")];
const WHICH: Question = { kind: "which", change: "complete", fields: {}, candidates: CANDIDATES };
const CONFIRM: Question = {
  kind: "confirm",
  change: "delete",
  fields: {},
  tasks: CANDIDATES.slice(0, 1),
};

const chosen = (said: string, question: Question = WHICH) => {
  const reply = readReply(said, question, AT);
  const [command] = reply?.kind === "do" ? reply.commands : [];
  return command?.kind === "change" && command.target.kind === "numbers"
    ? command.target.numbers
    : (reply?.kind ?? null);
};

describe("which of them", () => {
  test.each([
    ["9", [9]],
    ["the first one", [4]],
    ["the landlord one", [9]],
    ["Sam", [4]],
    ["i mean sam", [4]],
    ["both", [4, 9]],
    ["neither", "dropped"],
    ["never mind", "dropped"],
  ])("%s", (said, expected) => {
    expect(chosen(said)).toEqual(expected);
  });

  test("a new request is none of the answers", () => {
    expect(readReply("add milk", WHICH, AT)?.kind).not.toBe("do");
  });
});

describe("yes or no", () => {
  test.each([
    ["yes", [4]],
    ["yep, do it", [4]],
    ["no", "dropped"],
    ["nope, leave it", "dropped"],
  ])("%s", (said, expected) => {
    expect(chosen(said, CONFIRM)).toEqual(expected);
  });
});
