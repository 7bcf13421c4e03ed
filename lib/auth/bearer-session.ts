/** A new bearer session, as sign-up and sign-in answer it. */
import type { Database } from "@/db/client";
import { startSession } from "@/lib/users/sessions";
import type { User } from "@/lib/users/service";
import { issueToken } from "./token";

/** Starts a session for `user` and gives the answer's body. */
export const bearerSession = async (db: Database, user: User, now: Date) => {
  const session = await startSession(db, { userId: user.id, kind: "bearer", now });
  return {
    token: await issueToken({ sub: user.id, sid: session.id }),
    token_type: "Bearer",
    expires_at: session.expiresAt.toISOString(),
    user: { id: user.id, email: user.email, name: user.name },
  };
};
