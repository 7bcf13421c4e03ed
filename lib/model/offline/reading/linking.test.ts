import { describe, expect, test } from "vitest";
import { readMessage } from "./message";

const at = { now: new Date("2026-03-11T12:00:00Z"), timeZone: "UTC" };

describe("linked", () => {
  test.each([
    ["cancel the audible trial subscription next week, stick it on the list", 1],
    ["the upstairs tap needs a washer, add fix upstairs tap", 1],
    ["the gutters need clearing and the shed needs painting", 2],
  ])("%s", (message, count) => {
    const tasks = readMessage(message, at).flatMap((command) =>
      command.kind === "add" ? command.tasks : [],
    );
    expect(tasks).toHaveLength(count);
  });

  test.each([
    ["move the dentist to friday, high priority", { due: "friday", priority: "high" }],
    ["the contract isn't that urgent, so set it to medium priority", { priority: "medium" }],
  ])("what is said of one change together: %s", (message, fields) => {
    expect(readMessage(message, at)).toMatchObject([{ kind: "change", fields }]);
  });

  test("a priority said of it belongs to the one thing that is added", () => {
    expect(readMessage("call the bank tomorrow, it's super important", at)).toEqual([
      { kind: "add", tasks: [{ title: "Call the bank", due: "tomorrow", priority: "high" }] },
    ]);
  });
});
