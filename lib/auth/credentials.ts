/**
 * Signing up and signing in with e-mail and password: shared by our own routes and next-auth's callback, so that both
 * have the same rules and count against the same limits.
 */
import type { Database } from "@/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { countAgainst, type Limit, uncount } from "@/lib/rate-limit";
import { signInInput, type SignInInput, signUpInput, type SignUpInput } from "@/lib/users/schema";
import { admit, hasAccounts } from "@/lib/users/admission";
import { createUser, findUserByEmail, type User } from "@/lib/users/service";
import { hashPassword, verifyPassword } from "./password";

/** The name of who gave none: the address's first part. */
export const nameFrom = (email: string): string => email.split("@")[0] ?? email;

/**
 * Makes the account, if `SIGNUP` allows it. Throws `rate_limited` for a client's `address` that makes too many, and
 * what `createUser` throws.
 */
export const signUp = async (
  db: Database,
  input: SignUpInput,
  { now, address }: { now: Date; address: string },
): Promise<User> => {
  const { email, password, name, invitation } = signUpInput.parse(input);
  const { SIGNUP: mode, RATE_LIMIT_SIGNIN_PER_MINUTE: perMinute } = env();
  await countAgainst(
    db,
    { name: "signup-address", perMinute, subject: address },
    "Too many tries. Wait a minute, then try again.",
  );
  // Asked before the password is hashed, which is meant to be work, and again when the account is made.
  if (await hasAccounts(db)) await admit(db, { mode, invitation }, { email, now });
  const account = {
    email,
    name: name ?? nameFrom(email),
    passwordHash: await hashPassword(password),
    now,
  };
  return createUser(db, account, { mode, invitation });
};

/**
 * The user of these credentials; throws `invalid_credentials`, the same for a wrong password and an unknown address.
 * Throws `rate_limited` while too many failures are remembered for the account or the client's `address`, even when
 * the password is right. Tries count before they are checked, so that many at once get no more than their number.
 */
export const verifyCredentials = async (
  db: Database,
  input: SignInInput,
  address: string,
): Promise<User> => {
  const { email, password } = signInInput.parse(input);
  const perMinute = env().RATE_LIMIT_SIGNIN_PER_MINUTE;
  const limits: Limit[] = [
    // The address first: one that is refused already can't lock anybody's account.
    { name: "signin-address", perMinute, subject: address },
    { name: "signin-account", perMinute, subject: email },
  ];
  const tooMany = "Too many failed tries. Wait a minute, then try again.";
  for (const limit of limits) await countAgainst(db, limit, tooMany);
  const user = await findUserByEmail(db, email);
  if (!(await verifyPassword(user?.passwordHash, password)) || !user) {
    throw new AppError("invalid_credentials", "The e-mail address or the password is wrong.");
  }
  for (const limit of limits) await uncount(db, limit);
  return user;
};
