import { describe, expect, it } from "vitest";
import { listedTask } from "@/test/listed-task";
import { byCues } from "./by-cues";
import { namedIn } from "../doing/likeness";

const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };

describe("what the words of a clause hint at", () => {
  it.each([
    ["the lecture invitation can be struck, please remove it from the list", "delete", {}],
    ["I have duly returned the Chancery volumes", "complete", {}],
    ["ya terminé lab report so check that off", "complete", {}],
    ["have the goodness to take the date off the dinner jacket", "update", { due: null }],
    ["kindly remove the priority from the matter of the hedge", "update", { priority: "none" }],
    ["the cathedral visit on Thursday instead", "update", { due: "on Thursday" }],
  ])("%s", (text, change, fields) => {
    expect(byCues(text, AT)).toMatchObject({ change, fields });
  });

  it.each([
    "I have not returned the volumes",
    "strike the invitation if Anna comes",
    "have you returned the volumes?",
    "strike it from the list, I have done it",
    "the volumes are in the hall",
    "the volumes have to be returned by somebody",
  ])("nothing: %s", (text) => {
    expect(byCues(text, AT)).toBeNull();
  });
});

const TASKS = [
  listedTask(1, "Return the Chancery volumes"),
  listedTask(2, "Trim the box hedge"),
  listedTask(3, "Write to the neighbour about the hedge"),
];
const numbers = (text: string, deed = false) => {
  const { sure, alike } = namedIn(text, TASKS, deed);
  return { sure: sure.map(({ task_id }) => task_id), alike: alike.map(({ task_id }) => task_id) };
};

describe("the task that a clause names", () => {
  it("is the one of which it says the most", () => {
    expect(numbers("the box hedge was trimmed this morning")).toEqual({ sure: [2], alike: [2] });
  });

  it("is only perhaps one of which a single word is said", () => {
    expect(numbers("the hedge")).toEqual({ sure: [], alike: [2, 3] });
  });

  it("has its verb said, where a deed is told", () => {
    expect(numbers("I have bought the Chancery volumes", true)).toEqual({ sure: [], alike: [] });
    expect(numbers("I have returned the Chancery volumes", true).sure).toEqual([1]);
  });
});
