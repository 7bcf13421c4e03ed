/**
 * The agent's loop: ask the model, pass on its words, run the calls it asks for, ask again. No database, no HTTP: the
 * model, the running of a call and whoever takes the events are handed in, and a scripted model tests it.
 */
import {
  type FinishReason,
  type Model,
  ModelError,
  type ModelMessage,
  type ModelToolCall,
  type Usage,
} from "@/lib/model/model";
import type { HeldCall } from "@/lib/conversations/schema";
import type { Waiting } from "@/lib/tools/policy";
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
  /** What the turn did before it had to wait; nothing for a new one. */
  progress?: { rounds: number; calls: number; text: string };
  /** Which calls of a round wait for the person's yes; they are not run here. */
  holdBack(calls: readonly ReadCall[]): Promise<Waiting[]>;
  /** Runs call `id`, number `ordinal` of the turn; throws only when it could neither be done nor refused. */
  runCall(call: ReadCall, ordinal: number, id: string): Promise<ToolRun>;
  /** Takes what happens, as it happens. */
  emit(event: LoopEvent): void;
  /** Called after each round with what it used. */
  onUsage(usage: Usage): void;
  signal: AbortSignal;
};

/** Why the loop ended; the caps, a cut and a refusal are told to the person in the answer. */
export type LoopEnd =
  | { reason: "completed" | "length" | "refused" | "round_cap" | "call_cap" }
  | { reason: "held"; calls: HeldCall[]; rounds: number };

type Said = Exclude<LoopEnd["reason"], "completed" | "held">;

const LAST_WORDS: Record<Said, string> = {
  length: "The answer was cut here, because it reached the model's length limit.",
  refused: "The model declined to answer this.",
  round_cap: `I stopped here, because this took more than ${MAX_ROUNDS} rounds. Say “go on” for the rest.`,
  call_cap: `I stopped here after ${MAX_CALLS} steps in one go. Say “go on” for the rest.`,
};

const NOTHING_YET = { rounds: 0, calls: 0, text: "" };

type Round = { text: string; calls: ModelToolCall[]; reason: FinishReason };

/** One round: passes on the model's words as they come, gives what it said and asked for. */
const askModel = async (request: LoopRequest, messages: ModelMessage[]): Promise<Round> => {
  const round: Round = { text: "", calls: [], reason: "stop" };
  const { system, now, timeZone, signal } = request;
  const tools = request.tools.map((tool) => ({
    name: tool.name,
    description: tool.description,
    parameters: inputJsonSchema(tool),
  }));
  await request.model.respond({ system, messages, tools, now, timeZone }, signal, (event) => {
    signal.throwIfAborted();
    if (event.type === "text") {
      // PostgreSQL stores no null characters.
      const text = event.text.replaceAll("\0", "");
      round.text += text;
      request.emit({ type: "text.delta", text });
    } else if (event.type === "tool_call") {
      round.calls.push(event.call);
    } else {
      round.reason = event.reason;
      request.onUsage(event.usage);
    }
  });
  signal.throwIfAborted();
  return round;
};

/** Ids that are unique in the turn: a model's own, unless it gives none or the same one twice. */
const uniqueId = (call: ModelToolCall, ordinal: number, taken: Set<string>): string => {
  const id = call.id !== "" && !taken.has(call.id) ? call.id : `call_${ordinal}_${call.id}`;
  taken.add(id);
  return id;
};

const endOf = (round: Round): "length" | "refused" | "completed" | undefined => {
  // A cut or refused round may hold cut calls: none of them runs.
  if (round.reason === "length") return "length";
  if (round.reason === "content_filter") return "refused";
  return round.calls.length === 0 ? "completed" : undefined;
};

/** A call of this round, read, with its number in the turn. */
type Call = ModelToolCall & { read: ReadCall; ordinal: number };

const started = ({ id, name, read }: Call): LoopEvent => ({
  type: "tool.started",
  call_id: id,
  tool: name,
  arguments: read.arguments,
});

const toHeld = ({ id, name, read, ordinal }: Call, { tasks }: Waiting): HeldCall => ({
  call_id: id,
  ordinal,
  tool: name,
  arguments: typeof read.arguments === "string" ? {} : read.arguments,
  tasks,
});

/** The event of a call that has run, and the message that shows its result to the model. */
export const finished = (
  call: { id: string; name: string },
  run: ToolRun,
): { event: LoopEvent; message: ModelMessage } => ({
  event: {
    type: "tool.finished",
    call_id: call.id,
    tool: call.name,
    status: run.status,
    result: run.result,
    changes: run.changes,
  },
  message: {
    role: "tool",
    callId: call.id,
    tool: call.name,
    content: JSON.stringify(run.result),
  },
});

/**
 * Runs a turn's rounds. Throws `ModelError`, the abort signal's reason, or what `runCall` throws; an answer without a
 * word is a `ModelError` too. Calls that have to wait end it as `held`, after the others of their round have run.
 */
export const runLoop = async (request: LoopRequest): Promise<LoopEnd> => {
  const { rounds, calls: callsBefore, text } = request.progress ?? NOTHING_YET;
  const messages = [...request.messages];
  const callIds = new Set(
    messages.flatMap((message) =>
      message.role === "assistant" ? message.toolCalls.map(({ id }) => id) : [],
    ),
  );
  let ordinal = callsBefore;
  let said = text;

  const finish = (reason: Said | "completed"): LoopEnd => {
    const wordless = said.trim() === "";
    if (reason !== "completed") {
      const text = `${wordless ? "" : "\n\n"}${LAST_WORDS[reason]}`;
      request.emit({ type: "text.delta", text });
    } else if (wordless) {
      throw new ModelError("incomplete", "The model gave no answer.");
    }
    return { reason };
  };

  for (let number = rounds + 1; number <= MAX_ROUNDS; number++) {
    const round = await askModel(request, messages);
    said += round.text;
    const end = endOf(round);
    if (end) return finish(end);

    const room = MAX_CALLS - ordinal;
    const calls = round.calls.slice(0, room).map((call, index): Call => ({
      id: uniqueId(call, ordinal + index, callIds),
      name: call.name,
      arguments: call.arguments,
      read: readCall(call.name, call.arguments),
      ordinal: ordinal + index,
    }));
    ordinal += calls.length;
    messages.push({
      role: "assistant",
      content: round.text,
      toolCalls: calls.map(({ id, name, arguments: json }) => ({ id, name, arguments: json })),
    });
    const waiting = await request.holdBack(calls.map(({ read }) => read));
    const held: HeldCall[] = [];
    for (const [index, call] of calls.entries()) {
      const wait = waiting.find((candidate) => candidate.index === index);
      if (wait) {
        held.push(toHeld(call, wait));
        continue;
      }
      request.signal.throwIfAborted();
      request.emit(started(call));
      const { event, message } = finished(
        call,
        await request.runCall(call.read, call.ordinal, call.id),
      );
      request.emit(event);
      messages.push(message);
    }
    if (held.length > 0) {
      request.signal.throwIfAborted();
      for (const call of calls) {
        if (held.some(({ call_id }) => call_id === call.id)) request.emit(started(call));
      }
      return { reason: "held", calls: held, rounds: number };
    }
    if (round.calls.length > room) return finish("call_cap");
  }
  return finish("round_cap");
};
