import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { users } from "@/db/schema";
import { env } from "@/lib/env";
import {
  endAllSessions,
  endSession,
  extendSession,
  findSessionUser,
  forgetExpiredSessions,
  SESSION_SECONDS,
  startSession,
} from "@/lib/users/sessions";
import { onEachDatabase } from "@/test/database";
import { signUp, verifyCredentials } from "./credentials";

const NOW = new Date("2026-11-20T09:00:00Z");
const FROM = { now: NOW, address: "10.0.0.1" };
const ADA = { email: "Ada@Example.com", password: "correct horse" };

onEachDatabase("accounts", (database) => {
  it("store the address in lower case and the password as argon2id with OWASP's parameters", async () => {
    const user = await signUp(database(), ADA, FROM);
    expect(user).toMatchObject({ email: "ada@example.com", name: "ada" });
    expect(user.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
    await expect(
      signUp(database(), { ...ADA, email: "ADA@example.COM" }, FROM),
    ).rejects.toMatchObject({ code: "email_taken" });
  });

  it("open with the right password only, and never without one", async () => {
    const user = await signUp(database(), ADA, FROM);
    expect((await verifyCredentials(database(), ADA, "10.0.0.1")).id).toBe(user.id);
    const refused = { code: "invalid_credentials" };
    const wrong = { ...ADA, password: "correct horse " };
    await expect(verifyCredentials(database(), wrong, "10.0.0.1")).rejects.toMatchObject(refused);
    const unknown = { ...ADA, email: "bob@example.com" };
    await expect(verifyCredentials(database(), unknown, "10.0.0.1")).rejects.toMatchObject(refused);
    await database().update(users).set({ passwordHash: null }).where(eq(users.id, user.id));
    await expect(verifyCredentials(database(), ADA, "10.0.0.1")).rejects.toMatchObject(refused);
  });

  it("are locked for a while after too many failures, even for many at once", async () => {
    await signUp(database(), ADA, FROM);
    const perMinute = env().RATE_LIMIT_SIGNIN_PER_MINUTE;
    const tries = await Promise.allSettled(
      Array.from({ length: perMinute + 5 }, (_, index) =>
        verifyCredentials(database(), { ...ADA, password: "wrong" }, `10.0.1.${index}`),
      ),
    );
    const codes = tries.map((result) => (result.status === "rejected" ? result.reason.code : "in"));
    expect(codes.filter((code) => code === "invalid_credentials")).toHaveLength(perMinute);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(5);
    await expect(verifyCredentials(database(), ADA, "10.0.2.1")).rejects.toMatchObject({
      code: "rate_limited",
      retryAfterSeconds: expect.any(Number),
    });
  });

  it("lock an address that tries many accounts, and not one that signs in often", async () => {
    await signUp(database(), ADA, FROM);
    const perMinute = env().RATE_LIMIT_SIGNIN_PER_MINUTE;
    for (let index = 0; index < 2 * perMinute; index++) {
      await verifyCredentials(database(), ADA, "10.0.0.9");
    }
    for (let index = 0; index < perMinute; index++) {
      const guess = { email: `someone${index}@example.com`, password: "12345678" };
      await expect(verifyCredentials(database(), guess, "10.0.0.9")).rejects.toMatchObject({
        code: "invalid_credentials",
      });
    }
    await expect(verifyCredentials(database(), ADA, "10.0.0.9")).rejects.toMatchObject({
      code: "rate_limited",
    });
    expect((await verifyCredentials(database(), ADA, "10.0.0.10")).email).toBe("ada@example.com");
  });
});

onEachDatabase("sessions", (database) => {
  it("live until they expire, are ended, or all are ended", async () => {
    const user = await signUp(database(), ADA, FROM);
    const start = () => startSession(database(), { userId: user.id, kind: "browser", now: NOW });
    const [first, second, third] = [await start(), await start(), await start()];
    const after = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
    expect((await findSessionUser(database(), first.id, NOW))?.id).toBe(user.id);
    expect(await findSessionUser(database(), first.id, after(SESSION_SECONDS))).toBeUndefined();
    expect(await extendSession(database(), second.id, after(60))).toBe(true);
    expect((await findSessionUser(database(), second.id, after(SESSION_SECONDS)))?.id).toBe(
      user.id,
    );
    await endSession(database(), first.id);
    expect(await findSessionUser(database(), first.id, NOW)).toBeUndefined();
    expect(await extendSession(database(), first.id, NOW)).toBe(false);
    await forgetExpiredSessions(database(), after(SESSION_SECONDS));
    expect(await findSessionUser(database(), third.id, NOW)).toBeUndefined();
    expect(await findSessionUser(database(), second.id, NOW)).toBeDefined();
    await endAllSessions(database(), user.id);
    for (const { id } of [second, third]) {
      expect(await findSessionUser(database(), id, NOW)).toBeUndefined();
    }
  });
});
