/**
 * Who may make an account: anybody, who brings an invitation, or nobody, as `SIGNUP` says. The very first account may
 * always be made, for it is the operator's. Called by `createUser`, and by the sign-up page to say how things stand.
 */
import { sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { AppError } from "@/lib/errors";
import { findInvitation, type InvitationRow } from "./invitations";

export type SignUpMode = "open" | "invite" | "closed";

export type Admission = {
  mode: SignUpMode;
  /** The token of an invitation's link. */
  invitation?: string | undefined;
};

/** Any fixed number: accounts are made one after another on it, so that one of them is the first. */
const SIGN_UP_LOCK = 4_917_203_116;

/** Until the transaction ends, nobody else makes an account. */
export const oneAtATime = async (db: Database): Promise<void> => {
  await db.execute(sql`select pg_advisory_xact_lock(${SIGN_UP_LOCK})`);
};

export const hasAccounts = async (db: Database): Promise<boolean> =>
  (await db.query.users.findFirst({ columns: { id: true } })) !== undefined;

/**
 * Lets somebody in who is not the first, and gives the invitation to be used up, if one is. Without `email`, only looks
 * whether the way is open. Throws `signup_closed`, `invitation_required` and `invitation_invalid`.
 */
export const admit = async (
  db: Database,
  { mode, invitation }: Admission,
  { email, now }: { email?: string; now: Date },
): Promise<InvitationRow | null> => {
  if (mode === "open") return null;
  if (mode === "closed") {
    throw new AppError(
      "signup_closed",
      "Nobody can make an account here at the moment. Ask who runs this installation.",
    );
  }
  if (invitation === undefined) {
    throw new AppError(
      "invitation_required",
      "Making an account here takes an invitation. Ask who runs this installation for a link.",
    );
  }
  const row = await findInvitation(db, invitation, now);
  if (email !== undefined && row.email !== null && row.email !== email) {
    throw new AppError("invitation_invalid", "This invitation is for another e-mail address.", {
      fields: [{ path: "email", message: "This invitation is for another e-mail address." }],
    });
  }
  return row;
};

export type SignUpState =
  | { kind: "open"; /** It will be the operator's. */ first: boolean; email: string | null }
  | { kind: "refused"; message: string };

/** How things stand for who opens the sign-up page, with the token of their link if there is one. */
export const signUpState = async (
  db: Database,
  admission: Admission,
  now: Date,
): Promise<SignUpState> => {
  if (!(await hasAccounts(db))) return { kind: "open", first: true, email: null };
  try {
    const invitation = await admit(db, admission, { now });
    return { kind: "open", first: false, email: invitation?.email ?? null };
  } catch (error) {
    if (error instanceof AppError) return { kind: "refused", message: error.message };
    throw error;
  }
};
