import { describe, expect, it } from "vitest";
import { spokenReply } from "./announcer";
import type { ShownMessage } from "./chat-state";

const message = (fields: Partial<ShownMessage>): ShownMessage => ({
  id: "m1",
  role: "assistant",
  content: "",
  created_at: "2026-11-20T09:30:00.000Z",
  turn_id: "t1",
  status: "completed",
  parts: [],
  ...fields,
});

const looked = {
  type: "tool_call",
  call_id: "c1",
  tool: "list_tasks",
  arguments: {},
  status: "completed",
  result: {},
  changes: [],
} as const;

const notDeleted = {
  type: "tool_call",
  call_id: "c2",
  tool: "delete_task",
  arguments: { task_title: "milk" },
  status: "failed",
  result: { error: "not_found" },
  changes: [],
} as const;

describe("spokenReply", () => {
  it("says what was done, then what was said, and not that it looked", () => {
    expect(
      spokenReply(
        message({
          parts: [
            { ...looked, changes: [] },
            { ...notDeleted, changes: [] },
            { type: "text", text: "Nothing fits." },
          ],
        }),
      ),
    ).toBe("Not deleted, milk, there is no such task. Nothing fits.");
  });

  it("says how a turn ended that did not end well", () => {
    expect(
      spokenReply(message({ status: "cancelled", parts: [{ type: "text", text: "Well," }] })),
    ).toBe("Well, Stopped.");
    expect(spokenReply(message({ status: "failed" }))).toBe("The answer failed.");
    const error = {
      type: "about:blank",
      title: "Service Unavailable",
      status: 503,
      detail: "The model is out of credit.",
      code: "model_unavailable",
    };
    expect(spokenReply(message({ status: "failed", error }))).toBe("The model is out of credit.");
  });
});
