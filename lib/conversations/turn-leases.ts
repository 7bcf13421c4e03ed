/**
 * Leases: how a turn whose process has died is known, and how one that runs elsewhere is asked to stop. What becomes
 * of a dead one is in `seal-turn.ts`.
 */
import { and, eq, inArray } from "drizzle-orm";
import type { Database } from "@/db/client";
import { turns } from "@/db/schema";
import type { Context } from "@/lib/context";

/** How long a turn counts as alive after its process last said so. */
export const LEASE_MS = 15_000;

/** The end of a lease that is taken or renewed now. */
export const leaseFrom = (now: Date): Date => new Date(now.getTime() + LEASE_MS);

type Leased = Pick<typeof turns.$inferSelect, "status" | "leaseExpiresAt">;

/** The process that runs the turn has died. */
export const isDead = (turn: Leased): boolean =>
  turn.status === "running" && turn.leaseExpiresAt < new Date();

/** One run of a turn; a turn that is taken up again counts another. */
export type Run = { id: string; run: number };

/** The condition that this run of the turn still goes on. */
export const thisRun = ({ id, run }: Run) =>
  and(eq(turns.id, id), eq(turns.status, "running"), eq(turns.run, run));

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
