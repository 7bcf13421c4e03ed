/**
 * Personal access tokens: what programs (MCP clients, scripts) send as their bearer token, in a person's name. The
 * token is shown once, when it is made; the database knows only its hash. Expired ones stay in the list until deleted.
 */
import { createHash, randomBytes } from "node:crypto";
import { and, eq, gt, isNull, or, sql } from "drizzle-orm";
import type { Database } from "@/db/client";
import { afterCursor, keysOf, type Order, orderOf, pageOf } from "@/db/keyset";
import { accessTokens, users } from "@/db/schema";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { newId } from "@/lib/ids";
import { type AccessToken, type NewAccessToken, newAccessToken } from "./schema";
import type { User } from "./service";

type Row = typeof accessTokens.$inferSelect;

/** By it, a token is told from a session's, and found by scanners for leaked secrets. */
const PREFIX = "errand_pat_";
const DAY_MS = 24 * 60 * 60 * 1000;
/** A token in use is written to at most this often. */
const LAST_USED_EVERY_MS = 60_000;

/** Whether this has the form of an access token; whether it is one, `findAccessToken` knows. */
export const isAccessToken = (token: string): boolean => token.startsWith(PREFIX);

const hashOf = (token: string): string => createHash("sha256").update(token).digest("base64url");

const toAccessToken = (row: Row): AccessToken => ({
  id: row.id,
  name: row.name,
  scope: row.scope,
  created_at: row.createdAt.toISOString(),
  expires_at: row.expiresAt?.toISOString() ?? null,
  last_used_at: row.lastUsedAt?.toISOString() ?? null,
});

/** Makes a token; the only time that it can be read. */
export const createAccessToken = async (
  ctx: Context,
  input: NewAccessToken,
): Promise<AccessToken & { token: string }> => {
  const { name, scope, expires_in_days: days } = newAccessToken.parse(input);
  const token = PREFIX + randomBytes(32).toString("base64url");
  const row: Row = {
    id: newId(),
    userId: ctx.userId,
    name,
    tokenHash: hashOf(token),
    scope,
    createdAt: ctx.now,
    expiresAt: days === null ? null : new Date(ctx.now.getTime() + days * DAY_MS),
    lastUsedAt: null,
  };
  await ctx.db.insert(accessTokens).values(row);
  return { ...toAccessToken(row), token };
};

const NEWEST: Order = {
  name: "tokens",
  keys: [{ expression: sql`${accessTokens.id}`, type: "uuid", direction: "desc" }],
};

/** A page of the person's tokens, newest first. */
export const listAccessTokens = async (
  ctx: Context,
  { limit, cursor }: { limit: number; cursor?: string | undefined },
): Promise<{ tokens: AccessToken[]; count: number; next_cursor: string | null }> => {
  const rows = await ctx.db
    .select({ token: accessTokens, keys: keysOf(NEWEST) })
    .from(accessTokens)
    .where(
      and(
        eq(accessTokens.userId, ctx.userId),
        cursor === undefined ? undefined : afterCursor(NEWEST, cursor),
      ),
    )
    .orderBy(...orderOf(NEWEST))
    .limit(limit + 1);
  const page = pageOf(NEWEST, rows, limit);
  const tokens = page.rows.map((row) => toAccessToken(row.token));
  return { tokens, count: tokens.length, next_cursor: page.nextCursor };
};

/** Ends a token, or `not_found`. */
export const deleteAccessToken = async (ctx: Context, id: string): Promise<void> => {
  const deleted = await ctx.db
    .delete(accessTokens)
    .where(and(eq(accessTokens.userId, ctx.userId), eq(accessTokens.id, id)))
    .returning({ id: accessTokens.id });
  if (deleted.length === 0) throw new AppError("not_found", "There is no such token.");
};

/** Whose token this is and what it may do, noting that it was used; undefined when it is unknown or has expired. */
export const findAccessToken = async (
  db: Database,
  token: string,
  now: Date,
): Promise<{ user: User; token: AccessToken } | undefined> => {
  const [found] = await db
    .select({ user: users, token: accessTokens })
    .from(accessTokens)
    .innerJoin(users, eq(users.id, accessTokens.userId))
    .where(
      and(
        eq(accessTokens.tokenHash, hashOf(token)),
        or(isNull(accessTokens.expiresAt), gt(accessTokens.expiresAt, now)),
      ),
    )
    .limit(1);
  if (!found) return undefined;
  const minuteAgo = new Date(now.getTime() - LAST_USED_EVERY_MS);
  const { lastUsedAt } = found.token;
  if (lastUsedAt === null || lastUsedAt <= minuteAgo) {
    await db
      .update(accessTokens)
      .set({ lastUsedAt: now })
      .where(eq(accessTokens.id, found.token.id));
  }
  return { user: found.user, token: toAccessToken(found.token) };
};
