/** GitHub and Google, as next-auth knows them: those whose variables are set. */
import GitHubProvider from "next-auth/providers/github";
import GoogleProvider from "next-auth/providers/google";
import { z } from "zod";
import type { Env } from "@/lib/env";
import { nameFrom } from "@/lib/auth/credentials";
import { email as emailSchema, userName } from "@/lib/users/schema";
import type { ProviderAccount, ProviderProfile } from "@/lib/users/linked-accounts";

type Keys = Pick<Env, "GITHUB_ID" | "GITHUB_SECRET" | "GOOGLE_CLIENT_ID" | "GOOGLE_CLIENT_SECRET">;

/** Where the providers are; others than the public ones in tests. */
export type ProviderAddresses = {
  github: { site: string; api: string };
  google: { wellKnown: string };
};

const PUBLIC: ProviderAddresses = {
  github: { site: "https://github.com", api: "https://api.github.com" },
  google: { wellKnown: "https://accounts.google.com/.well-known/openid-configuration" },
};

/** For the buttons: what is on offer, in their order. */
export const offeredProviders = (keys: Keys) => [
  ...(keys.GITHUB_ID === undefined ? [] : [{ id: "github", name: "GitHub" } as const]),
  ...(keys.GOOGLE_CLIENT_ID === undefined ? [] : [{ id: "google", name: "Google" } as const]),
];

const githubEmails = z.array(
  z.object({ email: z.string(), primary: z.boolean(), verified: z.boolean() }),
);

/** GitHub's profile shows an address or none, and never whether it is verified: that is said elsewhere. */
const githubEmail = async (api: string, token: string) => {
  const answer = await fetch(`${api}/user/emails`, {
    headers: { Authorization: `Bearer ${token}`, Accept: "application/vnd.github+json" },
  });
  if (!answer.ok) return { email: undefined, email_verified: false };
  const primary = githubEmails.parse(await answer.json()).find((one) => one.primary);
  return { email: primary?.email, email_verified: primary?.verified ?? false };
};

/** The configured providers. */
export const oauthProviders = (keys: Keys, { github, google }: ProviderAddresses = PUBLIC) => [
  ...(keys.GITHUB_ID !== undefined && keys.GITHUB_SECRET !== undefined
    ? [
        GitHubProvider({
          clientId: keys.GITHUB_ID,
          clientSecret: keys.GITHUB_SECRET,
          issuer: `${github.site}/login/oauth`,
          authorization: {
            url: `${github.site}/login/oauth/authorize`,
            params: { scope: "read:user user:email" },
          },
          token: `${github.site}/login/oauth/access_token`,
          userinfo: {
            url: `${github.api}/user`,
            request: async ({ client, tokens }) => {
              const token = tokens.access_token ?? "";
              const profile = await client.userinfo(token);
              return { ...profile, ...(await githubEmail(github.api, token)) };
            },
          },
        }),
      ]
    : []),
  ...(keys.GOOGLE_CLIENT_ID !== undefined && keys.GOOGLE_CLIENT_SECRET !== undefined
    ? [
        GoogleProvider({
          clientId: keys.GOOGLE_CLIENT_ID,
          clientSecret: keys.GOOGLE_CLIENT_SECRET,
          wellKnown: google.wellKnown,
        }),
      ]
    : []),
];

const account = z.object({
  provider: z.enum(["github", "google"]),
  providerAccountId: z.string().min(1),
});

const profile = z.object({
  email: emailSchema.nullish().catch(null),
  // Some providers write it as text.
  email_verified: z
    .union([z.boolean(), z.enum(["true", "false"]).transform((value) => value === "true")])
    .catch(false),
  name: z.string().nullish(),
  login: z.string().nullish(),
});

/** Whom a provider says that it is, in our words. */
export const readProfile = (accountGiven: unknown, profileGiven: unknown): ProviderProfile => {
  const who: ProviderAccount = account.parse(accountGiven);
  const { email = null, email_verified: emailVerified, name, login } = profile.parse(profileGiven);
  const named = userName.safeParse(name ?? login).data;
  return { ...who, email, emailVerified, name: named ?? nameFrom(email ?? who.provider) };
};
