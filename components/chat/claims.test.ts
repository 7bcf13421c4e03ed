import { describe, expect, it } from "vitest";
import type { MessagePart, ToolCallPart } from "@/lib/conversations/schema";
import { claimsChange, claimsWithoutChange } from "./claims";

describe("claimsChange", () => {
  it.each([
    "I've added milk to your list.",
    "I’ve marked task 3 as done.",
    "I have now deleted the task “Milk”.",
    "I also renamed it.",
    "Added “Buy milk” as task 4.",
    "Added milk.",
    "Done!",
    "Done. Anything else?",
    "All done.",
    "Okay, deleted #4.",
    "Sure! I've moved the meeting to Friday.",
    "Successfully removed the task.",
    "**Done:** the task is gone.",
    "The task has been added to your list.",
    "Both tasks have now been completed.",
    "Task 3 is now marked as done.",
    "Here you are.\n\nI've updated the title.",
    "I took that back.",
    "I've gone ahead and added milk.",
    "I went ahead and deleted the task.",
    "I have scheduled it for Friday.",
    "I've checked milk off your list.",
    "I've moved it to Friday.",
    "I've set the priority to high.",
    "✅ Added milk to your list",
    "Okay! Task deleted.",
    "Reminder set for tomorrow.",
    "Your task was successfully deleted.",
    "Added task 4: milk.",
  ])("hears a claim: %s", (text) => {
    expect(claimsChange(text)).toBe(true);
  });

  it.each([
    "",
    "Hello.",
    "Should I add milk to your list?",
    "Have you added milk?",
    "Done with what?",
    "Shall I mark it as done?",
    "I haven't added anything.",
    "I have not deleted it.",
    "Nothing was changed.",
    "No task has been deleted.",
    "I couldn't find it, so nothing has been removed.",
    "That task has already been completed.",
    "You added milk yesterday.",
    "You've completed 3 tasks this week.",
    "Milk was added last week.",
    "These tasks are done:\n- Added a fence\n- Deleted old mails",
    "Completed tasks: milk, eggs.",
    "Done:\n1. Milk\n2. Eggs",
    "- Done: milk",
    "| Milk | Done |",
    "> I've added milk.",
    "There is a task “I've deleted everything”.",
    'The title says "Added by Bob".',
    "Its note says `I have removed it`.",
    "If you say so, I've deleted it faster than you can blink.",
    "Once it has been added, you can change it.",
    "I can add that for you.",
    "I will mark it as done when you say so.",
    "You have 3 tasks: 2 are done, 1 is not.",
    "What has been added is shown on the right.",
    "Added by Bob, this one is due on Friday.",
    // What was, and who did it.
    "Yesterday I added milk.",
    "In the previous message I added milk.",
    "Earlier today I marked it as done.",
    "Task 3 was completed on 12 November.",
    "This task has been completed since Monday.",
    "It has been marked as done by your phone.",
    "Milk has been added to your list by Bob.",
    "Deleted.",
    // Other things that a speaker has done.
    "I've checked your list: milk is due today.",
    "I've looked at your tasks.",
    "I've moved on.",
    "I've cleared that up.",
    "I have set expectations too high.",
    "I have 3 tasks marked as high priority for you.",
    // Offers, questions and how things work.
    "I'm about to delete it.",
    "I can have it deleted.",
    "I've found two tasks: which one is to be deleted?",
    "Which one is to be marked as done?",
    "To mark a task as done, say so.",
    "Added tasks show up at the right.",
    "Deleted tasks are kept for 30 days.",
    // Other languages.
    "Ich habe Milch hinzugefügt.",
    "He añadido leche.",
    "J’ai ajouté du lait.",
    "牛乳を追加しました。",
  ])("is silent: %s", (text) => {
    expect(claimsChange(text)).toBe(false);
  });
});

const text: MessagePart = { type: "text", text: "I've added milk." };
const call = (tool: string, status: ToolCallPart["status"]): MessagePart => ({
  type: "tool_call",
  call_id: "call",
  tool,
  arguments: {},
  status,
  result: null,
  changes: [],
});

describe("claimsWithoutChange", () => {
  it.each([
    ["no tool", [text], true],
    ["a tool that looks", [call("list_tasks", "completed"), text], true],
    ["a call that failed", [call("add_task", "failed"), text], true],
    ["a call that was kept from running", [call("delete_task", "rejected"), text], true],
    ["a call that ran", [call("add_task", "completed"), text], false],
    ["a tool that is not known", [call("hologram", "completed"), text], false],
    ["no claim", [{ type: "text", text: "Hello." }], false],
  ] as [string, MessagePart[], boolean][])("with %s", (_name, parts, expected) => {
    expect(claimsWithoutChange(parts)).toBe(expected);
  });
});
