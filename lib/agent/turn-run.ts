/**
 * One run of a turn: the loop with the database behind it. Its events are folded into the message that is stored and
 * handed to whoever listens, and it closes the turn with exactly one outcome. Called by `turn.ts`.
 */
import type { Context } from "@/lib/context";
import type { Answer, HeldApproval, MessagePart } from "@/lib/conversations/schema";
import { holdTurn, type TurnOutcome } from "@/lib/conversations/end-turn";
import { messagesBefore, type TurnRow } from "@/lib/conversations/turns";
import { env } from "@/lib/env";
import { newId } from "@/lib/ids";
import { errorLines, log } from "@/lib/log";
import { type Model, ModelError, NO_USAGE, type Usage } from "@/lib/model/model";
import { observedModel } from "@/lib/model/observed";
import { priceOf } from "@/lib/model/pricing";
import { type Facts, observe } from "@/lib/observe";
import { TASK_TOOLS } from "@/lib/tools/task-tools";
import { type Decision, shownApproval } from "./approval";
import type { TurnEvent } from "./events";
import { fromParts, HISTORY_MESSAGES, historyWindow } from "./history";
import { type LiveTurn, TurnCancelled, TurnInterrupted } from "./live-turn";
import { finished, type LoopEnd, runLoop } from "./loop";
import { systemPrompt } from "./prompt";
import {
  answerOf,
  applyEvent,
  contentOf,
  EMPTY_TRANSCRIPT,
  sealParts,
  type Transcript,
} from "./transcript";
import { storeEnd } from "./store-end";
import { type TurnCalls, turnCalls } from "./turn-calls";
import { failedEvent, interruptedEvent } from "./turn-problem";

export type RunnableTurn = {
  turn: TurnRow;
  /** What the person said. */
  message: string;
  /** For the log and a failed turn's problem. */
  requestId: string;
  /** Nothing was said before it, so that nothing has to be looked for. */
  isFirst?: boolean;
  /** For a turn that waited: what was said and done before, and the decision. */
  resumed?: { parts: MessagePart[]; approval: HeldApproval; decision: Decision };
  /** Who answers when the model fails before its first token. */
  standIn?: Model | null;
  /** For a turn that is tried again: the calls that ran before. */
  retried?: { parts: MessagePart[]; nextCall: number };
};

const startOf = ({ turn, resumed, retried }: RunnableTurn): Transcript => ({
  ...EMPTY_TRANSCRIPT,
  turnId: turn.id,
  conversationId: turn.conversationId,
  userMessageId: turn.userMessageId,
  messageId: turn.messageId,
  parts: (resumed ?? retried)?.parts ?? [],
});

/** One run of a turn: folds its events into the message that is stored, and hands them out. */
class TurnRun {
  #ctx: Context;
  #model: Model;
  readonly #turn: TurnRow;
  readonly #begun = performance.now();
  #transcript: Transcript;
  #usage: Usage = NO_USAGE;
  #firstTokenMs: number | null = null;

  constructor(
    ctx: Context,
    readonly task: RunnableTurn,
    model: Model,
    readonly live: LiveTurn,
    /** What observers are told of the turn. */
    readonly facts: Facts["turn"],
  ) {
    this.#turn = task.turn;
    this.#model = model;
    this.#ctx = { ...ctx, actor: { kind: "agent", name: model.name }, turnId: task.turn.id };
    this.#transcript = startOf(task);
  }

  async run(): Promise<void> {
    const tooLong = setTimeout(() => this.live.expire(), env().TURN_TIMEOUT_MS);
    try {
      if (this.task.resumed) await this.#decide(this.task.resumed);
      const end = await this.#runLoop().catch((error: unknown) => this.#fallBack(error));
      if (end.reason === "held") await this.#hold(end);
      else await this.#end(this.#answered("completed"));
    } catch (error) {
      await this.#end(...this.#broken(error));
    } finally {
      clearTimeout(tooLong);
    }
  }

  /** Runs exactly the calls that waited, or none of them. */
  async #decide({ approval, decision }: NonNullable<RunnableTurn["resumed"]>): Promise<void> {
    for (const call of approval.calls) {
      const run = await this.#calls().decided(call, decision);
      this.#emit(finished({ id: call.call_id, name: call.tool }, run).event);
    }
  }

  /** Lets the stand-in answer, if there is one and the model failed before its first token. */
  async #fallBack(error: unknown): Promise<LoopEnd> {
    const { standIn } = this.task;
    const untouched = this.#transcript.parts.length === 0 && !this.live.signal.aborted;
    if (!standIn || !untouched || !(error instanceof ModelError)) throw error;
    log().warn({ turn_id: this.#turn.id, kind: error.kind }, "the stand-in answers");
    this.#model = standIn;
    const { name } = standIn;
    this.#ctx = { ...this.#ctx, actor: { kind: "agent", name } };
    this.#emit({ type: "assistant.changed", model: name });
    return this.#runLoop();
  }

  #calls(): TurnCalls {
    return turnCalls(this.#ctx, this.#turn);
  }

  async #runLoop(): Promise<LoopEnd> {
    const ctx = this.#ctx;
    const newestFirst = this.task.isFirst
      ? []
      : await messagesBefore(ctx, this.#turn, HISTORY_MESSAGES);
    const { parts } = this.#transcript;
    return runLoop({
      model: observedModel(this.#model),
      tools: TASK_TOOLS,
      system: systemPrompt(ctx),
      messages: [
        ...historyWindow(newestFirst),
        { role: "user", content: this.task.message },
        ...fromParts(parts),
      ],
      now: ctx.now,
      timeZone: ctx.timeZone,
      progress: {
        rounds: this.task.resumed?.approval.rounds ?? 0,
        calls:
          this.task.retried?.nextCall ?? parts.filter((part) => part.type === "tool_call").length,
        text: contentOf(parts),
      },
      signal: this.live.signal,
      emit: (event) => {
        if (event.type === "text.delta") {
          this.#firstTokenMs ??= Math.round(performance.now() - this.#begun);
        }
        this.#emit(event);
      },
      onUsage: (usage) => {
        this.#usage = {
          promptTokens: this.#usage.promptTokens + usage.promptTokens,
          cachedTokens: this.#usage.cachedTokens + usage.cachedTokens,
          completionTokens: this.#usage.completionTokens + usage.completionTokens,
        };
      },
      holdBack: (calls) => this.#calls().held(calls, this.#transcript.parts),
      runCall: (call, ordinal, id) => this.#calls().run(call, ordinal, id, this.#transcript.parts),
    });
  }

  #emit(event: TurnEvent): void {
    this.#transcript = applyEvent(this.#transcript, event);
    this.live.append(event);
  }

  #answer(status: Answer["status"], parts: MessagePart[]): Answer {
    const { id, conversationId, messageId } = this.#turn;
    return answerOf({ turnId: id, conversationId, messageId }, status, parts);
  }

  #answered(status: "completed" | "cancelled"): TurnEvent {
    return { type: `turn.${status}`, ...this.#answer(status, sealParts(this.#transcript.parts)) };
  }

  /** How a turn ends that was broken off by what was thrown. */
  #broken(thrown: unknown): [last: TurnEvent, status?: "interrupted"] {
    const { aborted, reason } = this.live.signal as { aborted: boolean; reason: unknown };
    const cause = aborted ? reason : thrown;
    if (cause instanceof TurnCancelled) return [this.#answered("cancelled")];
    const { requestId } = this.task;
    return cause instanceof TurnInterrupted
      ? [interruptedEvent(this.#turn, requestId), "interrupted"]
      : [failedEvent(cause, this.#turn, requestId)];
  }

  /** What goes into the row together with the next event, which tells of it. */
  #spent() {
    return {
      model: this.#model.name,
      usage: this.#usage,
      costUsd: priceOf(this.#model.name, this.#usage, env().OPENAI_BASE_URL),
      firstTokenMs: this.#firstTokenMs,
      durationMs: Math.round(performance.now() - this.#begun),
    };
  }

  /** Lets the turn wait for the person, over any restart. */
  async #hold({ calls, rounds }: Extract<LoopEnd, { reason: "held" }>): Promise<void> {
    const { parts } = this.#transcript;
    const held = { id: newId(), calls, rounds };
    const approval = shownApproval(held);
    const answer = { ...this.#answer("awaiting_approval", parts), approval };
    const content = contentOf(parts);
    const ctx = { ...this.#ctx, now: new Date() };
    const frames = await this.live.closing({ type: "approval.required", approval });
    const waiting = { ...this.#spent(), approval: held, answer, content, parts, frames };
    if (await holdTurn(ctx, this.#turn, waiting)) {
      this.#observed("awaiting_approval");
      this.live.end(frames);
    } else await this.#end(this.#answered("cancelled"));
  }

  /** Notes for observers how this run ended. */
  #observed(status: string): void {
    this.facts.status = status;
    this.facts.model = this.#model.name;
    if (this.#firstTokenMs !== null) this.facts.first_token_ms = this.#firstTokenMs;
  }

  /** Stores the outcome, and only then tells of it. */
  async #end(last: TurnEvent, as?: "interrupted"): Promise<void> {
    const ended = applyEvent(this.#transcript, last);
    const { parts, error } = ended;
    const status = as ?? ended.status;
    if (status === "running" || status === "awaiting_approval") {
      throw new Error(`A turn cannot end as ${status}.`);
    }
    this.#observed(status);
    const frames = await this.live.closing(last);
    const outcome: TurnOutcome = {
      ...this.#spent(),
      status,
      content: contentOf(parts),
      parts,
      frames,
      answer: answerFrom(last),
      error,
    };
    const ctx = { ...this.#ctx, now: new Date() };
    // One that was closed by others ended as they say.
    const stored = await storeEnd(ctx, this.#turn, outcome, () => this.live.end());
    this.live.end(stored ? frames : []);
    log().info(
      {
        turn_id: this.#turn.id,
        request_id: this.task.requestId,
        user_id: this.#ctx.userId,
        status,
        model: this.#model.name,
        ms: outcome.durationMs,
        first_token_ms: outcome.firstTokenMs,
        ...this.#usage,
      },
      "turn",
    );
  }
}

const answerFrom = (last: TurnEvent): TurnOutcome["answer"] => {
  if (last.type !== "turn.completed" && last.type !== "turn.cancelled") return null;
  const { type: _type, ...answer } = last;
  return answer;
};

/**
 * Runs a turn to its outcome or to where it has to wait, in this process. `live` gets every event, its end included,
 * and is closed after it. Never rejects: what could not even be stored is in the log, and the turn's lease runs out.
 */
export const runTurn = (
  ctx: Context,
  task: RunnableTurn,
  model: Model,
  live: LiveTurn,
): Promise<void> => {
  const { id: turn_id, conversationId: conversation_id } = task.turn;
  const run = async (facts: Facts["turn"]) => {
    try {
      await new TurnRun(ctx, task, model, live, facts).run();
    } catch (error) {
      facts.status = "lost";
      log().error(errorLines(error), "turn lost");
    } finally {
      live.end();
    }
  };
  const facts = { turn_id, conversation_id, model: model.name };
  return observe("turn", facts, run, { turn_id, request_id: task.requestId });
};
