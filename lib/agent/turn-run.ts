/**
 * One run of a turn: the loop with the database behind it. Its events are folded into the message that is stored and
 * handed to whoever listens, and it closes the turn with exactly one outcome. Called by `turn.ts`.
 */
import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { isDatabaseUnavailable } from "@/db/failures";
import type { Context } from "@/lib/context";
import {
  type BegunTurn,
  endTurn,
  messagesBefore,
  saveProgress,
  type TurnOutcome,
  type TurnRow,
  writeToolCall,
} from "@/lib/conversations/turns";
import { env } from "@/lib/env";
import { problemOf } from "@/lib/errors";
import { errorLines, log } from "@/lib/log";
import { type Model, ModelError, NO_USAGE, type Usage } from "@/lib/model/model";
import { priceOf } from "@/lib/model/pricing";
import { runTool } from "@/lib/tools/run-tool";
import { TASK_TOOLS } from "@/lib/tools/task-tools";
import type { TurnEvent } from "./events";
import { HISTORY_MESSAGES, historyWindow } from "./history";
import { type LiveTurn, TurnCancelled } from "./live-turn";
import { runLoop } from "./loop";
import { systemPrompt } from "./prompt";
import { answerOf, applyEvent, contentOf, EMPTY_TRANSCRIPT, sealParts } from "./transcript";
import { isRetryable, turnError } from "./turn-problem";

/** How often a turn's end is tried to be stored while the database doesn't answer. */
const END_TRIES = 5;
const END_RETRY_MS = 1000;

export type RunnableTurn = BegunTurn & {
  /** What the person said. */
  message: string;
  /** For the log and a failed turn's problem. */
  requestId: string;
};

/** One run of a turn: folds its events into the message that is stored, and hands them out. */
class TurnRun {
  readonly #ctx: Context;
  readonly #turn: TurnRow;
  readonly #begun = performance.now();
  readonly #signal: AbortSignal;
  #transcript = EMPTY_TRANSCRIPT;
  #usage: Usage = NO_USAGE;
  #firstTokenMs: number | null = null;

  constructor(
    ctx: Context,
    readonly begun: RunnableTurn,
    readonly model: Model,
    readonly live: LiveTurn,
  ) {
    this.#turn = begun.turn;
    this.#ctx = { ...ctx, actor: { kind: "agent", name: model.name }, turnId: begun.turn.id };
    this.#signal = AbortSignal.any([live.signal, AbortSignal.timeout(env().TURN_TIMEOUT_MS)]);
  }

  async run(): Promise<void> {
    const ids = {
      turn_id: this.#turn.id,
      conversation_id: this.#turn.conversationId,
      user_message_id: this.#turn.userMessageId,
      message_id: this.#turn.messageId,
    };
    this.#emit({ type: "turn.started", ...ids });
    if (this.begun.title !== null) {
      const { conversation_id } = ids;
      this.#emit({ type: "conversation.titled", conversation_id, title: this.begun.title });
    }
    const failure = await this.#runLoop().then(
      () => null,
      (error: unknown) => ({ error }),
    );
    const last =
      failure === null
        ? this.#answered("completed")
        : this.live.signal.aborted && this.live.signal.reason instanceof TurnCancelled
          ? this.#answered("cancelled")
          : this.#failed(failure.error);
    await this.#end(last);
  }

  async #runLoop(): Promise<void> {
    const ctx = this.#ctx;
    const newestFirst = await messagesBefore(ctx, this.#turn, HISTORY_MESSAGES);
    const events = runLoop({
      model: this.model,
      tools: TASK_TOOLS,
      system: systemPrompt(ctx),
      messages: [...historyWindow(newestFirst), { role: "user", content: this.begun.message }],
      now: ctx.now,
      timeZone: ctx.timeZone,
      signal: this.#signal,
      onUsage: (usage) => {
        this.#usage = {
          promptTokens: this.#usage.promptTokens + usage.promptTokens,
          cachedTokens: this.#usage.cachedTokens + usage.cachedTokens,
          completionTokens: this.#usage.completionTokens + usage.completionTokens,
        };
      },
      runCall: (call, ordinal) =>
        // The instant of this change, not of the turn's beginning.
        runTool({ ...ctx, now: new Date() }, call, (ctx, run) =>
          writeToolCall(ctx, {
            turnId: this.#turn.id,
            ordinal,
            tool: run.tool,
            arguments: run.arguments,
            argumentsHash: createHash("sha256")
              .update(JSON.stringify(run.arguments))
              .digest("base64url"),
            status: run.status,
            result: run.result,
          }),
        ),
    });
    for await (const event of events) {
      if (event.type === "text.delta") {
        this.#firstTokenMs ??= Math.round(performance.now() - this.#begun);
      }
      this.#emit(event);
      // Kept now, so that a process that dies later leaves what was done in the conversation.
      if (event.type === "tool.finished") await this.#save();
    }
  }

  #emit(event: TurnEvent): void {
    this.#transcript = applyEvent(this.#transcript, event);
    this.live.append(event);
  }

  #save(): Promise<void> {
    const { parts } = this.#transcript;
    return saveProgress(this.#ctx.db, this.#turn, { content: contentOf(parts), parts });
  }

  #answered(status: "completed" | "cancelled"): TurnEvent {
    const { id, conversationId, messageId } = this.#turn;
    const parts = sealParts(this.#transcript.parts);
    const answer = answerOf({ turnId: id, conversationId, messageId }, status, parts);
    return { type: `turn.${status}`, ...answer };
  }

  #failed(thrown: unknown): TurnEvent {
    const error = turnError(thrown, this.#turn);
    const fields = { turn_id: this.#turn.id, request_id: this.begun.requestId };
    const kind = thrown instanceof ModelError ? thrown.kind : undefined;
    log().warn({ ...fields, code: error.code, kind, ...errorLines(thrown) }, "turn failed");
    return {
      type: "turn.failed",
      error: problemOf(error, this.begun.requestId),
      retryable: isRetryable(thrown),
    };
  }

  /** Stores the outcome, and only then tells of it. */
  async #end(last: TurnEvent): Promise<void> {
    const { status, parts, error } = applyEvent(this.#transcript, last);
    if (status !== "completed" && status !== "cancelled" && status !== "failed") {
      throw new Error(`A turn cannot end as ${status}.`);
    }
    const outcome: TurnOutcome = {
      status,
      content: contentOf(parts),
      parts,
      answer: answerFrom(last),
      error,
      usage: this.#usage,
      costUsd: priceOf(this.model.name, this.#usage),
      firstTokenMs: this.#firstTokenMs,
      durationMs: Math.round(performance.now() - this.#begun),
    };
    await storeEnd({ ...this.#ctx, now: new Date() }, this.#turn, outcome);
    this.#emit(last);
    log().info(
      {
        turn_id: this.#turn.id,
        request_id: this.begun.requestId,
        user_id: this.#ctx.userId,
        status,
        model: this.model.name,
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

/** A database that is away for a moment doesn't lose the outcome; one that stays away leaves it to the lease. */
const storeEnd = async (ctx: Context, turn: TurnRow, outcome: TurnOutcome): Promise<void> => {
  for (let tries = 1; ; tries++) {
    try {
      await endTurn(ctx, turn, outcome);
      return;
    } catch (error) {
      if (!isDatabaseUnavailable(error) || tries >= END_TRIES) throw error;
      await pause(END_RETRY_MS);
    }
  }
};

/**
 * Runs a begun turn to its outcome, in this process. `live` gets every event, its end included, and is closed after
 * it. Never rejects: what could not even be stored is in the log, and the turn's lease runs out.
 */
export const runTurn = async (
  ctx: Context,
  begun: RunnableTurn,
  model: Model,
  live: LiveTurn,
): Promise<void> => {
  try {
    await new TurnRun(ctx, begun, model, live).run();
  } catch (error) {
    const fields = { turn_id: live.id, request_id: begun.requestId };
    log().error({ ...fields, ...errorLines(error) }, "turn lost");
  } finally {
    live.end();
  }
};
