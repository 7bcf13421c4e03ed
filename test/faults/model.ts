/**
 * A model for the fault suite: it talks slowly enough to be interrupted anywhere, and asks for exactly the calls that
 * a message names and that have no result yet, as a careful model does after a turn was tried again. Loopback only.
 *
 *     add 7    adds "Task 7"              pair 7   adds "Task 7 a" and "Task 7 b" in one round
 *     drop 7   deletes that pair          talk 7   only talks, for about a second
 */
import type { ServerResponse } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import { z } from "zod";
import { chunk, type RawServer, sendFrames, startRawServer } from "@/test/raw-server";

const CHUNK_PAUSE_MS = 8;
const TALK_CHUNKS = 120;

const request = z.object({
  messages: z.array(
    z.object({
      role: z.string(),
      content: z.string().nullish(),
      tool_call_id: z.string().optional(),
      tool_calls: z
        .array(
          z.object({
            id: z.string(),
            function: z.object({ name: z.string(), arguments: z.string() }),
          }),
        )
        .optional(),
    }),
  ),
});
type Message = z.infer<typeof request>["messages"][number];

type Call = { name: string; args: Record<string, string> };

const wantedCalls = (said: string): Call[] => {
  const [kind, number = ""] = said.split(" ");
  const pair = [`Task ${number} a`, `Task ${number} b`];
  switch (kind) {
    case "add":
      return [{ name: "add_task", args: { title: `Task ${number}` } }];
    case "pair":
      return pair.map((title) => ({ name: "add_task", args: { title } }));
    case "drop":
      return pair.map((title) => ({ name: "delete_task", args: { task_title: title } }));
    default:
      return [];
  }
};

/** Whether the messages since the person spoke hold this call and its result. */
const isAnswered = (since: Message[], { args }: Call): boolean => {
  const [title = ""] = Object.values(args);
  const asked = since
    .flatMap((message) => message.tool_calls ?? [])
    .find((call) => Object.values(JSON.parse(call.function.arguments) as object).includes(title));
  return asked !== undefined && since.some((message) => message.tool_call_id === asked.id);
};

const answer = async (response: ServerResponse, body: string): Promise<void> => {
  const { messages } = request.parse(JSON.parse(body));
  const spoken = messages.findLastIndex(({ role }) => role === "user");
  const said = messages[spoken]?.content ?? "";
  const missing = wantedCalls(said).filter((call) => !isAnswered(messages.slice(spoken + 1), call));
  const say = async (text: string, times: number) => {
    for (let count = 0; count < times && !response.destroyed; count += 1) {
      sendFrames(response, chunk({ content: text }));
      await pause(CHUNK_PAUSE_MS);
    }
  };
  await say("So. ", said.startsWith("talk") ? TALK_CHUNKS : 10);
  for (const [index, { name, args }] of missing.entries()) {
    const call = { index, id: `call_${crypto.randomUUID()}`, type: "function" };
    const text = JSON.stringify(args);
    const half = Math.ceil(text.length / 2);
    const begun = { ...call, function: { name, arguments: text.slice(0, half) } };
    sendFrames(response, chunk({ tool_calls: [begun] }));
    await pause(CHUNK_PAUSE_MS);
    const rest = { index, function: { arguments: text.slice(half) } };
    sendFrames(response, chunk({ tool_calls: [rest] }));
  }
  sendFrames(response, chunk({}, missing.length > 0 ? "tool_calls" : "stop"), "[DONE]");
  response.end();
};

export const startFaultModel = async (): Promise<RawServer> => {
  const server: RawServer = await startRawServer((response, index) =>
    answer(response, server.requests[index]?.body ?? ""),
  );
  return server;
};
