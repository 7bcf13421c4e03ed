/**
 * Who is calling: the bearer token or the session cookie, checked against the database at every request. Middleware
 * asks too, but this is the wall.
 */
import { getDatabase } from "@/db/client";
import type { Context } from "@/lib/context";
import { AppError } from "@/lib/errors";
import { findSessionUser } from "@/lib/users/sessions";
import { DEFAULT_TIME_ZONE, toMe, type User } from "@/lib/users/service";
import type { Me } from "@/lib/users/schema";
import { bearerOf, readBearerToken, readSessionCookie, type SessionClaims } from "./token";

export type Caller = {
  ctx: Context;
  me: Me;
  /** False until the person or their browser has said a time zone. */
  timeZoneKnown: boolean;
  sessionId: string;
};

type Cookies = Parameters<typeof readSessionCookie>[0];

const callerOf = async (claims: SessionClaims | null): Promise<Caller | null> => {
  if (!claims) return null;
  const db = await getDatabase();
  const now = new Date();
  const user: User | undefined = await findSessionUser(db, claims.sid, now);
  if (user?.id !== claims.sub) return null;
  return {
    me: toMe(user),
    timeZoneKnown: user.timeZone !== null,
    sessionId: claims.sid,
    ctx: {
      userId: user.id,
      actor: { kind: "user", name: user.name },
      turnId: null,
      db,
      timeZone: user.timeZone ?? DEFAULT_TIME_ZONE,
      now,
    },
  };
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
 * The caller of a request: its bearer token or, where there is no `Authorization` header, its session cookie.
 * Throws `unauthenticated`; for a change by cookie from another site `cross_origin`.
 */
export const requireUser = async (request: Request & { cookies: Cookies }): Promise<Caller> => {
  const authorization = request.headers.get("authorization");
  const token = bearerOf(authorization);
  const caller =
    authorization === null
      ? await callerFromCookies(request.cookies)
      : await callerOf(token === null ? null : await readBearerToken(token));
  if (!caller) {
    throw new AppError("unauthenticated", "Sign in first: there is no valid session or token.");
  }
  if (authorization === null) refuseCrossOrigin(request);
  return caller;
};
