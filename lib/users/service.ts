/**
 * The verbs on accounts. What happens before there is a context (sign-up, sign-in) takes the database itself.
 */
import { eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { isUniqueViolation } from "@/db/failures";
import { users } from "@/db/schema";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { type Admission, admit, hasAccounts, oneAtATime } from "./admission";
import { spendInvitation } from "./invitations";
import { type Me, type MePatch, mePatch } from "./schema";

export type User = typeof users.$inferSelect;

/** The zone of someone who has not said one. */
export const DEFAULT_TIME_ZONE = "UTC";

export const toMe = (user: User): Me => ({
  id: user.id,
  email: user.email,
  name: user.name,
  time_zone: user.timeZone ?? DEFAULT_TIME_ZONE,
  confirm_deletions: user.confirmDeletions,
});

export type NewAccount = {
  /** Lower case. */
  email: string;
  name: string;
  /** A PHC string; null for an account that GitHub or Google opens. */
  passwordHash: string | null;
  now: Date;
};

const insertUser = async (
  db: Database,
  { email, name, passwordHash, now }: NewAccount,
  operator: boolean,
): Promise<User> => {
  const values = { email, name, passwordHash, operator, createdAt: now, updatedAt: now };
  const [user] = await db
    .insert(users)
    .values({ id: newId(), ...values })
    .returning();
  if (!user) throw new Error("The insert returned no row.");
  return user;
};

/**
 * Makes an account; the first one is the operator's, whatever `admission` says. Throws `email_taken`, `signup_closed`,
 * `invitation_required` and `invitation_invalid`.
 */
export const createUser = async (
  db: Database,
  account: NewAccount,
  admission: Admission = { mode: "open" },
): Promise<User> => {
  try {
    return await db.transaction(async (tx) => {
      await oneAtATime(tx);
      if (!(await hasAccounts(tx))) return insertUser(tx, account, true);
      const invitation = await admit(tx, admission, account);
      const user = await insertUser(tx, account, false);
      if (invitation) {
        await spendInvitation(tx, { id: invitation.id, userId: user.id, now: account.now });
      }
      return user;
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw new AppError("email_taken", "There is an account with this e-mail address already.", {
      fields: [{ path: "email", message: "There is an account with this e-mail address already." }],
    });
  }
};

export const findUserByEmail = (db: Database, email: string): Promise<User | undefined> =>
  db.query.users.findFirst({ where: eq(users.email, email) });

/** The caller's row. */
export const getUser = async (ctx: Context): Promise<User> => {
  const user = await ctx.db.query.users.findFirst({ where: eq(users.id, ctx.userId) });
  if (!user) throw new AppError("unauthenticated", "This account no longer exists.");
  return user;
};

/** The caller's own account. */
export const getMe = async (ctx: Context): Promise<Me> => toMe(await getUser(ctx));

/** Changes the caller's own settings. */
export const updateMe = async (ctx: Context, input: MePatch): Promise<Me> => {
  const patch = mePatch.parse(input);
  const [user] = await ctx.db
    .update(users)
    .set({
      name: patch.name,
      timeZone: patch.time_zone,
      confirmDeletions: patch.confirm_deletions,
      updatedAt: ctx.now,
    })
    .where(eq(users.id, ctx.userId))
    .returning();
  if (!user) throw new AppError("unauthenticated", "This account no longer exists.");
  return toMe(user);
};
