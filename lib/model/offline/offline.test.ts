import { expect, test } from "vitest";
import type { ModelEvent, ModelMessage, ModelToolCall } from "../model";
import { offlineModel } from "./offline";

/** Friday 20 November 2026, 11:00 in Berlin. */
const AT = { now: new Date("2026-11-20T10:00:00Z"), timeZone: "Europe/Berlin" };
const TOOLS = ["add_task", "list_tasks", "complete_task", "update_task", "delete_task"].map(
  (name) => ({ name, description: "", parameters: {} }),
);

const eventsOf = async (messages: ModelMessage[]): Promise<ModelEvent[]> => {
  const events: ModelEvent[] = [];
  const request = { system: "", messages, tools: TOOLS, ...AT };
  const { signal } = new AbortController();
  await offlineModel.respond(request, signal, (event) => void events.push(event));
  return events;
};

const callsIn = (events: ModelEvent[]): [string, unknown][] =>
  events.flatMap((event) =>
    event.type === "tool_call"
      ? [[event.call.name, JSON.parse(event.call.arguments) as unknown]]
      : [],
  );

const textIn = (events: ModelEvent[]): string =>
  events.map((event) => (event.type === "text" ? event.text : "")).join("");

const user = (content: string): ModelMessage => ({ role: "user", content });

const round = (calls: [name: string, result: unknown][], text = ""): ModelMessage[] => [
  {
    role: "assistant",
    content: text,
    toolCalls: calls.map(([name], index): ModelToolCall => ({
      id: `${name}${index}`,
      name,
      arguments: "{}",
    })),
  },
  ...calls.map(([name, result], index): ModelMessage => ({
    role: "tool",
    callId: `${name}${index}`,
    tool: name,
    content: JSON.stringify(result),
  })),
];

const listed = (...titles: string[]) => ({
  tasks: titles.map((title, index) => ({ task_id: index + 1, title, status: "pending" })),
  count: titles.length,
  more: 0,
});

test.each<[message: string, ...calls: [string, unknown][]]>([
  ["Add a task to buy groceries", ["add_task", { title: "Buy groceries" }]],
  ["I need to remember to pay bills", ["add_task", { title: "Pay bills" }]],
  [
    "remind me to call the bank tomorrow",
    ["add_task", { title: "Call the bank", due: "tomorrow" }],
  ],
  [
    "add urgent: call the bank back",
    ["add_task", { title: "Call the bank back", priority: "high" }],
  ],
  ["Show me all my tasks", ["list_tasks", { status: "all" }]],
  ["What's pending?", ["list_tasks", { status: "pending" }]],
  ["Mark task 3 as complete", ["complete_task", { task_id: 3 }]],
  ["Delete the meeting task", ["list_tasks", { status: "all" }]],
  [
    "Change task 1 to 'Call mom tonight'",
    ["update_task", { task_id: 1, title: "Call mom tonight" }],
  ],
  [
    "add stamps and mark 2 done",
    ["add_task", { title: "Stamps" }],
    ["complete_task", { task_id: 2 }],
  ],
])("%s", async (message, ...calls) => {
  const events = await eventsOf([user(message)]);
  expect(callsIn(events)).toEqual(calls);
  expect(events.at(-1)).toMatchObject({ type: "finish", reason: "tool_calls" });
});

test("finds a task before it deletes it, and says so when it is gone", async () => {
  const found = [
    user("delete the meeting task"),
    ...round([["list_tasks", listed("Buy milk", "Team meeting")]]),
  ];
  expect(callsIn(await eventsOf(found))).toEqual([["delete_task", { task_id: 2 }]]);
  const deleted = { task_id: 2, status: "deleted", title: "Team meeting" };
  const events = await eventsOf([...found, ...round([["delete_task", deleted]])]);
  expect(textIn(events)).toMatch(/(Deleted|Removed) #2 Team meeting\./);
  expect(events.at(-1)).toMatchObject({ type: "finish", reason: "stop" });
});

const TWO_MOMS = ["Call mom about the trip", "Call mom about her birthday"];
const AMBIGUOUS = {
  error: "ambiguous",
  message: "2 tasks fit “call mom”.",
  candidates: TWO_MOMS.map((title, index) => ({ task_id: index + 1, title, due_on: null })),
};

/** The turn that asks which of two tasks is meant. */
const asking = async (): Promise<ModelMessage[]> => {
  const listed2 = [
    user("complete the call mom task"),
    ...round([["list_tasks", listed(...TWO_MOMS)]]),
  ];
  // The tool's refusal is what the page makes buttons of.
  expect(callsIn(await eventsOf(listed2))).toEqual([["complete_task", { task_title: "call mom" }]]);
  const refused = [...listed2, ...round([["complete_task", AMBIGUOUS]])];
  const question = textIn(await eventsOf(refused));
  expect(question).toBe(
    "2 tasks fit “call mom”. Which one should I mark as done: #1 Call mom about the trip or #2 Call mom about her birthday?",
  );
  return [...refused, { role: "assistant", content: question, toolCalls: [] }];
};

test.each<[answer: string, ...numbers: number[]]>([
  ["the birthday one", 2],
  ["birthday", 2],
  ["#2", 2],
  ["2", 2],
  ["the second", 2],
  ["the first one please", 1],
  ["both", 1, 2],
  ["both of them", 1, 2],
])("asks which one when two tasks fit, and understands “%s”", async (answer, ...numbers) => {
  const asked = [...(await asking()), user(answer)];
  const found = callsIn(await eventsOf(asked));
  const calls =
    found[0]?.[0] === "list_tasks"
      ? callsIn(await eventsOf([...asked, ...round([["list_tasks", listed(...TWO_MOMS)]])]))
      : found;
  expect(calls).toEqual(numbers.map((task_id) => ["complete_task", { task_id }]));
});

test("claims nothing that a tool refused", async () => {
  const refused = { error: "not_found", message: "There is no task 9." };
  const events = await eventsOf([user("mark task 9 done"), ...round([["complete_task", refused]])]);
  expect(textIn(events)).toBe("There is no task 9. Nothing was changed.");
});

test("asks for all deletions in one round, where the policy can hold them", async () => {
  const list = {
    tasks: [1, 2, 3].map((task_id) => ({ task_id, title: `Buy ${task_id}`, status: "completed" })),
    count: 3,
    more: 0,
  };
  const asked = [user("delete all done tasks"), ...round([["list_tasks", list]])];
  const deletions = callsIn(await eventsOf(asked));
  expect(deletions).toEqual([1, 2, 3].map((task_id) => ["delete_task", { task_id }]));

  const rejected = { error: "rejected", message: "It was kept." };
  const results = deletions.map(([name]): [string, unknown] => [name, rejected]);
  const kept = textIn(await eventsOf([...asked, ...round(results)]));
  expect(kept).toMatch(/Nothing was deleted.*#1 Buy 1/);
});

test.each([
  "what's the weather like in Lahore tomorrow",
  "asdf qwer",
  "Ajoute du lait à ma liste",
  "…",
])("changes nothing and says so: %s", async (message) => {
  const events = await eventsOf([user(message)]);
  expect(callsIn(events)).toEqual([]);
  expect(textIn(events)).toMatch(/can't|not|don't|only/);
});

test("streams its words and stops when it is cancelled", async () => {
  const events = await eventsOf([user("help")]);
  expect(events.filter((event) => event.type === "text").length).toBeGreaterThan(20);
  const cancelled = AbortSignal.abort(new Error("cancelled"));
  const request = { system: "", messages: [user("help")], tools: TOOLS, ...AT };
  const heard: ModelEvent[] = [];
  const asked = offlineModel.respond(request, cancelled, (event) => void heard.push(event));
  await expect(asked).rejects.toThrow("cancelled");
  expect(heard).toEqual([]);
});

test("looks further when the list is too long to be shown whole", async () => {
  const long = { ...listed("Buy milk"), more: 20 };
  const asked = [user("delete the dentist task"), ...round([["list_tasks", long]])];
  expect(callsIn(await eventsOf(asked))).toEqual([
    ["list_tasks", { status: "all", query: "dentist" }],
  ]);
  const found = {
    tasks: [{ task_id: 77, title: "Dentist", status: "pending" }],
    count: 1,
    more: 0,
  };
  const events = await eventsOf([...asked, ...round([["list_tasks", found]])]);
  expect(callsIn(events)).toEqual([["delete_task", { task_id: 77 }]]);
  const byNumber = [user("delete task 60"), ...round([["list_tasks", long]])];
  expect(callsIn(await eventsOf(byNumber))).toEqual([["delete_task", { task_id: 60 }]]);
});

test.each(["yes", "go on", "ok, the rest please"])(
  "“%s” goes on with what was too much",
  async (word) => {
    const answer = "2 more are left. Shall I go on with “mark all tasks as done”?";
    const said = [user("mark all tasks as done"), ...round([], answer), user(word)];
    expect(callsIn(await eventsOf(said))).toEqual([["list_tasks", { status: "all" }]]);
    const listing = round([["list_tasks", listed("Buy milk", "Call mom")]]);
    expect(callsIn(await eventsOf([...said, ...listing]))).toEqual([
      ["complete_task", { task_id: 1 }],
      ["complete_task", { task_id: 2 }],
    ]);
  },
);

test("what was moved already is left alone, so that the same words go on with the rest", async () => {
  const tasks = Array.from({ length: 60 }, (_, index) => ({
    task_id: index + 1,
    title: `Buy ${index + 1}`,
    status: "pending",
    ...(index < 45 ? { due_on: "2031-03-05" } : {}),
  }));
  const said = [user("move everything to 2031-03-05")];
  const some = await eventsOf([
    ...said,
    ...round([["list_tasks", { tasks: tasks.map(({ due_on: _, ...task }) => task), more: 0 }]]),
  ]);
  expect(callsIn(some)).toHaveLength(45);
  const rest = await eventsOf([...said, ...round([["list_tasks", { tasks, more: 0 }]])]);
  const left = tasks.slice(45).map(({ task_id }) => expect.objectContaining({ task_id }));
  expect(callsIn(rest)).toEqual(left.map((args) => ["update_task", args]));
});

test("what was moved by a distance is not moved again", async () => {
  const moved = { task_id: 1, title: "Buy milk", changed: ["due_on"] };
  const { tasks } = listed("Buy milk", "Call mom", "Read");
  const dated = tasks.map((task) => (task.task_id < 3 ? { ...task, due_on: "2026-11-25" } : task));
  const answer = "1 more is left. Shall I go on with “push everything back a week”?";
  const said = [
    user("push everything back a week"),
    ...round([["update_task", moved]], answer),
    user("go on"),
    ...round([["list_tasks", { tasks: dated, more: 0 }]]),
  ];
  // The third has no date that could be moved.
  expect(callsIn(await eventsOf(said))).toMatchObject([["update_task", { task_id: 2 }]]);
});
