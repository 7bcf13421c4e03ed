import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { message, type Answer } from "@/lib/conversations/schema";
import type { Change } from "@/lib/tasks/schema";
import type { TurnEvent } from "./events";
import { answerOf, applyEvent, contentOf, EMPTY_TRANSCRIPT, type Transcript } from "./transcript";
import { sampleTask } from "@/test/sample-task";

const TURN = "019a0000-0000-7000-8000-000000000001";
const CONVERSATION = "019a0000-0000-7000-8000-000000000002";
const USER_MESSAGE = "019a0000-0000-7000-8000-000000000003";
const MESSAGE = "019a0000-0000-7000-8000-000000000004";
const NOW = "2026-11-20T09:30:00.000Z";

const started: TurnEvent = {
  type: "turn.started",
  turn_id: TURN,
  conversation_id: CONVERSATION,
  user_message_id: USER_MESSAGE,
  message_id: MESSAGE,
};

const milk = sampleTask();

const created: Change = {
  id: "019a0000-0000-7000-8000-000000000005",
  task_id: 4,
  kind: "created",
  before: null,
  after: milk,
  actor: { kind: "agent", name: "Offline assistant" },
  turn_id: TURN,
  undoes: null,
  undone: false,
  created_at: NOW,
};

const callStarted = (call_id: string, title = "Buy milk"): TurnEvent => ({
  type: "tool.started",
  call_id,
  tool: "add_task",
  arguments: { title },
});

const callFinished = (call_id: string): TurnEvent => ({
  type: "tool.finished",
  call_id,
  tool: "add_task",
  status: "completed",
  result: { task_id: 4, status: "created", title: "Buy milk" },
  changes: [created],
});

const text = (value: string): TurnEvent => ({ type: "text.delta", text: value });

const finalAnswer: Answer = {
  response: "",
  conversation_id: CONVERSATION,
  message_id: MESSAGE,
  turn_id: TURN,
  status: "completed",
  actions_taken: [],
  tool_calls: [],
};

const fold = (...events: TurnEvent[]): Transcript => events.reduce(applyEvent, EMPTY_TRANSCRIPT);

describe("applyEvent", () => {
  it("takes the ids from turn.started", () => {
    expect(fold(started)).toMatchObject({
      turnId: TURN,
      conversationId: CONVERSATION,
      userMessageId: USER_MESSAGE,
      messageId: MESSAGE,
      status: "running",
      parts: [],
    });
  });

  it("joins text around calls, in order", () => {
    const { parts } = fold(
      started,
      text("One "),
      text("moment."),
      callStarted("a"),
      callFinished("a"),
      text("Added "),
      text("it."),
    );
    expect(parts.map((part) => (part.type === "text" ? part.text : part.call_id))).toEqual([
      "One moment.",
      "a",
      "Added it.",
    ]);
  });

  it("finishes the call that is named, and no other", () => {
    const { parts } = fold(started, callStarted("a", "Eggs"), callStarted("b"), callFinished("b"));
    expect(parts).toMatchObject([
      { call_id: "a", status: "running", changes: [], result: null },
      { call_id: "b", status: "completed", changes: [created] },
    ]);
  });

  it("keeps a finished call as it was when its id comes again", () => {
    const once = fold(started, callStarted("a"), callFinished("a"));
    const twice = applyEvent(once, {
      type: "tool.finished",
      call_id: "a",
      tool: "add_task",
      status: "failed",
      result: { error: "failed", message: "No." },
      changes: [],
    });
    expect(twice.parts).toEqual(once.parts);
  });

  it("ignores the end of a call that never began", () => {
    expect(fold(started, callFinished("ghost")).parts).toEqual([]);
  });

  it.each<[Transcript["status"], TurnEvent]>([
    ["completed", { type: "turn.completed", ...finalAnswer }],
    ["cancelled", { type: "turn.cancelled", ...finalAnswer, status: "cancelled" }],
    [
      "failed",
      {
        type: "turn.failed",
        error: {
          type: "about:blank",
          title: "Service Unavailable",
          status: 503,
          detail: "The model is out of credit.",
          code: "model_unavailable",
        },
        retryable: true,
      },
    ],
  ])("ends as %s, keeps what was said, and seals a call left running", (status, end) => {
    const ended = fold(started, text("Well,"), callStarted("a"), end);
    expect(ended.status).toBe(status);
    expect(ended.parts).toMatchObject([
      { type: "text", text: "Well," },
      { call_id: "a", status: "failed", result: { error: "failed" }, changes: [] },
    ]);
    expect(ended.error?.detail ?? null).toBe(
      status === "failed" ? "The model is out of credit." : null,
    );
  });

  it("keeps the title for the list", () => {
    const titled = fold(started, {
      type: "conversation.titled",
      conversation_id: CONVERSATION,
      title: "Groceries",
    });
    expect(titled.title).toBe("Groceries");
  });

  it("never changes the transcript that it was given", () => {
    const events = [started, text("a"), text("b"), callStarted("c"), callFinished("c"), text("d")];
    let transcript = EMPTY_TRANSCRIPT;
    for (const event of events) {
      const before = structuredClone(transcript);
      const next = applyEvent(transcript, event);
      expect(transcript).toEqual(before);
      transcript = next;
    }
  });

  it("comes to the same text however the pieces were cut", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: "binary", minLength: 1 })), (pieces) => {
        const cut = fold(started, ...pieces.map(text));
        const whole = pieces.length === 0 ? fold(started) : fold(started, text(pieces.join("")));
        expect(cut).toEqual(whole);
      }),
    );
  });

  it("builds parts that the stored message's schema takes", () => {
    const { parts, messageId, status } = fold(
      started,
      text("Done."),
      callStarted("a"),
      callFinished("a"),
      { type: "turn.completed", ...finalAnswer },
    );
    const stored = {
      id: messageId,
      role: "assistant",
      content: contentOf(parts),
      created_at: NOW,
      turn_id: TURN,
      status,
      parts,
    };
    expect(message.parse(stored)).toEqual(stored);
  });
});

describe("contentOf", () => {
  it("joins the words around calls with a blank line, and leaves out empty ones", () => {
    const { parts } = fold(
      text(" Hello. "),
      callStarted("a"),
      text("\n"),
      callStarted("b"),
      text("Bye."),
    );
    expect(contentOf(parts)).toBe("Hello.\n\nBye.");
  });
});

describe("answerOf", () => {
  const ids = { conversationId: CONVERSATION, messageId: MESSAGE, turnId: TURN };

  it("tells both source documents' fields from the parts", () => {
    const { parts } = fold(
      callStarted("a"),
      callFinished("a"),
      text('Added "Buy milk" as task 4.'),
    );
    expect(answerOf(ids, "completed", parts)).toEqual({
      response: 'Added "Buy milk" as task 4.',
      conversation_id: CONVERSATION,
      message_id: MESSAGE,
      turn_id: TURN,
      status: "completed",
      actions_taken: [{ tool: "add_task", result: "completed", task_id: "4" }],
      tool_calls: [{ tool: "add_task", arguments: { title: "Buy milk" } }],
    });
  });

  it.each([null, "4", 4, { task_id: "4" }, { task_id: 4.5 }, { id: 4 }])(
    "names no task for the result %j",
    (result) => {
      const { parts } = fold(callStarted("a"), {
        type: "tool.finished",
        call_id: "a",
        tool: "add_task",
        status: "completed",
        result,
        changes: [],
      });
      expect(answerOf(ids, "completed", parts).actions_taken[0]?.task_id).toBeNull();
    },
  );

  it("counts a call that never finished as failed", () => {
    const { parts } = fold(callStarted("a"));
    expect(answerOf(ids, "cancelled", parts).actions_taken).toEqual([
      { tool: "add_task", result: "failed", task_id: null },
    ]);
  });
});
