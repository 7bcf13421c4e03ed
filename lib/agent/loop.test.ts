import { describe, expect, it } from "vitest";
import { finish, ScriptedModel } from "@/test/scripted-model";
import type { ToolRun } from "@/lib/tools/run-tool";
import { TASK_TOOLS } from "@/lib/tools/task-tools";
import type { LoopEvent } from "./events";
import { type LoopEnd, type LoopRequest, MAX_CALLS, MAX_ROUNDS, runLoop } from "./loop";

const ran = (tool: string): ToolRun => ({
  tool,
  arguments: {},
  status: "completed",
  result: { ran: tool },
  changes: [],
});

const play = async (
  model: ScriptedModel,
  overrides: Partial<LoopRequest> = {},
): Promise<{ events: LoopEvent[]; end: LoopEnd["reason"]; ran: string[]; text: string }> => {
  const calls: string[] = [];
  const events: LoopEvent[] = [];
  const { reason: end } = await runLoop({
    model,
    tools: TASK_TOOLS,
    system: "rules",
    messages: [{ role: "user", content: "hello" }],
    now: new Date(),
    timeZone: "UTC",
    runCall: async (call) => {
      const name = typeof call.tool === "string" ? call.tool : call.tool.name;
      calls.push(name);
      return ran(name);
    },
    holdBack: () => Promise.resolve([]),
    emit: (event) => void events.push(event),
    onUsage: () => undefined,
    signal: new AbortController().signal,
    ...overrides,
  });
  const text = events.map((event) => (event.type === "text.delta" ? event.text : "")).join("");
  return { events, end, ran: calls, text };
};

const ADD = { name: "add_task", arguments: { title: "Buy milk" } };

describe("runLoop", () => {
  it("passes words on and ends when the model has said all", async () => {
    const { events, end } = await play(new ScriptedModel({ text: "Hello." }));
    expect(end).toBe("completed");
    expect(events).toEqual([{ type: "text.delta", text: "Hello." }]);
  });

  it("runs the calls of a round in order and shows the model every result", async () => {
    const model = new ScriptedModel(
      { text: "One moment. ", calls: [ADD, { name: "list_tasks", arguments: {} }] },
      { text: "Done." },
    );
    const { events, ran } = await play(model);
    expect(ran).toEqual(["add_task", "list_tasks"]);
    expect(events.map((event) => event.type)).toEqual([
      "text.delta",
      "tool.started",
      "tool.finished",
      "tool.started",
      "tool.finished",
      "text.delta",
    ]);
    expect(model.requests[1]?.messages).toEqual([
      { role: "user", content: "hello" },
      {
        role: "assistant",
        content: "One moment. ",
        toolCalls: [
          { id: "call_1_0", name: "add_task", arguments: '{"title":"Buy milk"}' },
          { id: "call_1_1", name: "list_tasks", arguments: "{}" },
        ],
      },
      { role: "tool", callId: "call_1_0", tool: "add_task", content: '{"ran":"add_task"}' },
      { role: "tool", callId: "call_1_1", tool: "list_tasks", content: '{"ran":"list_tasks"}' },
    ]);
  });

  it("gives every call an id of its own when the model repeats one or leaves it out", async () => {
    const same = { ...ADD, id: "a" };
    const { events } = await play(
      new ScriptedModel({ calls: [same, same, { ...ADD, id: "" }] }, { text: "Done." }),
    );
    const ids = events.flatMap((event) => (event.type === "tool.started" ? [event.call_id] : []));
    expect(new Set(ids).size).toBe(3);
  });

  it.each([
    ["length", "length"],
    ["content_filter", "refused"],
  ] as const)("runs no call of a round that ended by %s, and says so", async (reason, expected) => {
    const { end, ran, text } = await play(
      new ScriptedModel({ text: "Well", calls: [ADD], reason }),
    );
    expect(end).toBe(expected);
    expect(ran).toEqual([]);
    expect(text).toMatch(/^Well\n\n\S/);
  });

  it("stops a model that never stops, after its rounds", async () => {
    const model = new ScriptedModel({ calls: [ADD] });
    const { end, ran, text } = await play(model);
    expect(end).toBe("round_cap");
    expect(model.requests).toHaveLength(MAX_ROUNDS);
    expect(ran).toHaveLength(MAX_ROUNDS);
    expect(text).toContain("I stopped here");
  });

  it("runs no more calls than its cap", async () => {
    const model = new ScriptedModel({ calls: Array.from({ length: 500 }, () => ADD) });
    const { end, ran, text } = await play(model);
    expect(end).toBe("call_cap");
    expect(ran).toHaveLength(MAX_CALLS);
    expect(text).toContain("I stopped here");
  });

  it("takes an answer without a word for a failure", async () => {
    await expect(play(new ScriptedModel({ text: "  \n" }))).rejects.toMatchObject({
      name: "ModelError",
      kind: "incomplete",
    });
  });

  it("adds up nothing itself, but tells what each round used", async () => {
    const used: number[] = [];
    await play(new ScriptedModel({ calls: [ADD] }, { text: "Done." }), {
      onUsage: (usage) => used.push(usage.promptTokens),
    });
    expect(used).toEqual([10, 10]);
  });

  it("stops between two calls when it is aborted, with the signal's reason", async () => {
    const abort = new AbortController();
    const reason = new Error("enough");
    const ranBefore: string[] = [];
    const playing = play(new ScriptedModel({ calls: [ADD, ADD, ADD] }), {
      signal: abort.signal,
      runCall: async () => {
        ranBefore.push("add_task");
        if (ranBefore.length === 2) abort.abort(reason);
        return ran("add_task");
      },
    });
    await expect(playing).rejects.toBe(reason);
    expect(ranBefore).toHaveLength(2);
  });

  it("hands the tools over as JSON Schema", async () => {
    const model = new ScriptedModel(async function* () {
      yield { type: "text", text: "Hello." };
      yield finish();
    });
    await play(model);
    expect(model.requests[0]?.tools.map((tool) => tool.name)).toEqual(
      TASK_TOOLS.map((tool) => tool.name),
    );
    expect(model.requests[0]?.tools[0]?.parameters).toMatchObject({ type: "object" });
  });
});
