/**
 * Passwords: argon2id with OWASP's parameters (19 MiB, 2 iterations, 1 lane), stored in PHC form.
 * https://cheatsheetseries.owasp.org/cheatsheets/Password_Storage_Cheat_Sheet.html
 */
import { hash, verify } from "@node-rs/argon2";

/** The library's default algorithm is argon2id. */
const PARAMETERS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, PARAMETERS);

let nobody: Promise<string> | undefined;

/**
 * Whether the password fits. Where there is no hash, the same work is done against a stranger's, so that the time
 * taken doesn't tell whether an account exists.
 */
export const verifyPassword = async (
  stored: string | null | undefined,
  password: string,
): Promise<boolean> => {
  nobody ??= hashPassword(crypto.randomUUID());
  const fits = await verify(stored ?? (await nobody), password);
  return stored ? fits : false;
};
