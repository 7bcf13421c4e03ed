import { expect, it } from "vitest";
import { accessTokens } from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { makeUser, onEachDatabase } from "@/test/database";
import {
  createAccessToken,
  deleteAccessToken,
  findAccessToken,
  isAccessToken,
  listAccessTokens,
} from "./access-tokens";

const NOW = new Date("2026-11-20T09:00:00Z");
const later = (seconds: number): Date => new Date(NOW.getTime() + seconds * 1000);
const DAY = 24 * 60 * 60;

onEachDatabase("access tokens", (database) => {
  const person = (): Promise<Context> => makeUser(database(), { now: NOW });

  it("are kept as a hash, and found by the token alone", async () => {
    const ctx = await person();
    const made = await createAccessToken(ctx, { name: " Editor ", scope: "write" });
    expect(made).toMatchObject({ name: "Editor", scope: "write", last_used_at: null });
    expect(isAccessToken(made.token)).toBe(true);
    const stored = JSON.stringify(await database().select().from(accessTokens));
    expect(stored).not.toContain(made.token.slice("errand_pat_".length));
    const found = await findAccessToken(database(), made.token, NOW);
    expect(found).toMatchObject({ user: { id: ctx.userId }, token: { id: made.id } });
    expect(await findAccessToken(database(), `${made.token}x`, NOW)).toBeUndefined();
  });

  it("end at their time, or never", async () => {
    const ctx = await person();
    const make = (days: number | null) =>
      createAccessToken(ctx, { name: "x", scope: "read", expires_in_days: days });
    const short = await make(1);
    const endless = await make(null);
    expect(short.expires_at).toBe(later(DAY).toISOString());
    expect(endless.expires_at).toBeNull();
    expect(await findAccessToken(database(), short.token, later(DAY - 1))).toBeDefined();
    expect(await findAccessToken(database(), short.token, later(DAY))).toBeUndefined();
    expect(await findAccessToken(database(), endless.token, later(10_000 * DAY))).toBeDefined();
  });

  it("say when they were last used, to the minute", async () => {
    const ctx = await person();
    const { token } = await createAccessToken(ctx, { name: "x", scope: "read" });
    const usedAt = async (seconds: number) => {
      await findAccessToken(database(), token, later(seconds));
      return (await listAccessTokens(ctx, { limit: 1 })).tokens[0]?.last_used_at;
    };
    expect(await usedAt(0)).toBe(NOW.toISOString());
    expect(await usedAt(59)).toBe(NOW.toISOString());
    expect(await usedAt(60)).toBe(later(60).toISOString());
  });

  it("are listed newest first and deleted by their owner only", async () => {
    const ctx = await person();
    const other = await person();
    const first = await createAccessToken(ctx, { name: "First", scope: "read" });
    const second = await createAccessToken(ctx, { name: "Second", scope: "write" });
    const page = await listAccessTokens(ctx, { limit: 1 });
    expect(page).toMatchObject({ tokens: [{ id: second.id }], count: 1 });
    expect(page.tokens[0]).not.toHaveProperty("token");
    const rest = await listAccessTokens(ctx, { limit: 1, cursor: page.next_cursor ?? "" });
    expect(rest).toMatchObject({ tokens: [{ id: first.id }], next_cursor: null });
    expect((await listAccessTokens(other, { limit: 9 })).count).toBe(0);
    for (const refused of [deleteAccessToken(other, first.id), deleteAccessToken(ctx, newId())]) {
      await expect(refused).rejects.toMatchObject({ code: "not_found" });
    }
    await deleteAccessToken(ctx, first.id);
    expect(await findAccessToken(database(), first.token, NOW)).toBeUndefined();
    expect(await findAccessToken(database(), second.token, NOW)).toBeDefined();
  });

  it("need a name, a scope and a sensible end", async () => {
    const ctx = await person();
    for (const input of [
      { name: "", scope: "read" as const },
      { name: "x", scope: "admin" as never },
      { name: "x", scope: "read" as const, expires_in_days: 0 },
      { name: "x", scope: "read" as const, expires_in_days: 367 },
    ]) {
      await expect(createAccessToken(ctx, input)).rejects.toThrow();
    }
  });
});
