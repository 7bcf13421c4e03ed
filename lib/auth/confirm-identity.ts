/** Whether it is really the person who asks for something that can't be taken back. */
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import type { Confirmation } from "@/lib/users/schema";
import { getUser } from "@/lib/users/service";
import { verifyCredentials } from "./credentials";

const wrong = (path: keyof Confirmation, message: string): AppError =>
  new AppError("invalid_request", message, { fields: [{ path, message }] });

/**
 * Wants the account's password or, where it has none, its e-mail address. Throws `invalid_request`,
 * `invalid_credentials`, and `rate_limited` as signing in does.
 */
export const confirmIdentity = async (
  ctx: Context,
  { password, email }: Confirmation,
  address: string,
): Promise<void> => {
  const user = await getUser(ctx);
  if (user.passwordHash === null) {
    if (email !== user.email) throw wrong("email", "This is not your e-mail address.");
    return;
  }
  if (!password) throw wrong("password", "Enter your password.");
  try {
    await verifyCredentials(ctx.db, { email: user.email, password }, address);
  } catch (error) {
    if (!(error instanceof AppError) || error.code !== "invalid_credentials") throw error;
    const message = "The password is wrong.";
    throw new AppError("invalid_credentials", message, { fields: [{ path: "password", message }] });
  }
};
