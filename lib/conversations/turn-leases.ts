/**
 * Leases: how a turn whose process has died is known, and closed as interrupted; and how one that runs elsewhere is
 * asked to stop.
 */
import { and, eq, inArray, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { turns } from "@/db/schema";
import type { Context } from "@/lib/context";
import { changing } from "@/lib/events/record";
import { turnChanged } from "./changed";

/** How long a turn counts as alive after its process last said so. */
const LEASE_MS = 20_000;

/** The end of a lease that is taken or renewed now. */
export const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

/** Closes the conversation's turn if its process has died, so that it stops nobody. */
export const sealDead = async (ctx: Context, conversationId: string): Promise<void> => {
  const dead = and(
    eq(turns.userId, ctx.userId),
    eq(turns.conversationId, conversationId),
    eq(turns.status, "running"),
    lt(turns.leaseExpiresAt, new Date()),
  );
  // Hardly ever there is one, so nobody is made to wait in line for a look.
  if ((await ctx.db.$count(turns, dead)) === 0) return;
  await changing(ctx, async (ctx) => {
    const sealed = await ctx.db
      .update(turns)
      .set({ status: "interrupted" })
      .where(dead)
      .returning({ id: turns.id });
    for (const { id } of sealed) await turnChanged(ctx, { id, conversationId }, "interrupted");
  });
};

/** One run of a turn; a turn that is taken up again counts another. */
export type Run = { id: string; run: number };

/** Renews the leases of this process's runs; gives those that somebody asked to cancel, or that are over. */
export const renewLeases = async <R extends Run>(
  db: Database,
  running: readonly R[],
  now: Date,
): Promise<R[]> => {
  const ids = running.map(({ id }) => id);
  const alive = await db
    .update(turns)
    .set({ leaseExpiresAt: leaseFrom(now) })
    .where(and(inArray(turns.id, ids), eq(turns.status, "running")))
    .returning({ id: turns.id, run: turns.run, cancelRequestedAt: turns.cancelRequestedAt });
  return running.filter(
    ({ id, run }) =>
      !alive.some((row) => row.id === id && row.run === run && row.cancelRequestedAt === null),
  );
};

/** Asks for a running turn to be cancelled, wherever it runs. */
export const requestCancel = async (ctx: Context, id: string): Promise<void> => {
  await ctx.db
    .update(turns)
    .set({ cancelRequestedAt: ctx.now })
    .where(and(eq(turns.userId, ctx.userId), eq(turns.id, id), eq(turns.status, "running")));
};

/**
 * Closes turns whose process has died: those past their lease or, with `all`, every running one (the embedded
 * database has one process, so at its start none can be alive). Gives their number.
 */
export const sealInterrupted = async (
  db: Database,
  { now, all }: { now: Date; all: boolean },
): Promise<number> => {
  const sealed = await db
    .update(turns)
    .set({ status: "interrupted" })
    .where(and(eq(turns.status, "running"), all ? undefined : lt(turns.leaseExpiresAt, now)))
    .returning({ id: turns.id });
  return sealed.length;
};
