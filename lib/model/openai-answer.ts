/**
 * One answer as it streams in: reads the chunks, gives out text at once, and keeps the calls, the reason and the
 * usage for the end. Called by `openai.ts`, once for every request it sends.
 */
import { z } from "zod";
import { NO_USAGE, type FinishReason, type ModelEvent, type Usage } from "./model";
import { collectCalls, type CallPiece } from "./openai-calls";
import { errorFrameFault, incompleteFault } from "./openai-faults";

/** Caps of one answer in UTF-16 units: what is longer is cut there and ends as `length`. */
export const MAX_TEXT_LENGTH = 1024 * 1024;
export const MAX_ARGUMENTS_LENGTH = 256 * 1024;

const functionPiece = z.object({
  name: z.string().nullish(),
  // Some servers send the parsed object.
  arguments: z.union([z.string(), z.record(z.string(), z.unknown())]).nullish(),
});

const delta = z.object({
  content: z
    .union([z.string(), z.array(z.object({ type: z.string(), text: z.string().optional() }))])
    .nullish(),
  refusal: z.string().nullish(),
  tool_calls: z
    .array(
      z.object({
        index: z.number().nullish(),
        id: z.string().nullish(),
        function: functionPiece.nullish(),
      }),
    )
    .nullish(),
  /** The form before tool calls; a few compatible servers still speak it. */
  function_call: functionPiece.nullish(),
});

const count = z.number().nullish();

/** A chunk of a stream, or a whole completion (`message` in place of `delta`) from a server that does not stream. */
const chunk = z.object({
  choices: z
    .array(
      z.object({
        delta: delta.nullish(),
        message: delta.nullish(),
        finish_reason: z.string().nullish(),
      }),
    )
    .nullish(),
  usage: z
    .object({
      prompt_tokens: count,
      completion_tokens: count,
      prompt_tokens_details: z.object({ cached_tokens: count }).nullish(),
    })
    .nullish(),
  error: z.unknown().optional(),
});

type Delta = z.infer<typeof delta>;

const textOf = ({ content, refusal }: Delta): string => {
  const said =
    typeof content === "string"
      ? content
      : (content ?? []).map((part) => (part.type === "text" ? (part.text ?? "") : "")).join("");
  return said + (refusal ?? "");
};

const pieceOf = (
  piece: z.infer<typeof functionPiece> | null | undefined,
  index: number | null,
  id: string,
): CallPiece => {
  const args = piece?.arguments ?? "";
  return {
    index,
    id,
    name: piece?.name ?? "",
    arguments: typeof args === "string" ? args : JSON.stringify(args),
  };
};

const piecesOf = ({ tool_calls, function_call }: Delta): CallPiece[] => [
  ...(tool_calls ?? []).map((call) => pieceOf(call.function, call.index ?? null, call.id ?? "")),
  ...(function_call ? [pieceOf(function_call, 0, "")] : []),
];

/** Reasons with which compatible servers say that they broke off. */
const BROKEN_OFF = ["error", "abort", "insufficient_system_resource"];

const finishReason = (said: string, refused: boolean, hasCalls: boolean): FinishReason => {
  if (refused || said === "content_filter") return "content_filter";
  if (said === "length" || said === "max_tokens") return "length";
  // Servers say "stop" with calls, "function_call", or a word of their own: what came counts.
  return hasCalls ? "tool_calls" : "stop";
};

export type Answer = {
  /** Takes one frame and gives the text in it, which may be "". Throws a `ModelFault` for one that is none. */
  take(frame: string): string;
  /** What ends the answer: the text held back, the calls, the finish. Throws if no reason was given. */
  end(): ModelEvent[];
  /** Text or a piece of a call came: from here on nothing may be asked again. */
  readonly begun: boolean;
  /** It is over, whatever else the server sends: a reason came, or a cap was reached. */
  readonly finished: boolean;
  /** A cap was reached: the rest need not be read. */
  readonly cut: boolean;
};

/** An empty answer. `headers` are the response's, `model` the configured model's name: both for faults. */
export const beginAnswer = (headers: Headers, model: string): Answer => {
  const calls = collectCalls();
  let textLength = 0;
  let argumentsLength = 0;
  let reason: string | null = null;
  let refused = false;
  let usage: Usage = NO_USAGE;
  let heldBack = "";

  const parse = (frame: string): z.infer<typeof chunk> => {
    let json: unknown;
    try {
      json = JSON.parse(frame);
    } catch {
      throw incompleteFault("a frame that is not JSON");
    }
    const parsed = chunk.safeParse(json);
    if (parsed.success) return parsed.data;
    const places = parsed.error.issues.map((issue) => issue.path.join("."));
    throw incompleteFault(`a frame of another form at ${places.join(", ")}`);
  };

  /**
   * Text that a database can store: without U+0000, and with no half of a surrogate pair, where a server split
   * one between two chunks.
   */
  const storable = (text: string): string => {
    const joined = heldBack + text.replaceAll("\u0000", "");
    const halfway = /[\ud800-\udbff]$/.test(joined);
    heldBack = halfway ? joined.slice(-1) : "";
    return (halfway ? joined.slice(0, -1) : joined).replace(/\p{Surrogate}/gu, "\ufffd");
  };

  const cut = () => textLength >= MAX_TEXT_LENGTH || argumentsLength > MAX_ARGUMENTS_LENGTH;

  return {
    take(frame) {
      const { choices, usage: counted, error } = parse(frame);
      if (error !== undefined && error !== null) throw errorFrameFault(error, headers, model);
      if (counted) {
        usage = {
          promptTokens: counted.prompt_tokens ?? 0,
          cachedTokens: counted.prompt_tokens_details?.cached_tokens ?? 0,
          completionTokens: counted.completion_tokens ?? 0,
        };
      }
      const choice = choices?.[0];
      if (!choice) return "";
      reason = choice.finish_reason || reason;
      const said = choice.delta ?? choice.message;
      if (!said) return "";
      refused ||= Boolean(said.refusal);
      for (const piece of piecesOf(said)) {
        argumentsLength += piece.arguments.length + piece.name.length + piece.id.length;
        calls.add(piece);
      }
      const text = storable(textOf(said).slice(0, MAX_TEXT_LENGTH - textLength));
      textLength += text.length;
      return text;
    },
    end() {
      if (cut()) reason = "length";
      if (reason === null) throw incompleteFault("ended without a finish reason");
      if (BROKEN_OFF.includes(reason)) throw incompleteFault(`finish reason ${reason}`);
      const whole = calls.calls();
      return [
        ...(heldBack === "" ? [] : [{ type: "text", text: "\ufffd" } as const]),
        ...whole.map((call) => ({ type: "tool_call", call }) as const),
        { type: "finish", reason: finishReason(reason, refused, whole.length > 0), usage },
      ];
    },
    get begun() {
      return textLength > 0 || heldBack !== "" || calls.begun;
    },
    get finished() {
      return reason !== null || cut();
    },
    get cut() {
      return cut();
    },
  };
};
