/**
 * Accounts that GitHub or Google open. The provider's word for an e-mail address counts only where it says that the
 * address is verified; and since Errand itself verifies none, an account that has a password is linked only with it:
 * else who signed up with another's address would wait for that person's tasks.
 */
import { and, eq } from "drizzle-orm";
import type { Database } from "@/db/client";
import { linkedAccounts, users } from "@/db/schema";
import type { Admission } from "./admission";
import { createUser, findUserByEmail, type User } from "./service";

/** An account at a provider. */
export type ProviderAccount = {
  provider: (typeof linkedAccounts.$inferSelect)["provider"];
  providerAccountId: string;
};

export type ProviderProfile = ProviderAccount & {
  /** Lower case; null where the provider gives none. */
  email: string | null;
  emailVerified: boolean;
  name: string;
};

export type ProviderSignIn =
  | { kind: "user"; user: User }
  /** There is an account with a password: who knows it may link them. */
  | { kind: "password_first"; email: string }
  | { kind: "email_unverified" };

/** Lets the provider's account open the user's. One that is linked already stays as it is. */
export const linkAccount = async (
  db: Database,
  userId: string,
  { provider, providerAccountId }: ProviderAccount,
  now: Date,
): Promise<void> => {
  await db
    .insert(linkedAccounts)
    .values({ provider, providerAccountId, userId, createdAt: now })
    .onConflictDoNothing();
};

const findLinked = async (
  db: Database,
  { provider, providerAccountId }: ProviderAccount,
): Promise<User | undefined> => {
  const [row] = await db
    .select({ user: users })
    .from(linkedAccounts)
    .innerJoin(users, eq(users.id, linkedAccounts.userId))
    .where(
      and(
        eq(linkedAccounts.provider, provider),
        eq(linkedAccounts.providerAccountId, providerAccountId),
      ),
    );
  return row?.user;
};

/**
 * Whom a provider's account opens: who it is linked to, who has its verified address and no password, or a new account
 * where `admission` lets one be made. Throws what `createUser` throws.
 */
export const signInWithProvider = async (
  db: Database,
  profile: ProviderProfile,
  admission: Admission,
  now: Date,
): Promise<ProviderSignIn> => {
  const linked = await findLinked(db, profile);
  if (linked) return { kind: "user", user: linked };
  const { email, emailVerified, name } = profile;
  if (email === null || !emailVerified) return { kind: "email_unverified" };
  const existing = await findUserByEmail(db, email);
  if (existing && existing.passwordHash !== null) return { kind: "password_first", email };
  const user =
    existing ?? (await createUser(db, { email, name, passwordHash: null, now }, admission));
  await linkAccount(db, user.id, profile, now);
  return { kind: "user", user };
};
