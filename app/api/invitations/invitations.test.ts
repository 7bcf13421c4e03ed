import { eq } from "drizzle-orm";
import { expect, it } from "vitest";
import { z } from "zod";
import * as signup from "@/app/api/auth/signup/route";
import { users } from "@/db/schema";
import { bearerSession } from "@/lib/auth/bearer-session";
import { env } from "@/lib/env";
import { createAccessToken } from "@/lib/users/access-tokens";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { fetchFrom, routesUse } from "@/test/routes";
import * as oneInvitation from "./[id]/route";
import * as invitations from "./route";

const fetchInvitations = fetchFrom(invitations);
const fetchSignUp = fetchFrom(signup);
const created = z.object({ id: z.uuid(), url: z.url() });

const as = (token: string | null, method = "GET", body?: unknown): RequestInit => ({
  method,
  headers: {
    "Content-Type": "application/json",
    ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
  },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

onEmbeddedDatabase("/api/invitations", (database) => {
  routesUse(database);

  const signedIn = async (operator: boolean) => {
    const ctx = await makeUser(database());
    await database().update(users).set({ operator }).where(eq(users.id, ctx.userId));
    const user = await database().query.users.findFirst({ where: eq(users.id, ctx.userId) });
    return { ctx, session: (await bearerSession(database(), user!, new Date())).token };
  };

  it("gives the operator a link at the public address, and takes it back", async () => {
    const { session } = await signedIn(true);
    const request = as(session, "POST", { email: "bob@example.com" });
    const made = await fetchInvitations("/api/invitations", {
      ...request,
      headers: { ...request.headers, "X-Forwarded-Host": "evil.example" },
    });
    expect(made.status).toBe(201);
    const { id, url } = created.parse(await made.json());
    expect(url).toMatch(/\/signup\?invite=[\w-]{43}$/);
    expect(url.startsWith(env().NEXTAUTH_URL)).toBe(true);
    const list = await (await fetchInvitations("/api/invitations", as(session))).json();
    expect(list).toMatchObject({ invitations: [{ id, status: "open" }], next_cursor: null });
    expect(JSON.stringify(list)).not.toContain(new URL(url).searchParams.get("invite"));
    const remove = fetchFrom(oneInvitation, { id });
    const removed = await remove(`/api/invitations/${id}`, as(session, "DELETE"));
    expect(await removed.json()).toEqual({ status: "deleted", invitation_id: id });
  });

  it("refuses everybody else, whatever they send, and access tokens", async () => {
    const guest = await signedIn(false);
    const { ctx } = await signedIn(true);
    const { token } = await createAccessToken(ctx, { name: "Editor", scope: "write" });
    const answers = [
      await fetchInvitations("/api/invitations", as(guest.session)),
      await fetchInvitations("/api/invitations", as(guest.session, "POST", { operator: true })),
      await fetchInvitations("/api/invitations", as(token, "POST", {})),
    ];
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    const codes = await Promise.all(answers.map(async (answer) => (await answer.json()).code));
    expect(codes).toEqual(["operator_only", "operator_only", "insufficient_scope"]);
  });
});

onEmbeddedDatabase("/api/auth/signup", (database) => {
  routesUse(database);

  const account = (name: string, more: object = {}) =>
    as(null, "POST", { email: `${name}@example.com`, password: "correct horse", ...more });

  it("takes no role, and makes only the first account the operator's", async () => {
    for (const field of ["operator", "role"]) {
      const answer = await fetchSignUp("/api/auth/signup", account("eve", { [field]: true }));
      expect(answer.status).toBe(400);
    }
    for (const name of ["ada", "bob"]) {
      expect((await fetchSignUp("/api/auth/signup", account(name))).status).toBe(201);
    }
    const rows = await database().query.users.findMany({ where: eq(users.operator, true) });
    expect(rows.map(({ email }) => email)).toEqual(["ada@example.com"]);
  });

  it("is limited for each address", async () => {
    const perMinute = env().RATE_LIMIT_SIGNIN_PER_MINUTE;
    const statuses: number[] = [];
    for (let index = 0; index <= perMinute; index++) {
      const taken = account("ada", { password: "short" });
      statuses.push((await fetchSignUp("/api/auth/signup", taken)).status);
    }
    // What isn't a sign-up at all doesn't count.
    expect(new Set(statuses)).toEqual(new Set([400]));
    for (let index = 0; index < perMinute; index++) {
      await fetchSignUp("/api/auth/signup", account("ada"));
    }
    const limited = await fetchSignUp("/api/auth/signup", account("bob"));
    expect(limited.status).toBe(429);
    expect(limited.headers.get("retry-after")).toMatch(/^\d+$/);
  });
});
