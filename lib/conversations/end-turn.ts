/**
 * How a run of a turn ends, or comes to wait: exactly once, by whoever gets there first. Called by `agent/`; how it goes
 * on afterwards is in `rerun-turn.ts`.
 */
import { type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { conversations, messages, turns } from "@/db/schema";
import type { Context } from "@/lib/context";
import { pagesTold, personTaken } from "@/lib/events/record";
import { turnEventsFor } from "./changed";
import type { Answer, HeldApproval, MessagePart, Problem, TurnStatus } from "./schema";
import { eventsInsert, type TurnFrame } from "./turn-events";
import type { TurnRow } from "./turns";

/** The message, and the events that are not stored yet, the one that tells of the end or the wait being the last. */
type Said = { content: string; parts: MessagePart[]; frames: readonly TurnFrame[] };

export type TurnOutcome = Said & {
  status: Extract<TurnStatus, "completed" | "failed" | "cancelled" | "interrupted">;
  answer: Answer | null;
  error: Problem | null;
  usage: { promptTokens: number; cachedTokens: number; completionTokens: number };
  costUsd: number | null;
  firstTokenMs: number | null;
  durationMs: number;
  /** Which assistant answered. */
  model: string;
};

/** What a run of a turn used, on top of what its row says. */
type Spent = Pick<TurnOutcome, "model" | "usage" | "costUsd" | "firstTokenMs" | "durationMs">;

/** A row's new state: where it goes from, and what then stands in it. */
type Closing = Spent &
  Said & {
    from: "running" | "awaiting_approval";
    status: TurnStatus;
    answer: Answer | null;
    approval: HeldApproval | null;
    error: Problem | null;
  };

const documentOf = (value: object | null): SQL =>
  sql`${value === null ? null : JSON.stringify(value)}::json`;

/**
 * The query that closes the row, if it is still this run's and as `from` says. Nobody may want a turn stopped that
 * begins to wait.
 */
const turnClosed = (turn: TurnRow, to: Closing): SQL => {
  const { usage, costUsd } = to;
  return sql`
    update ${turns} set
      status = ${to.status}, answer = ${documentOf(to.answer)}, approval = ${documentOf(to.approval)},
      error = ${documentOf(to.error)}, model = ${to.model},
      prompt_tokens = ${turn.promptTokens + usage.promptTokens},
      cached_tokens = ${turn.cachedTokens + usage.cachedTokens},
      completion_tokens = ${turn.completionTokens + usage.completionTokens},
      cost_usd = ${costUsd === null ? turn.costUsd : (turn.costUsd ?? 0) + costUsd}::numeric,
      first_token_ms = ${turn.firstTokenMs ?? to.firstTokenMs}::int,
      duration_ms = ${(turn.durationMs ?? 0) + to.durationMs}
    from person
    where ${turns.id} = ${turn.id}::uuid and ${turns.status} = ${to.from} and ${turns.run} = ${turn.run}
      ${to.status === "awaiting_approval" ? sql`and ${turns.cancelRequestedAt} is null` : sql``}
    returning ${turns.conversationId} as conversation_id`;
};

const closed = z.object({ rows: z.array(z.unknown()) });

/**
 * A run's end in one statement, which is a transaction of its own; false when the row was another already, and then
 * nothing is written.
 */
const close = async (ctx: Context, turn: TurnRow, to: Closing): Promise<boolean> => {
  const result: unknown = await ctx.db.execute(sql`
    with ${personTaken(ctx)},
    closed as (${turnClosed(turn, to)}),
    message as (
      update ${messages} set content = ${to.content}, parts = ${documentOf(to.parts)}
      from closed where ${messages.id} = ${turn.messageId}::uuid
    ),
    events as (${eventsInsert(turn.id, to.frames, "closed")}),
    conversation as (
      update ${conversations} set updated_at = ${ctx.now.toISOString()}::timestamptz
      from closed where ${conversations.id} = closed.conversation_id
    ),
    ${pagesTold(ctx, turnEventsFor(turn, to.status), "closed")}
    select conversation_id from closed`);
  return closed.parse(result).rows.length > 0;
};

/**
 * Closes a turn that is running or, as `from` says, waiting; false when it was not, and then nothing is written.
 * Usage and duration are added to those of an earlier run.
 */
export const endTurn = (
  ctx: Context,
  turn: TurnRow,
  outcome: TurnOutcome,
  from: Closing["from"] = "running",
): Promise<boolean> => close(ctx, turn, { ...outcome, from, approval: null });

/** Lets a running turn wait for a yes; false when it was closed already, or somebody wants it stopped. */
export const holdTurn = (
  ctx: Context,
  turn: TurnRow,
  held: Spent & Said & { approval: HeldApproval; answer: Answer },
): Promise<boolean> =>
  close(ctx, turn, { ...held, from: "running", status: "awaiting_approval", error: null });
