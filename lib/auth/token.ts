/**
 * Session tokens: next-auth's encrypted JWT, in the browser's cookie and as a bearer token alike. A token only names
 * a user and a `sessions` row; whether that session is alive is asked of the database by `requireUser`.
 */
import { decode, encode, getToken } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { isAccessToken } from "@/lib/users/access-tokens";
import { SESSION_SECONDS } from "@/lib/users/sessions";

const claims = z.object({ sub: z.guid(), sid: z.guid() });
export type SessionClaims = z.infer<typeof claims>;

const asClaims = (payload: unknown): SessionClaims | null => claims.safeParse(payload).data ?? null;

/** A bearer token for a session that was started. */
export const issueToken = (session: SessionClaims): Promise<string> =>
  encode({
    token: { sub: session.sub, sid: session.sid },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });

/** What a bearer token names; null when it isn't ours, was changed, or has expired. */
export const readBearerToken = async (token: string): Promise<SessionClaims | null> => {
  try {
    return asClaims(await decode({ token, secret: env().NEXTAUTH_SECRET }));
  } catch {
    // jose throws for every malformed, foreign or expired token: all of them mean "no session".
    return null;
  }
};

/** Whether a bearer token could be valid, as far as can be told without the database. */
export const couldBeValid = async (token: string): Promise<boolean> =>
  isAccessToken(token) || (await readBearerToken(token)) !== null;

type Cookies = { getAll(): { name: string; value: string }[] };

/** What the session cookie names; null where there is none or it isn't valid. */
export const readSessionCookie = async (cookies: Cookies): Promise<SessionClaims | null> => {
  const { NEXTAUTH_URL, NEXTAUTH_SECRET } = env();
  const jar = Object.fromEntries(cookies.getAll().map(({ name, value }) => [name, value]));
  const request = { cookies: jar, headers: {} } as Parameters<typeof getToken>[0]["req"];
  const secureCookie = NEXTAUTH_URL.startsWith("https://");
  return asClaims(await getToken({ req: request, secret: NEXTAUTH_SECRET, secureCookie }));
};

/** The token of an `Authorization: Bearer` header, the scheme in any case; null for another scheme. */
export const bearerOf = (authorization: string | null): string | null =>
  /^bearer +(\S+) *$/i.exec(authorization ?? "")?.[1] ?? null;
