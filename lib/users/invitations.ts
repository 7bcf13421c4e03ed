/**
 * Invitations: links that let one person make an account, made by the operator. The token is in the link and shown
 * once; the database knows only its hash. Used and expired ones stay in the list until they are removed.
 */
import { createHash, randomBytes } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import { afterCursor, keysOf, type Order, orderOf, pageOf } from "@/db/keyset";
import { invitations, users } from "@/db/schema";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { type Invitation, type NewInvitation, newInvitation } from "./schema";

export type InvitationRow = typeof invitations.$inferSelect;

const DAY_MS = 24 * 60 * 60 * 1000;

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

const statusOf = (row: InvitationRow, now: Date): Invitation["status"] => {
  if (row.usedAt !== null) return "used";
  return row.expiresAt <= now ? "expired" : "open";
};

const toInvitation = (row: InvitationRow, usedBy: string | null, now: Date): Invitation => ({
  id: row.id,
  email: row.email,
  status: statusOf(row, now),
  created_at: row.createdAt.toISOString(),
  expires_at: row.expiresAt.toISOString(),
  used_at: row.usedAt?.toISOString() ?? null,
  used_by: usedBy,
});

/** Makes an invitation; the only time that its token can be read. */
export const createInvitation = async (
  ctx: Context,
  input: NewInvitation,
): Promise<{ invitation: Invitation; token: string }> => {
  const { email, expires_in_days: days } = newInvitation.parse(input);
  const token = randomBytes(32).toString("base64url");
  const row: InvitationRow = {
    id: newId(),
    userId: ctx.userId,
    email,
    tokenHash: hashOf(token),
    createdAt: ctx.now,
    expiresAt: new Date(ctx.now.getTime() + days * DAY_MS),
    usedAt: null,
    usedBy: null,
  };
  await ctx.db.insert(invitations).values(row);
  return { invitation: toInvitation(row, null, ctx.now), token };
};

const NEWEST: Order = {
  name: "invitations",
  keys: [{ expression: sql`${invitations.id}`, type: "uuid", direction: "desc" }],
};

const guests = alias(users, "guests");

/** A page of the operator's invitations, newest first, with the address of who used each. */
export const listInvitations = async (
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ invitations: Invitation[]; count: number; next_cursor: string | null }> => {
  const rows = await ctx.db
    .select({ invitation: invitations, usedBy: guests.email, keys: keysOf(NEWEST) })
    .from(invitations)
    .leftJoin(guests, eq(guests.id, invitations.usedBy))
    .where(
      and(
        eq(invitations.userId, ctx.userId),
        cursor === undefined ? undefined : afterCursor(NEWEST, cursor),
      ),
    )
    .orderBy(...orderOf(NEWEST))
    .limit(limit + 1);
  const page = pageOf(NEWEST, rows, limit);
  const found = page.rows.map((row) => toInvitation(row.invitation, row.usedBy, ctx.now));
  return { invitations: found, count: found.length, next_cursor: page.nextCursor };
};

/** Takes an invitation back, or `not_found`. The account that one has made already stays. */
export const deleteInvitation = async (ctx: Context, id: string): Promise<void> => {
  const deleted = await ctx.db
    .delete(invitations)
    .where(and(eq(invitations.userId, ctx.userId), eq(invitations.id, id)))
    .returning({ id: invitations.id });
  if (deleted.length === 0) throw new AppError("not_found", "There is no such invitation.");
};

const invalid = (message: string): AppError => new AppError("invitation_invalid", message);

/** The invitation that this token opens; throws `invitation_invalid` with what is wrong with it. */
export const findInvitation = async (
  db: Database,
  token: string,
  now: Date,
): Promise<InvitationRow> => {
  const row = await db.query.invitations.findFirst({
    where: eq(invitations.tokenHash, hashOf(token)),
  });
  if (!row) {
    throw invalid(
      "This invitation is not valid. It may have been taken back; ask for a new one, or check that the whole link was copied.",
    );
  }
  if (row.usedAt !== null) {
    throw invalid("This invitation was used already. Sign in, or ask for a new one.");
  }
  if (row.expiresAt <= now) throw invalid("This invitation has expired. Ask for a new one.");
  return row;
};

/** Uses the invitation up for a new account; of two that try, one gets `invitation_invalid`. */
export const spendInvitation = async (
  db: Database,
  { id, userId, now }: { id: string; userId: string; now: Date },
): Promise<void> => {
  const spent = await db
    .update(invitations)
    .set({ usedAt: now, usedBy: userId })
    .where(and(eq(invitations.id, id), isNull(invitations.usedAt)))
    .returning({ id: invitations.id });
  if (spent.length === 0) {
    throw invalid("This invitation was used already. Sign in, or ask for a new one.");
  }
};
