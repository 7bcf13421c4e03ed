import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { invitations, users } from "@/db/schema";
import { newId } from "@/lib/ids";
import type { Context } from "@/lib/context";
import { makeUser, onEachDatabase } from "@/test/database";
import { type Admission, signUpState } from "./admission";
import { createInvitation, deleteInvitation, listInvitations } from "./invitations";
import { createUser } from "./service";

const NOW = new Date("2026-11-20T09:00:00Z");
const DAY_MS = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

const account = (name: string, now = NOW) => ({
  email: `${name}@example.com`,
  name,
  passwordHash: null,
  now,
});

onEachDatabase("making accounts", (database) => {
  const operator = (): Promise<Context> => makeUser(database(), { now: NOW });
  const join = (name: string, admission: Admission, now = NOW) =>
    createUser(database(), account(name, now), admission);
  const refused = async (joining: Promise<unknown>) => {
    const failed = await joining.then(
      () => null,
      (error: unknown) => error,
    );
    return failed as { code: string; message: string } | null;
  };

  it.each(["open", "invite", "closed"] as const)(
    "lets the very first in under %s, as the operator",
    async (mode) => {
      expect(await signUpState(database(), { mode }, NOW)).toMatchObject({ first: true });
      expect((await join("ada", { mode })).operator).toBe(true);
      expect(await refused(join("bob", { mode }))).toEqual(
        mode === "open"
          ? null
          : expect.objectContaining({
              code: mode === "closed" ? "signup_closed" : "invitation_required",
            }),
      );
      expect(await database().$count(users, eq(users.operator, true))).toBe(1);
    },
  );

  it("makes one operator of many who come first at once, and refuses the rest", async () => {
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => join(`user${index}`, { mode: "closed" })),
    );
    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await database().select({ operator: users.operator }).from(users)).toEqual([
      { operator: true },
    ]);
  });

  it("makes one account of many who use one link at once", async () => {
    const { token } = await createInvitation(await operator(), {});
    const invite = { mode: "invite", invitation: token } as const;
    const all = await Promise.allSettled(
      Array.from({ length: 8 }, (_, index) => join(`guest${index}`, invite)),
    );
    const codes = all.map((one) => (one.status === "rejected" ? one.reason.code : "in"));
    expect(codes.filter((code) => code === "in")).toHaveLength(1);
    expect(codes.filter((code) => code === "invitation_invalid")).toHaveLength(7);
    expect(await database().$count(users)).toBe(2);
  });

  it("says what is wrong with a link that was used, has expired, was taken back or is for another", async () => {
    const ctx = await operator();
    const state = async (invitation: string, now = NOW) =>
      signUpState(database(), { mode: "invite", invitation }, now);
    const used = await createInvitation(ctx, {});
    await join("bob", { mode: "invite", invitation: used.token });
    expect(await state(used.token)).toMatchObject({ message: /used already/ });
    const old = await createInvitation(ctx, { expires_in_days: 1 });
    expect(await state(old.token)).toEqual({ kind: "open", first: false, email: null });
    expect(await state(old.token, later(1))).toMatchObject({ message: /has expired/ });
    expect(
      await refused(join("carol", { mode: "invite", invitation: old.token }, later(1))),
    ).toMatchObject({ code: "invitation_invalid" });
    const back = await createInvitation(ctx, {});
    await deleteInvitation(ctx, back.invitation.id);
    expect(await state(back.token)).toMatchObject({ message: /not valid/ });
    expect(await state("made-up")).toMatchObject({ message: /not valid/ });
    const dan = await createInvitation(ctx, { email: "Dan@Example.com" });
    expect(await state(dan.token)).toMatchObject({ email: "dan@example.com" });
    const danOnly = { mode: "invite", invitation: dan.token } as const;
    expect(await refused(join("eve", danOnly))).toMatchObject({
      code: "invitation_invalid",
      message: "This invitation is for another e-mail address.",
    });
    expect((await join("dan", danOnly)).operator).toBe(false);
  });

  it("keeps the invitation of somebody whose address is taken", async () => {
    const ctx = await operator();
    await createUser(database(), account("bob"));
    const { token } = await createInvitation(ctx, {});
    const invite = { mode: "invite", invitation: token } as const;
    expect(await refused(join("bob", invite))).toMatchObject({ code: "email_taken" });
    expect(await refused(join("carol", invite))).toBeNull();
  });

  it("lets nobody in with a link while sign-up is closed", async () => {
    const { token } = await createInvitation(await operator(), {});
    expect(await refused(join("bob", { mode: "closed", invitation: token }))).toMatchObject({
      code: "signup_closed",
    });
  });
});

onEachDatabase("invitations", (database) => {
  it("are listed with what became of them, and never with their link", async () => {
    const ctx = await makeUser(database(), { now: NOW });
    const first = await createInvitation(ctx, { expires_in_days: 1 });
    const second = await createInvitation(ctx, {});
    await createUser(database(), account("bob"), { mode: "invite", invitation: second.token });
    const at = { ...ctx, now: later(2) };
    const page = await listInvitations(at, { limit: 1 });
    expect(page.invitations).toMatchObject([
      { id: second.invitation.id, status: "used", used_by: "bob@example.com" },
    ]);
    const rest = await listInvitations(at, { limit: 1, cursor: page.next_cursor ?? "" });
    expect(rest).toMatchObject({
      invitations: [{ id: first.invitation.id, status: "expired", used_by: null }],
      next_cursor: null,
    });
    const rows = JSON.stringify(await database().select().from(invitations));
    for (const { token } of [first, second]) expect(rows).not.toContain(token);
  });

  it("belong to who made them", async () => {
    const [ctx, other] = [await makeUser(database()), await makeUser(database())];
    const { invitation } = await createInvitation(ctx, {});
    expect((await listInvitations(other, { limit: 9 })).count).toBe(0);
    for (const id of [invitation.id, newId()]) {
      await expect(deleteInvitation(other, id)).rejects.toMatchObject({ code: "not_found" });
    }
    for (const expires_in_days of [0, 31, 1.5]) {
      await expect(createInvitation(ctx, { expires_in_days })).rejects.toThrow();
    }
  });
});
