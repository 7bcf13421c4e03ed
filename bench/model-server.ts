/**
 * The mock model of the bench: Chat Completions over loopback, as lean as Node allows, in a process of its own. The
 * message says how it answers (`plan.ts`). Started by `lab.ts`:
 *
 *     node --import tsx bench/model-server.ts PORT
 *
 * `GET /last` tells the size of the latest request in bytes.
 */
import { createServer, type ServerResponse } from "node:http";
import { chunkText, type Plan, planIn } from "./plan";

const frame = (choice: object, more: object = {}): string => {
  const chunk = {
    id: "chatcmpl-bench",
    object: "chat.completion.chunk",
    created: 1_767_225_600,
    model: "bench",
    choices: [{ index: 0, logprobs: null, ...choice }],
    ...more,
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
};

const ROLE = frame({ delta: { role: "assistant", content: "" }, finish_reason: null });

const textFrame = (index: number): string =>
  frame({ delta: { content: chunkText(index) }, finish_reason: null });

const endFrames = ({ chunks }: Plan): string => {
  const usage = { prompt_tokens: 100, completion_tokens: chunks, total_tokens: 100 + chunks };
  const last = frame({ delta: {}, finish_reason: "stop" });
  return `${last}${frame({ delta: {} }, { choices: [], usage })}data: [DONE]\n\n`;
};

/** Chunk `i` is due `i * everyMs` after the first one, so that a late timer does not slow the rest down. */
const play = (response: ServerResponse, plan: Plan, begun: number): void => {
  const dueAt = (index: number) => begun + plan.delayMs + index * plan.everyMs;
  let next = 0;
  let timer: NodeJS.Timeout;
  const begin = () => {
    response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
    response.write(ROLE);
  };
  const send = () => {
    // A timer may be a little early: then nothing is due yet.
    const now = performance.now();
    while (next < plan.chunks && dueAt(next) <= now) {
      if (next === 0) begin();
      response.write(textFrame(next));
      next += 1;
    }
    if (next < plan.chunks) wait();
    else response.end(endFrames(plan));
  };
  const wait = () => {
    timer = setTimeout(send, Math.ceil(dueAt(next) - performance.now()));
  };
  response.once("close", () => clearTimeout(timer));
  wait();
};

let lastBytes = 0;

const server = createServer((request, response) => {
  const begun = performance.now();
  if (request.method === "GET") {
    response.end(JSON.stringify({ bytes: lastBytes }));
    return;
  }
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    const body = Buffer.concat(parts);
    lastBytes = body.byteLength;
    const plan = planIn(body.toString("utf8"));
    if (plan) play(response, plan, begun);
    else response.writeHead(400).end("There is no plan in this request.");
  });
});
// A connection that the app keeps must not be closed at the moment in which it is used again.
server.keepAliveTimeout = 600_000;
server.listen(Number(process.argv[2]), "127.0.0.1");
process.on("SIGTERM", () => process.exit(0));
