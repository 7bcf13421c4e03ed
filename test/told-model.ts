/**
 * An OpenAI-compatible server that says what a test tells it, when it tells it: for what happens in the middle of an
 * answer. Loopback only.
 */
import type { ServerResponse } from "node:http";
import { chunk, sendFrames, startRawServer } from "./raw-server";

export type ToldModel = {
  /** What goes into `OPENAI_BASE_URL`. */
  readonly url: string;
  /** How often it was asked. */
  readonly asked: number;
  /** Resolves once it has been asked for the `count`th time. */
  askedFor(count: number): Promise<void>;
  /** Goes on with the latest answer. */
  say(text: string): void;
  /** Ends the latest answer. */
  finish(): void;
  /** Ends the latest answer with these calls. */
  call(...calls: { name: string; arguments: object }[]): void;
  /** Resolves when the latest answer's connection was closed before it was complete. */
  aborted(): Promise<void>;
  stop(): Promise<void>;
};

export const startToldModel = async (): Promise<ToldModel> => {
  const answers: ServerResponse[] = [];
  let waiting: (() => void)[] = [];
  const server = await startRawServer((response) => {
    sendFrames(response, chunk({ role: "assistant", content: "" }));
    answers.push(response);
    for (const wake of waiting) wake();
    waiting = [];
  });
  const latest = (): ServerResponse => {
    const answer = answers.at(-1);
    if (!answer) throw new Error("The model was not asked yet.");
    return answer;
  };
  const end = (reason: string) => {
    sendFrames(latest(), chunk({}, reason), "[DONE]");
    latest().end();
  };
  return {
    url: server.url,
    get asked() {
      return answers.length;
    },
    askedFor: async (count) => {
      while (answers.length < count) await new Promise<void>((resolve) => waiting.push(resolve));
    },
    say: (text) => sendFrames(latest(), chunk({ content: text })),
    finish: () => end("stop"),
    call: (...calls) => {
      const tool_calls = calls.map((call, index) => ({
        index,
        id: `call_${answers.length}_${index}`,
        type: "function",
        function: { name: call.name, arguments: JSON.stringify(call.arguments) },
      }));
      sendFrames(latest(), chunk({ tool_calls }));
      end("tool_calls");
    },
    aborted: () => server.requests.at(-1)?.aborted ?? Promise.resolve(),
    stop: () => server.stop(),
  };
};
