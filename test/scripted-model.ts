/**
 * A model that says what a test tells it to, round by round, and keeps the requests it got.
 */
import {
  type FinishReason,
  type Hear,
  type Model,
  type ModelEvent,
  type ModelRequest,
  NO_USAGE,
} from "@/lib/model/model";

/** One round: text and calls in order, then the reason; a function may wait, throw or look at the request. */
export type ScriptedRound =
  | {
      text?: string;
      calls?: { name: string; arguments: unknown; id?: string }[];
      reason?: FinishReason;
    }
  | ((request: ModelRequest, signal: AbortSignal) => AsyncIterable<ModelEvent>);

export const finish = (reason: FinishReason = "stop"): ModelEvent => ({
  type: "finish",
  reason,
  usage: { ...NO_USAGE, promptTokens: 10, completionTokens: 5 },
});

export class ScriptedModel implements Model {
  readonly name = "scripted";
  readonly kind = "openai";
  readonly requests: ModelRequest[] = [];
  readonly #rounds: ScriptedRound[];

  /** After the last round, the last one is played again. */
  constructor(...rounds: ScriptedRound[]) {
    this.#rounds = rounds;
  }

  async respond(request: ModelRequest, signal: AbortSignal, hear: Hear): Promise<void> {
    const round = this.#rounds[Math.min(this.requests.length, this.#rounds.length - 1)];
    this.requests.push(structuredClone(request));
    if (typeof round === "function") {
      for await (const event of round(request, signal)) hear(event);
      return;
    }
    if (round?.text !== undefined) hear({ type: "text", text: round.text });
    const calls = round?.calls ?? [];
    for (const [index, call] of calls.entries()) {
      const json =
        typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments);
      const id = call.id ?? `call_${this.requests.length}_${index}`;
      hear({ type: "tool_call", call: { id, name: call.name, arguments: json } });
    }
    hear(finish(round?.reason ?? (calls.length > 0 ? "tool_calls" : "stop")));
  }
}
