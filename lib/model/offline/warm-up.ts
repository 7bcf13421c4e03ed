/**
 * Reads everyday sentences once, so that the first people of a new process don't wait for its compiler: a turn costs
 * several times as much before its expressions and functions are compiled. Called at boot and before an evaluation.
 */
import { setTimeout as pause } from "node:timers/promises";
import type { ModelMessage, ModelToolCall } from "../model";
import { WARM_UP, WARM_UP_TASKS } from "./english/warm-up";
import { offlineModel } from "./offline";

const TOOLS = ["add_task", "list_tasks", "complete_task", "update_task", "delete_task", "undo"].map(
  (name) => ({ name, description: "", parameters: {} }),
);

/** More rounds than any of the sentences takes. */
const MOST_ROUNDS = 5;

/** What tools would answer; nothing is changed, and nobody sees it. */
const resultOf = ({ name, arguments: args }: ModelToolCall): unknown => {
  const tasks = WARM_UP_TASKS.map((title, index) => ({
    task_id: index + 1,
    title,
    status: "pending",
    priority: "none",
  }));
  if (name === "list_tasks") return { tasks, more: 0 };
  if (name === "undo") return { status: "undone", tasks: [{ ...tasks[0], now: "as before" }] };
  const { task_id = tasks.length + 1, title } = JSON.parse(args) as {
    task_id?: number;
    title?: string;
  };
  return {
    task_id,
    title: title ?? tasks[task_id - 1]?.title,
    status: name,
    priority: "none",
    changed: ["due"],
  };
};

/** What was asked for and answered, for the tests. */
export type WarmUp = { calls: string[]; answers: string[] };

const converse = async (said: readonly string[], heard: WarmUp): Promise<void> => {
  const at = { now: new Date(), timeZone: "UTC" };
  const { signal } = new AbortController();
  const messages: ModelMessage[] = [];
  for (const content of said) {
    messages.push({ role: "user", content });
    for (let round = 0; round < MOST_ROUNDS; round++) {
      const toolCalls: ModelToolCall[] = [];
      let text = "";
      await offlineModel.respond({ system: "", messages, tools: TOOLS, ...at }, signal, (event) => {
        if (event.type === "tool_call") toolCalls.push(event.call);
        if (event.type === "text") text += event.text;
      });
      messages.push({ role: "assistant", content: text, toolCalls });
      for (const call of toolCalls) {
        const result = JSON.stringify(resultOf(call));
        messages.push({ role: "tool", callId: call.id, tool: call.name, content: result });
        heard.calls.push(call.name);
      }
      if (toolCalls.length === 0) {
        heard.answers.push(text);
        break;
      }
      // Somebody may be waiting for an answer already.
      await pause(1);
    }
  }
};

/** Takes about a second of processor time in all, in steps of some milliseconds. */
export const warmUp = async (): Promise<WarmUp> => {
  const heard: WarmUp = { calls: [], answers: [] };
  for (const said of WARM_UP) await converse(said, heard);
  return heard;
};
