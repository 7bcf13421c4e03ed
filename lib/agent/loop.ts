/**
 * The agent's loop: ask the model, pass on its words, run the calls it asks for, ask again. A pure async generator of
 * events: no database, no HTTP; the model and the running of a call are handed in, and a scripted model tests it.
 */
import {
  type FinishReason,
  type Model,
  ModelError,
  type ModelMessage,
  type ModelToolCall,
  type Usage,
} from "@/lib/model/model";
import { type ReadCall, readCall, type ToolRun } from "@/lib/tools/run-tool";
import { type AnyTool, inputJsonSchema } from "@/lib/tools/tool";
import type { LoopEvent } from "./events";

/** Model rounds in one turn. */
export const MAX_ROUNDS = 10;
/** Tool calls in one turn. */
export const MAX_CALLS = 50;

export type LoopRequest = {
  model: Model;
  tools: readonly AnyTool[];
  system: string;
  /** The conversation's window and the person's new message, oldest first. */
  messages: readonly ModelMessage[];
  now: Date;
  timeZone: string;
  /** Runs call number `ordinal` of the turn; throws only when it could neither be done nor refused. */
  runCall(call: ReadCall, ordinal: number): Promise<ToolRun>;
  /** Called after each round with what it used. */
  onUsage(usage: Usage): void;
  signal: AbortSignal;
};

/** Why the loop ended; all but `completed` are told to the person in the answer. */
export type LoopEnd = "completed" | "length" | "refused" | "round_cap" | "call_cap";

const LAST_WORDS: Record<Exclude<LoopEnd, "completed">, string> = {
  length: "The answer was cut here, because it reached the model's length limit.",
  refused: "The model declined to answer this.",
  round_cap: `I stopped here, because this took more than ${MAX_ROUNDS} rounds. Say “go on” for the rest.`,
  call_cap: `I stopped here after ${MAX_CALLS} steps in one go. Say “go on” for the rest.`,
};

type Round = { text: string; calls: ModelToolCall[]; reason: FinishReason };

/** One round: yields the model's words as they come, returns what it said and asked for. */
async function* askModel(
  request: LoopRequest,
  messages: ModelMessage[],
): AsyncGenerator<LoopEvent, Round> {
  const round: Round = { text: "", calls: [], reason: "stop" };
  const { system, now, timeZone } = request;
  const tools = request.tools.map((tool) => ({
    name: tool.name,
    description: tool.description,
    parameters: inputJsonSchema(tool),
  }));
  const answer = request.model.respond({ system, messages, tools, now, timeZone }, request.signal);
  for await (const event of answer) {
    request.signal.throwIfAborted();
    if (event.type === "text") {
      round.text += event.text;
      yield { type: "text.delta", text: event.text };
    } else if (event.type === "tool_call") {
      round.calls.push(event.call);
    } else {
      round.reason = event.reason;
      request.onUsage(event.usage);
    }
  }
  return round;
}

/** Ids that are unique in the turn: a model's own, unless it gives none or the same one twice. */
const uniqueId = (call: ModelToolCall, ordinal: number, taken: Set<string>): string => {
  const id = call.id !== "" && !taken.has(call.id) ? call.id : `call_${ordinal}_${call.id}`;
  taken.add(id);
  return id;
};

const endOf = (round: Round): LoopEnd | undefined => {
  // A cut or refused round may hold cut calls: none of them runs.
  if (round.reason === "length") return "length";
  if (round.reason === "content_filter") return "refused";
  return round.calls.length === 0 ? "completed" : undefined;
};

/**
 * Runs a turn's rounds. Throws `ModelError`, the abort signal's reason, or what `runCall` throws; an answer without a
 * word is a `ModelError` too.
 */
export async function* runLoop(request: LoopRequest): AsyncGenerator<LoopEvent, LoopEnd> {
  const messages = [...request.messages];
  const callIds = new Set<string>();
  let ordinal = 0;
  let said = "";

  const finish = function* (end: LoopEnd): Generator<LoopEvent, LoopEnd> {
    if (end === "completed") {
      if (said.trim() === "") throw new ModelError("incomplete", "The model gave no answer.");
      return end;
    }
    yield {
      type: "text.delta",
      text: said.trim() === "" ? LAST_WORDS[end] : `\n\n${LAST_WORDS[end]}`,
    };
    return end;
  };

  for (let number = 1; number <= MAX_ROUNDS; number++) {
    const round = yield* askModel(request, messages);
    said += round.text;
    const end = endOf(round);
    if (end) return yield* finish(end);

    const calls = round.calls.map((call, index) => ({
      ...call,
      id: uniqueId(call, ordinal + index, callIds),
    }));
    messages.push({ role: "assistant", content: round.text, toolCalls: calls });
    for (const call of calls) {
      if (ordinal >= MAX_CALLS) return yield* finish("call_cap");
      request.signal.throwIfAborted();
      const read = readCall(call.name, call.arguments);
      yield {
        type: "tool.started",
        call_id: call.id,
        tool: call.name,
        arguments: read.arguments,
      };
      const run = await request.runCall(read, ordinal);
      ordinal += 1;
      yield {
        type: "tool.finished",
        call_id: call.id,
        tool: call.name,
        status: run.status,
        result: run.result,
        changes: run.changes,
      };
      messages.push({
        role: "tool",
        callId: call.id,
        tool: call.name,
        content: JSON.stringify(run.result),
      });
    }
  }
  return yield* finish("round_cap");
}
