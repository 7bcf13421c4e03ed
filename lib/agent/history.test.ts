import { describe, expect, it } from "vitest";
import type { HistoryMessage } from "@/lib/conversations/turns";
import { historyWindow } from "./history";

const user = (content: string): HistoryMessage => ({
  role: "user",
  content,
  parts: [{ type: "text", text: content }],
});

const call = (id: string) => ({
  type: "tool_call" as const,
  call_id: id,
  tool: "add_task",
  arguments: { title: "Buy milk" },
  status: "completed" as const,
  result: { task_id: 1 },
  changes: [],
});

const assistant = (...parts: HistoryMessage["parts"]): HistoryMessage => ({
  role: "assistant",
  content: "",
  parts,
});

describe("historyWindow", () => {
  it("turns stored messages, newest first, into a model's, oldest first, each call with its result", () => {
    const window = historyWindow([
      assistant({ type: "text", text: "Adding. " }, call("a"), call("b"), {
        type: "text",
        text: "Added.",
      }),
      user("add milk"),
    ]);
    expect(window).toEqual([
      { role: "user", content: "add milk" },
      {
        role: "assistant",
        content: "Adding. ",
        toolCalls: [
          { id: "a", name: "add_task", arguments: '{"title":"Buy milk"}' },
          { id: "b", name: "add_task", arguments: '{"title":"Buy milk"}' },
        ],
      },
      { role: "tool", callId: "a", tool: "add_task", content: '{"task_id":1}' },
      { role: "tool", callId: "b", tool: "add_task", content: '{"task_id":1}' },
      { role: "assistant", content: "Added.", toolCalls: [] },
    ]);
  });

  it("keeps the latest that fit, whole, and begins with something the person said", () => {
    const long = "x".repeat(400);
    const messages = Array.from({ length: 50 }, (_, index) =>
      index % 2 === 0 ? assistant(call(String(index)), { type: "text", text: long }) : user(long),
    );
    const window = historyWindow(messages, 1000);
    expect(window.length).toBeGreaterThan(2);
    expect(JSON.stringify(window).length).toBeLessThan(4100);
    expect(window[0]?.role).toBe("user");
    const asked = window.flatMap((message) =>
      message.role === "assistant" ? message.toolCalls.map(({ id }) => id) : [],
    );
    const answered = window.flatMap((message) => (message.role === "tool" ? [message.callId] : []));
    expect(answered).toEqual(asked);
  });

  it("is empty when nothing fits, and passes over a message that never got a word", () => {
    expect(historyWindow([user("x".repeat(5000))], 100)).toEqual([]);
    expect(historyWindow([assistant(), user("hello")])).toEqual([
      { role: "user", content: "hello" },
    ]);
  });
});
