/**
 * next-auth: e-mail and password, GitHub and Google where they are configured, pages of our own, and JWT sessions that
 * name a `sessions` row.
 */
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { getDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { errorLines, log } from "@/lib/log";
import { signInInput } from "@/lib/users/schema";
import { linkAccount, signInWithProvider } from "@/lib/users/linked-accounts";
import type { User } from "@/lib/users/service";
import { endSession, extendSession, SESSION_SECONDS, startSession } from "@/lib/users/sessions";
import { clientAddress } from "./client-address";
import { verifyCredentials } from "./credentials";
import { readPendingLink, writePendingLink } from "./pending-link";
import { oauthProviders, readProfile } from "./providers";

const sessionId = z.object({ sid: z.guid() });

const sidOf = (token: unknown): string | undefined => sessionId.safeParse(token).data?.sid;

/** next-auth hands errors to the page by their message, so that is the error's code. */
const byCode = (error: unknown): unknown =>
  error instanceof AppError ? new Error(error.code, { cause: error }) : error;

type Cookies = { get(name: string): { value: string } | undefined };

/** The invitation of who came from its link: next-auth keeps the address to go back to in a cookie. */
const invitationFrom = (cookies: Cookies): string | undefined => {
  const cookie =
    cookies.get("__Secure-next-auth.callback-url") ?? cookies.get("next-auth.callback-url");
  if (!cookie || !URL.canParse(cookie.value, env().NEXTAUTH_URL)) return undefined;
  const { searchParams } = new URL(cookie.value, env().NEXTAUTH_URL);
  return searchParams.get("invite") ?? undefined;
};

/** Links what was waiting for this person's password; one that has expired is left. */
const linkPending = async (user: User, token: string | undefined): Promise<void> => {
  const link = await readPendingLink(token);
  if (link?.email !== user.email) return;
  await linkAccount(await getDatabase(), user.id, link, new Date());
};

const signInPage = (query: Record<string, string>): string =>
  `/signin?${new URLSearchParams(query).toString()}`;

/** The options for a request with these cookies. `providers` are the configured ones, but in tests. */
export const authOptions = (
  cookies: Cookies,
  providers = oauthProviders(env()),
): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  logger: {
    // An error, or an object that has it as its `error` beside what people and providers said.
    error: (code, metadata) => log().error(errorLines(metadata), `next-auth: ${code}`),
    warn: (code) => log().debug(`next-auth: ${code}`),
    debug: (code) => log().trace(`next-auth: ${code}`),
  },
  pages: { signIn: "/signin", error: "/signin" },
  providers: [
    CredentialsProvider({
      name: "E-mail and password",
      credentials: { email: { type: "email" }, password: { type: "password" }, link: {} },
      authorize: async (credentials, request) => {
        const input = signInInput.safeParse({
          email: credentials?.email,
          password: credentials?.password,
        });
        if (!input.success) return null;
        try {
          const address = clientAddress(new Headers(Object.entries(request.headers ?? {})));
          const user = await verifyCredentials(await getDatabase(), input.data, address);
          await linkPending(user, credentials?.link);
          return { id: user.id };
        } catch (error) {
          if (error instanceof AppError && error.code === "invalid_credentials") return null;
          throw byCode(error);
        }
      },
    }),
    ...providers,
  ],
  callbacks: {
    // True, or the page to go to instead. What is thrown goes to the sign-in page as its `error`.
    signIn: async ({ user, account, profile }) => {
      if (account?.type !== "oauth") return true;
      try {
        const who = readProfile(account, profile);
        const admission = { mode: env().SIGNUP, invitation: invitationFrom(cookies) };
        const result = await signInWithProvider(await getDatabase(), who, admission, new Date());
        if (result.kind === "email_unverified") return signInPage({ error: result.kind });
        if (result.kind === "password_first") {
          return signInPage({ link: await writePendingLink({ ...who, email: result.email }) });
        }
        // The object that `jwt` gets next; until here it has the provider's id.
        user.id = result.user.id;
        return true;
      } catch (error) {
        if (!(error instanceof AppError)) log().error(errorLines(error), "sign-in failed");
        throw byCode(error);
      }
    },
    // With `user`, somebody signs in; without, the browser asks for its session, which makes that last longer.
    jwt: async ({ token, user }) => {
      const db = await getDatabase();
      const now = new Date();
      if (user) {
        const session = await startSession(db, { userId: user.id, kind: "browser", now });
        return { sub: user.id, sid: session.id };
      }
      const sid = sidOf(token);
      const alive = sid !== undefined && (await extendSession(db, sid, now));
      return alive ? { sub: token.sub, sid } : {};
    },
    // Nothing but the expiry goes to the browser: the page asks /api/me.
    session: async ({ session, token }) => ({
      expires: session.expires,
      ...(sidOf(token) === undefined ? {} : { user: {} }),
    }),
  },
  events: {
    signOut: async ({ token }) => {
      const sid = sidOf(token);
      if (sid !== undefined) await endSession(await getDatabase(), sid);
    },
  },
});
