/**
 * next-auth: e-mail and password, pages of our own, and JWT sessions that name a `sessions` row.
 */
import type { NextAuthOptions } from "next-auth";
import CredentialsProvider from "next-auth/providers/credentials";
import { z } from "zod";
import { getDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { errorLines, log } from "@/lib/log";
import { signInInput } from "@/lib/users/schema";
import { endSession, extendSession, SESSION_SECONDS, startSession } from "@/lib/users/sessions";
import { clientAddress } from "./client-address";
import { verifyCredentials } from "./credentials";

const sessionId = z.object({ sid: z.guid() });

const sidOf = (token: unknown): string | undefined => sessionId.safeParse(token).data?.sid;

/**
 * The options, made at the first request, when the environment has been checked. next-auth hands `authorize` errors
 * to the page by their message, so that is the error's code.
 */
export const authOptions = (): NextAuthOptions => ({
  secret: env().NEXTAUTH_SECRET,
  session: { strategy: "jwt", maxAge: SESSION_SECONDS },
  logger: {
    error: (code, metadata) =>
      log().error(metadata instanceof Error ? errorLines(metadata) : {}, `next-auth: ${code}`),
    warn: (code) => log().debug(`next-auth: ${code}`),
    debug: (code) => log().trace(`next-auth: ${code}`),
  },
  pages: { signIn: "/signin", error: "/signin" },
  providers: [
    CredentialsProvider({
      name: "E-mail and password",
      credentials: { email: { type: "email" }, password: { type: "password" } },
      authorize: async (credentials, request) => {
        const input = signInInput.safeParse({
          email: credentials?.email,
          password: credentials?.password,
        });
        if (!input.success) return null;
        try {
          const address = clientAddress(new Headers(Object.entries(request.headers ?? {})));
          const user = await verifyCredentials(await getDatabase(), input.data, address);
          return { id: user.id };
        } catch (error) {
          if (error instanceof AppError && error.code === "invalid_credentials") return null;
          if (error instanceof AppError) throw new Error(error.code, { cause: error });
          throw error;
        }
      },
    }),
  ],
  callbacks: {
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
