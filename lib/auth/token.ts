/**
 * Session tokens: next-auth's encrypted JWT, in the browser's cookie and as a bearer token alike. A token only names
 * a user and a `sessions` row; whether that session is alive is asked of the database by `requireUser`.
 */
import { LRUCache } from "lru-cache";
import { decode, encode, getToken } from "next-auth/jwt";
import { z } from "zod";
import { env } from "@/lib/env";
import { isAccessToken } from "@/lib/users/access-tokens";
import { SESSION_SECONDS } from "@/lib/users/sessions";

const claims = z.object({ sub: z.guid(), sid: z.guid() });
export type SessionClaims = z.infer<typeof claims>;

/** `exp` in seconds since 1970, as RFC 7519 has it. */
const payload = claims.extend({ exp: z.number() });

/**
 * The tokens that were read last, by what they name: next-auth derives the key anew for each that it decrypts, and
 * every request has one to read twice. What a token says never changes; whether its session is alive is asked of the
 * database all the same.
 */
const known = new LRUCache<string, z.infer<typeof payload>>({ max: 2000 });

/** What a bearer token or a cookie names; null when it isn't ours, was changed, or has expired. */
export const readToken = async (token: string): Promise<SessionClaims | null> => {
  const before = known.get(token);
  if (before && before.exp * 1000 > Date.now()) return before;
  try {
    const read = payload.parse(await decode({ token, secret: env().NEXTAUTH_SECRET }));
    known.set(token, read);
    return read;
  } catch {
    // jose throws for every malformed, foreign or expired token: all of them mean "no session".
    return null;
  }
};

/** A bearer token for a session that was started. */
export const issueToken = (session: SessionClaims): Promise<string> =>
  encode({
    token: { sub: session.sub, sid: session.sid },
    secret: env().NEXTAUTH_SECRET,
    maxAge: SESSION_SECONDS,
  });

/** Whether a bearer token could be valid, as far as can be told without the database. */
export const couldBeValid = async (token: string): Promise<boolean> =>
  isAccessToken(token) || (await readToken(token)) !== null;

type Cookies = { getAll(): { name: string; value: string }[] };

/** What the session cookie names; null where there is none or it isn't valid. */
export const readSessionCookie = async (cookies: Cookies): Promise<SessionClaims | null> => {
  const { NEXTAUTH_URL } = env();
  const jar = Object.fromEntries(cookies.getAll().map(({ name, value }) => [name, value]));
  const request = { cookies: jar, headers: {} } as Parameters<typeof getToken>[0]["req"];
  const secureCookie = NEXTAUTH_URL.startsWith("https://");
  const token = await getToken({ req: request, secureCookie, raw: true });
  return token ? readToken(token) : null;
};

/** The token of an `Authorization: Bearer` header, the scheme in any case; null for another scheme. */
export const bearerOf = (authorization: string | null): string | null =>
  /^bearer +(\S+) *$/i.exec(authorization ?? "")?.[1] ?? null;
