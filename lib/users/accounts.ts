/**
 * What is done to an account as a whole: by its owner in the settings, or by whoever runs the installation at the
 * command line. Nothing here asks who may.
 */
import { asc, count, eq, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { invitations, sessions, tasks, users } from "@/db/schema";
import { AppError } from "@/lib/errors";
import { forgetSubjects } from "@/lib/rate-limit";
import { oneAtATime } from "./admission";
import type { User } from "./service";

const noSuchAccount = () => new AppError("not_found", "There is no such account.");

/** An account in the list: who, since when, and how much is in it. */
export type ListedAccount = Pick<User, "id" | "email" | "name" | "operator" | "createdAt"> & {
  tasks: number;
};

/** Every account, oldest first. */
export const listAccounts = (db: Database): Promise<ListedAccount[]> =>
  db
    .select({
      id: users.id,
      email: users.email,
      name: users.name,
      operator: users.operator,
      createdAt: users.createdAt,
      tasks: count(tasks.number),
    })
    .from(users)
    .leftJoin(tasks, eq(tasks.userId, users.id))
    .groupBy(users.id)
    .orderBy(asc(users.id));

/** Sets another password and ends every session; access tokens stay. Throws `not_found`. */
export const resetPassword = (
  db: Database,
  userId: string,
  { passwordHash, now }: { passwordHash: string; now: Date },
): Promise<void> =>
  db.transaction(async (tx) => {
    const changed = await tx
      .update(users)
      .set({ passwordHash, updatedAt: now })
      .where(eq(users.id, userId))
      .returning({ id: users.id });
    if (changed.length === 0) throw noSuchAccount();
    await tx.delete(sessions).where(eq(sessions.userId, userId));
  });

/**
 * Deletes an account and everything in it: every row of a person's hangs on `users`, and what names their address
 * elsewhere goes too. When it was the operator's, the oldest account that is left runs the installation; after the
 * last, whoever comes next does. Throws `not_found`.
 */
export const deleteAccount = (db: Database, userId: string): Promise<void> =>
  db.transaction(async (tx) => {
    await oneAtATime(tx);
    const [deleted] = await tx
      .delete(users)
      .where(eq(users.id, userId))
      .returning({ email: users.email, operator: users.operator });
    if (!deleted) throw noSuchAccount();
    await tx.delete(invitations).where(eq(invitations.email, deleted.email));
    await forgetSubjects(tx, [userId, deleted.email]);
    if (!deleted.operator) return;
    await tx
      .update(users)
      .set({ operator: true })
      .where(eq(users.id, sql`(select min(${users.id}::text)::uuid from ${users})`));
  });
