import { expect, test } from "vitest";
import { plainer } from "./plain";

test.each([
  ["Move everything that is due today to tomorrow", "Move everything due today to tomorrow"],
  ["delete all tasks that don't have a due date", "delete all tasks undated"],
  ["delete everything with a due date", "delete everything with a due date"],
  ["delete what's done", "delete everything done"],
  ["mark everything that is high priority as done", "mark everything high priority as done"],
  ["Set the invoice's priority to high", "Set the priority of the invoice to high"],
  ["The dentist's now on Friday", "The dentist is now on Friday"],
  ["buy dad's high chair", "buy dad's high chair"],
  ["Remove the time from the vet visit but keep the date", "Remove the time from the vet visit"],
  ["delete everything but keep the dentist", "delete everything except the dentist"],
  ["keep the dentist and delete everything else", "delete everything except the dentist"],
  ["not tomorrow but the day after, water the plants", "the day after tomorrow, water the plants"],
  ["I need to get the piano tuned, can you write that down?", "I need to get the piano tuned"],
  ["could the rent be high priority?", "the rent should be high priority"],
  ["can you be quick?", "can you be quick?"],
  ['rename "what\'s done" to "what is due"', 'rename "what\'s done" to "what is due"'],
])("%s", (line, plain) => {
  expect(plainer(line)).toBe(plain);
});
