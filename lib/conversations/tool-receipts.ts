/** The receipts of a turn's tool calls: written with their effects, and read when the turn is taken up again. */
import { asc, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { toolCalls, turns } from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { toolArguments, type ToolCallPart } from "./schema";
import { type Run, thisRun } from "./turn-leases";

/**
 * The receipt of a tool call, in the transaction of its effect. Throws when this run of the turn is over, so that the
 * effect is not kept either.
 */
export const writeToolCall = async (
  ctx: Context,
  turn: Run,
  call: Pick<
    typeof toolCalls.$inferInsert,
    "ordinal" | "callId" | "tool" | "arguments" | "argumentsHash" | "status" | "result" | "changes"
  >,
): Promise<void> => {
  if ((await ctx.db.$count(turns, thisRun(turn))) === 0) {
    throw new Error("This run of the turn is over.");
  }
  await ctx.db
    .insert(toolCalls)
    .values({ ...call, turnId: turn.id, id: newId(), userId: ctx.userId, createdAt: new Date() });
};

/** The receipts of a turn's calls, in order, as the parts of its message; and the number that the next call gets. */
export const receiptParts = async (
  db: Database,
  turnId: string,
): Promise<{ parts: ToolCallPart[]; nextCall: number }> => {
  const rows = await db
    .select()
    .from(toolCalls)
    .where(eq(toolCalls.turnId, turnId))
    .orderBy(asc(toolCalls.ordinal));
  const parts = rows.map((row) => ({
    type: "tool_call" as const,
    call_id: row.callId,
    tool: row.tool,
    arguments: toolArguments.parse(row.arguments),
    status: row.status,
    result: row.result,
    changes: row.changes,
  }));
  return { parts, nextCall: (rows.at(-1)?.ordinal ?? -1) + 1 };
};
