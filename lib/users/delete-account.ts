/** Deleting an account with everything that hangs on it. Called by `agent/leave.ts`, which stops its turns first. */
import { asc, eq } from "drizzle-orm";
import { invitations, users } from "@/db/schema";
import { type Context, withTransaction } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { forgetSubjects } from "@/lib/rate-limit";
import { oneAtATime } from "./admission";

const appointOldest = async (ctx: Context): Promise<void> => {
  const oldest = await ctx.db.query.users.findFirst({
    columns: { id: true },
    orderBy: [asc(users.createdAt), asc(users.id)],
  });
  if (oldest) await ctx.db.update(users).set({ operator: true }).where(eq(users.id, oldest.id));
};

/**
 * Leaves nothing of the person: their rows go with the account, and with them what names their address elsewhere. After
 * the operator's, the oldest account is the operator's; after the last, whoever comes next is the first.
 */
export const deleteAccount = (ctx: Context): Promise<void> =>
  withTransaction(ctx, async (ctx) => {
    await oneAtATime(ctx.db);
    const [gone] = await ctx.db
      .delete(users)
      .where(eq(users.id, ctx.userId))
      .returning({ email: users.email, operator: users.operator });
    if (!gone) throw new AppError("unauthenticated", "This account no longer exists.");
    await ctx.db.delete(invitations).where(eq(invitations.email, gone.email));
    await forgetSubjects(ctx.db, [ctx.userId, gone.email]);
    if (gone.operator) await appointOldest(ctx);
  });
