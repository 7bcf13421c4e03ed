/**
 * Leases: how a turn whose process has died is known, and closed as interrupted; and how one that runs elsewhere is
 * asked to stop.
 */
import { and, eq, inArray, lt } from "drizzle-orm";
import type { Database } from "@/db/client";
import { turns } from "@/db/schema";
import type { Context } from "@/lib/context";

/** How long a turn counts as alive after its process last said so. */
const LEASE_MS = 20_000;

/** The end of a lease that is taken or renewed now. */
export const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

/** Closes the conversation's turn if its process has died, so that it stops nobody. */
export const sealDead = async (ctx: Context, conversationId: string): Promise<void> => {
  await ctx.db
    .update(turns)
    .set({ status: "interrupted" })
    .where(
      and(
        eq(turns.conversationId, conversationId),
        eq(turns.status, "running"),
        lt(turns.leaseExpiresAt, new Date()),
      ),
    );
};

/** Renews the leases of this process's turns; gives those that somebody asked to cancel, or that are gone. */
export const renewLeases = async (db: Database, ids: string[], now: Date): Promise<string[]> => {
  const alive = await db
    .update(turns)
    .set({ leaseExpiresAt: leaseFrom(now) })
    .where(and(inArray(turns.id, ids), eq(turns.status, "running")))
    .returning({ id: turns.id, cancelRequestedAt: turns.cancelRequestedAt });
  const goOn = new Set(alive.filter((row) => row.cancelRequestedAt === null).map((row) => row.id));
  return ids.filter((id) => !goOn.has(id));
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
