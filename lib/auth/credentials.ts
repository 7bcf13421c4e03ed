/**
 * Signing up and signing in with e-mail and password: shared by our own routes and next-auth's callback, so that both
 * have the same rules and count against the same limits.
 */
import type { Database } from "@/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { countAgainst, type Limit, uncount } from "@/lib/rate-limit";
import { signInInput, type SignInInput, signUpInput, type SignUpInput } from "@/lib/users/schema";
import { createUser, findUserByEmail, type User } from "@/lib/users/service";
import { hashPassword, verifyPassword } from "./password";

/** Makes the account; throws `email_taken`. The name defaults to the address's first part. */
export const signUp = async (db: Database, input: SignUpInput, now: Date): Promise<User> => {
  const { email, password, name } = signUpInput.parse(input);
  return createUser(db, {
    email,
    name: name ?? email.split("@")[0] ?? email,
    passwordHash: await hashPassword(password),
    now,
  });
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
