import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { linkedAccounts, users } from "@/db/schema";
import { makeUser, onEachDatabase } from "@/test/database";
import { createInvitation } from "./invitations";
import { linkAccount, type ProviderProfile, signInWithProvider } from "./linked-accounts";
import { createUser } from "./service";

const NOW = new Date("2026-11-20T09:00:00Z");

const GOOGLE: ProviderProfile = {
  provider: "google",
  providerAccountId: "g-1",
  email: "ada@example.com",
  emailVerified: true,
  name: "Ada",
};

onEachDatabase("signing in with a provider", (database) => {
  const come = (
    profile: Partial<ProviderProfile> = {},
    admission: Parameters<typeof signInWithProvider>[2] = { mode: "open" },
  ) => signInWithProvider(database(), { ...GOOGLE, ...profile }, admission, NOW);
  const ada = (passwordHash: string | null) =>
    createUser(database(), { email: "ada@example.com", name: "Ada", passwordHash, now: NOW });

  it("makes an account at the first time, and opens it ever after", async () => {
    const first = await come();
    expect(first).toMatchObject({ kind: "user", user: { operator: true, passwordHash: null } });
    // Whatever is said of the address then, and whoever may sign up.
    const later = await come(
      { email: "new@example.com", emailVerified: false },
      { mode: "closed" },
    );
    expect(later).toEqual(first);
    expect(await database().$count(users)).toBe(1);
  });

  it.each([{ emailVerified: false }, { email: null }, { email: null, emailVerified: false }])(
    "refuses an address that isn't verified: %j",
    async (profile) => {
      await ada(null);
      expect(await come(profile)).toEqual({ kind: "email_unverified" });
      expect(await come({ ...profile, providerAccountId: "g-2" })).toEqual({
        kind: "email_unverified",
      });
      expect(await database().$count(linkedAccounts)).toBe(0);
    },
  );

  it("links a second provider to an account that only providers open", async () => {
    const first = await come();
    const second = await come({ provider: "github", providerAccountId: "g-1" });
    expect(second).toEqual(first);
    expect(await database().$count(linkedAccounts)).toBe(2);
  });

  it("asks for the password of an account that has one, before it links", async () => {
    const user = await ada("a hash");
    expect(await come()).toEqual({ kind: "password_first", email: "ada@example.com" });
    expect(await database().$count(linkedAccounts)).toBe(0);
    await linkAccount(database(), user.id, GOOGLE, NOW);
    expect(await come()).toMatchObject({ kind: "user", user: { id: user.id } });
  });

  it("never moves a linked account to another person", async () => {
    const user = await ada("a hash");
    const eve = await makeUser(database());
    await linkAccount(database(), user.id, GOOGLE, NOW);
    await linkAccount(database(), eve.userId, GOOGLE, NOW);
    expect(await come()).toMatchObject({ user: { id: user.id } });
  });

  it("obeys SIGNUP for new accounts, and only for those", async () => {
    const operator = await makeUser(database());
    await expect(come({}, { mode: "closed" })).rejects.toMatchObject({ code: "signup_closed" });
    await expect(come({}, { mode: "invite" })).rejects.toMatchObject({
      code: "invitation_required",
    });
    const others = await createInvitation({ ...operator, now: NOW }, { email: "bob@example.com" });
    await expect(come({}, { mode: "invite", invitation: others.token })).rejects.toMatchObject({
      code: "invitation_invalid",
    });
    const { token } = await createInvitation({ ...operator, now: NOW }, {});
    const admission = { mode: "invite", invitation: token } as const;
    expect(await come({}, admission)).toMatchObject({ kind: "user" });
    await expect(
      come({ providerAccountId: "g-2", email: "bob@example.com" }, admission),
    ).rejects.toMatchObject({ code: "invitation_invalid" });
    const [linked] = await database()
      .select()
      .from(linkedAccounts)
      .where(eq(linkedAccounts.providerAccountId, "g-2"));
    expect(linked).toBeUndefined();
  });
});
