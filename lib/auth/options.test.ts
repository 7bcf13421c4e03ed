/**
 * The whole way through a provider: next-auth itself, with a real OpenID Connect server for Google and a small one that
 * speaks as GitHub does, both on the loopback address.
 */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { NextApiRequest, NextApiResponse } from "next";
import NextAuth from "next-auth";
import { OAuth2Server } from "oauth2-mock-server";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { linkedAccounts, sessions, users } from "@/db/schema";
import { log } from "@/lib/log";
import { findSessionUser } from "@/lib/users/sessions";
import { onEmbeddedDatabase } from "@/test/database";
import { routesUse } from "@/test/routes";
import { signUp } from "./credentials";
import { authOptions } from "./options";
import { readPendingLink } from "./pending-link";
import { oauthProviders } from "./providers";
import { readSessionCookie } from "./token";

const KEYS = {
  GITHUB_ID: "github-id",
  GITHUB_SECRET: "github-secret",
  GOOGLE_CLIENT_ID: "google-id",
  GOOGLE_CLIENT_SECRET: "google-secret",
};

const google = new OAuth2Server();
/** What Google says of who signs in there. */
let claims: Record<string, unknown> = {};
/** What GitHub says of the addresses of who signs in there. */
let emails: unknown = [];
let emailsStatus = 200;

const github = createServer((request, response) => {
  const json = (value: unknown, status = 200) => {
    response.writeHead(status, { "Content-Type": "application/json" });
    response.end(JSON.stringify(value));
  };
  if (request.url === "/login/oauth/access_token") {
    json({ access_token: "gho_1", token_type: "bearer", scope: "read:user,user:email" });
  } else if (request.url === "/user") {
    json({ id: 7, login: "ada", name: null, email: "shown@example.com" });
  } else if (request.url === "/user/emails") {
    json(emails, emailsStatus);
  } else {
    json({}, 404);
  }
});

let providers: ReturnType<typeof oauthProviders> = [];

beforeAll(async () => {
  await google.issuer.keys.generate("RS256");
  await google.start(0, "127.0.0.1");
  google.service.on("beforeTokenSigning", (token: { payload: object }) => {
    Object.assign(token.payload, claims);
  });
  github.listen(0, "127.0.0.1");
  await once(github, "listening");
  const at = `http://127.0.0.1:${(github.address() as AddressInfo).port}`;
  providers = oauthProviders(KEYS, {
    github: { site: at, api: at },
    google: { wellKnown: `${google.issuer.url ?? ""}/.well-known/openid-configuration` },
  });
});

afterAll(async () => {
  await google.stop();
  github.close();
});

/** A browser that talks to next-auth and keeps its cookies. */
const browser = () => {
  const jar = new Map<string, string>();
  const cookies = {
    get: (name: string) => {
      const value = jar.get(name);
      return value === undefined ? undefined : { value };
    },
    getAll: () => [...jar].map(([name, value]) => ({ name, value })),
  };
  const ask = async (
    action: "csrf" | "signin" | "callback",
    {
      provider = "",
      ...sent
    }: { provider?: string; query?: Record<string, string>; body?: Record<string, string> } = {},
  ) => {
    const headers = new Map<string, string | string[]>();
    let said: unknown;
    const response = {
      status: () => response,
      getHeader: (name: string) => headers.get(name),
      setHeader: (name: string, value: string | string[]) => {
        headers.set(name, value);
        return response;
      },
      json: (value: unknown) => void (said = value),
      send: (value: unknown) => void (said = value),
      end: () => undefined,
    };
    const request = {
      method: sent.body ? "POST" : "GET",
      cookies: Object.fromEntries(jar),
      headers: {},
      query: { ...sent.query, nextauth: [action, provider] },
      body: sent.body,
    };
    await (NextAuth(
      request as unknown as NextApiRequest,
      response as unknown as NextApiResponse,
      authOptions(cookies, providers),
    ) as Promise<void>);
    for (const cookie of [headers.get("Set-Cookie") ?? []].flat()) {
      const [name = "", value = ""] = (cookie.split(";")[0] ?? "").split("=");
      jar.set(name, decodeURIComponent(value));
    }
    return { said, redirect: String(headers.get("Location") ?? "") };
  };
  const csrfToken = async () => ((await ask("csrf")).said as { csrfToken: string }).csrfToken;

  return {
    cookies,
    /** Signs in with a provider; gives the address that this leads to. */
    through: async (provider: "google" | "github", callbackUrl = "/"): Promise<string> => {
      const body = { csrfToken: await csrfToken(), callbackUrl };
      const { redirect } = await ask("signin", { provider, body });
      const there = new URL(redirect);
      const back =
        provider === "google"
          ? new URL((await fetch(there, { redirect: "manual" })).headers.get("location") ?? "")
          : new URL(`http://localhost:3000/?code=1&state=${there.searchParams.get("state") ?? ""}`);
      const query = Object.fromEntries(back.searchParams);
      return (await ask("callback", { provider, query })).redirect;
    },
    /** Comes back from a provider with something that it was never sent there with. */
    strayFrom: (provider: "google" | "github") =>
      ask("callback", { provider, query: { code: "secret-code", state: "stray" } }),
    withPassword: async (email: string, password: string, link: string): Promise<void> => {
      const body = { csrfToken: await csrfToken(), email, password, link, json: "true" };
      await ask("callback", { provider: "credentials", body });
    },
  };
};

onEmbeddedDatabase("signing in through a provider", (database) => {
  routesUse(database);

  const whoIs = async ({ cookies }: ReturnType<typeof browser>) => {
    const session = await readSessionCookie(cookies);
    return session && (await findSessionUser(database(), session.sid, new Date()))?.email;
  };

  it("begins a session, a row that can be ended, with Google's verified address", async () => {
    claims = { sub: "g-1", email: "Ada@Example.com", email_verified: true, name: "Ada L." };
    const ada = browser();
    expect(await ada.through("google", "/settings")).toMatch(/\/settings$/);
    expect(await whoIs(ada)).toBe("ada@example.com");
    expect(await database().query.users.findFirst()).toMatchObject({ name: "Ada L." });
    expect(await database().$count(sessions)).toBe(1);
    await database().delete(sessions);
    expect(await whoIs(ada)).toBeUndefined();
  });

  it("refuses what isn't verified, and says so", async () => {
    claims = { sub: "g-1", email: "ada@example.com", email_verified: false };
    expect(await browser().through("google")).toBe("/signin?error=email_unverified");
    emails = [
      { email: "ada@example.com", primary: true, verified: false },
      { email: "other@example.com", primary: false, verified: true },
    ];
    expect(await browser().through("github")).toBe("/signin?error=email_unverified");
    emailsStatus = 403;
    expect(await browser().through("github")).toBe("/signin?error=email_unverified");
    emailsStatus = 200;
    expect(await database().$count(users)).toBe(0);
  });

  it("says in the log why a provider's answer was no good, and nothing of the answer", async () => {
    const told = vi.spyOn(log(), "error");
    await browser().strayFrom("google");
    const lines = JSON.stringify(told.mock.calls);
    expect(lines).toContain("next-auth: OAUTH_CALLBACK_ERROR");
    expect(lines).toMatch(/state/i);
    expect(lines).not.toContain("secret-code");
    told.mockRestore();
  });

  it("takes GitHub's primary address, not the one that it shows", async () => {
    emails = [{ email: "ada@example.com", primary: true, verified: true }];
    const ada = browser();
    await ada.through("github");
    expect(await whoIs(ada)).toBe("ada@example.com");
    expect(await database().select().from(linkedAccounts)).toMatchObject([
      { provider: "github", providerAccountId: "7" },
    ]);
  });

  it("wants the password of an account that has one, once", async () => {
    const password = "correct horse";
    const from = { now: new Date(), address: "::1" };
    await signUp(database(), { email: "ada@example.com", password }, from);
    await signUp(database(), { email: "eve@example.com", password }, from);
    claims = { sub: "g-1", email: "ada@example.com", email_verified: true };
    const ada = browser();
    const to = new URL(await ada.through("google"), "http://localhost:3000");
    const link = to.searchParams.get("link") ?? "";
    expect(await readPendingLink(link)).toMatchObject({ email: "ada@example.com" });
    expect(await whoIs(ada)).toBeNull();
    // Somebody else's password links nothing of theirs.
    await browser().withPassword("eve@example.com", password, link);
    await browser().withPassword("ada@example.com", "wrong password", link);
    await browser().withPassword("ada@example.com", password, `${link}x`);
    expect(await database().$count(linkedAccounts)).toBe(0);
    await ada.withPassword("ada@example.com", password, link);
    expect(await whoIs(ada)).toBe("ada@example.com");
    const again = browser();
    await again.through("google");
    expect(await whoIs(again)).toBe("ada@example.com");
  });
});

it("are offered only where they are configured", () => {
  const none = {
    GITHUB_ID: undefined,
    GITHUB_SECRET: undefined,
    GOOGLE_CLIENT_ID: undefined,
    GOOGLE_CLIENT_SECRET: undefined,
  };
  expect(oauthProviders(none)).toEqual([]);
  expect(oauthProviders(KEYS).map(({ id }) => id)).toEqual(["github", "google"]);
});
