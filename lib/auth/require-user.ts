/**
 * Who is calling: the bearer token or the session cookie, checked against the database at every request. Middleware
 * asks too, but this is the wall.
 */
import { type Database, getDatabase } from "@/db/client";
import type { Actor, Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { findAccessToken, isAccessToken } from "@/lib/users/access-tokens";
import { findSessionUser } from "@/lib/users/sessions";
import { DEFAULT_TIME_ZONE, toMe, type User } from "@/lib/users/service";
import type { Me } from "@/lib/users/schema";
import { bearerOf, readToken, readSessionCookie, type SessionClaims } from "./token";

/** What a caller may do. `read` and `write` are access tokens'; who signed in may also make and end those. */
export type Scope = "read" | "write" | "session";

export type Caller = {
  ctx: Context;
  me: Me;
  /** False until the person or their browser has said a time zone. */
  timeZoneKnown: boolean;
  scope: Scope;
  /** False for an account that only GitHub or Google opens. */
  hasPassword: boolean;
  /** Whether this is who runs the installation. */
  operator: boolean;
};

type Cookies = Parameters<typeof readSessionCookie>[0];

const callerFor = (
  user: User,
  { db, now, scope, actor }: { db: Database; now: Date; scope: Scope; actor: Actor },
): Caller => ({
  me: toMe(user),
  timeZoneKnown: user.timeZone !== null,
  scope,
  hasPassword: user.passwordHash !== null,
  operator: user.operator,
  ctx: {
    userId: user.id,
    actor,
    turnId: null,
    db,
    timeZone: user.timeZone ?? DEFAULT_TIME_ZONE,
    now,
  },
});

const callerOf = async (claims: SessionClaims | null): Promise<Caller | null> => {
  if (!claims) return null;
  const db = await getDatabase();
  const now = new Date();
  const user: User | undefined = await findSessionUser(db, claims.sid, now);
  if (user?.id !== claims.sub) return null;
  const actor: Actor = { kind: "user", name: user.name };
  return callerFor(user, { db, now, scope: "session", actor });
};

const callerWithToken = async (token: string): Promise<Caller | null> => {
  if (!isAccessToken(token)) return callerOf(await readToken(token));
  const db = await getDatabase();
  const now = new Date();
  const found = await findAccessToken(db, token, now);
  if (!found) return null;
  const { name, scope } = found.token;
  return callerFor(found.user, { db, now, scope, actor: { kind: "token", name } });
};

/** The person whose browser sends these cookies, or null. */
export const callerFromCookies = async (cookies: Cookies): Promise<Caller | null> =>
  callerOf(await readSessionCookie(cookies));

const SAFE_METHODS = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Browsers send cookies along with requests that other sites make, so a change by cookie has to come from our own
 * page, as `Origin` and `Sec-Fetch-Site` tell. Throws `cross_origin`.
 */
const refuseCrossOrigin = (request: Request): void => {
  if (SAFE_METHODS.has(request.method)) return;
  const origin = request.headers.get("origin");
  const site = request.headers.get("sec-fetch-site");
  const sameHost =
    origin === null ||
    (URL.canParse(origin) && new URL(origin).host === request.headers.get("host"));
  if (!sameHost || site === "cross-site" || site === "same-site") {
    throw new AppError("cross_origin", "This request came from another site, so it was refused.");
  }
};

/**
 * The caller of a request: its bearer token (a session's or an access token) or, where there is no `Authorization`
 * header, its session cookie.
 * Throws `unauthenticated`; for a change by cookie from another site `cross_origin`.
 */
export const requireUser = async (request: Request & { cookies: Cookies }): Promise<Caller> => {
  const authorization = request.headers.get("authorization");
  const token = bearerOf(authorization);
  const caller =
    authorization === null
      ? await callerFromCookies(request.cookies)
      : token && (await callerWithToken(token));
  if (!caller) {
    throw new AppError("unauthenticated", "Sign in first: there is no valid session or token.");
  }
  if (authorization === null) refuseCrossOrigin(request);
  return caller;
};

/** Whether the request's session or token is still good. */
export const isSignedIn = async (request: Request & { cookies: Cookies }): Promise<boolean> => {
  try {
    await requireUser(request);
    return true;
  } catch (error) {
    if (error instanceof AppError && error.code === "unauthenticated") return false;
    throw error;
  }
};
