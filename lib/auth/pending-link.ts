/**
 * A provider's account that waits for a password: what has to be remembered between the provider's answer and the
 * sign-in form, encrypted, and for minutes only.
 */
import { decode, encode } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";

const LINK_SECONDS = 10 * 60;
/** Derives another key than sessions have, so that neither passes for the other. */
const SALT = "errand-link";

const pendingLink = z.object({
  provider: z.enum(["github", "google"]),
  providerAccountId: z.string(),
  email: z.string(),
});
export type PendingLink = z.infer<typeof pendingLink>;

export const writePendingLink = ({
  provider,
  providerAccountId,
  email,
}: PendingLink): Promise<string> =>
  encode({
    token: { provider, providerAccountId, email },
    secret: env().NEXTAUTH_SECRET,
    maxAge: LINK_SECONDS,
    salt: SALT,
  });

/** Null for what isn't ours, was changed, or is too old. */
export const readPendingLink = async (token: string | undefined): Promise<PendingLink | null> => {
  try {
    const payload = await decode({ token, secret: env().NEXTAUTH_SECRET, salt: SALT });
    return pendingLink.safeParse(payload).data ?? null;
  } catch {
    // jose throws for every malformed, foreign or expired token.
    return null;
  }
};
