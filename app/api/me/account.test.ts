/** Leaving and taking everything along: what `DELETE /api/me` leaves behind, and what the export holds. */
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { expect, it } from "vitest";
import * as schema from "@/db/schema";
import { startTurn } from "@/lib/agent/turn";
import { bearerSession } from "@/lib/auth/bearer-session";
import { signUp } from "@/lib/auth/credentials";
import type { Context } from "@/lib/context";
import type { Database } from "@/db/client";
import { deleteConversation } from "@/lib/conversations/service";
import { exportAccount } from "@/lib/http/account-export";
import { accountExport } from "@/lib/http/operations/accounts";
import { newId } from "@/lib/ids";
import { addTask } from "@/lib/tasks/service";
import { createAccessToken } from "@/lib/users/access-tokens";
import { createInvitation } from "@/lib/users/invitations";
import { countAgainst } from "@/lib/rate-limit";
import { onEachDatabase } from "@/test/database";
import { fetchFrom, routesUse } from "@/test/routes";
import { ScriptedModel } from "@/test/scripted-model";
import * as exporting from "./export/route";
import * as me from "./route";

const TABLES = Object.values(schema).filter((value) => is(value, PgTable));
const PASSWORD = "correct horse";
const fetchMe = fetchFrom(me);
const fetchExport = fetchFrom(exporting);

const as = (token: string, method = "GET", body?: unknown): RequestInit => ({
  method,
  headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

/** Every row of every table, as text, by table. */
const everything = async (db: Database): Promise<Map<string, string[]>> => {
  const found = new Map<string, string[]>();
  for (const table of TABLES) {
    const rows: unknown[] = await db.select().from(table);
    found.set(
      getTableName(table),
      rows.map((row) => JSON.stringify(row)),
    );
  }
  return found;
};

const emptyTables = (rows: Map<string, string[]>): string[] =>
  [...rows].filter(([, of]) => of.length === 0).map(([name]) => name);

onEachDatabase("an account", (database) => {
  routesUse(database);

  const join = async (name: string) => {
    const now = new Date();
    const email = `${name}@example.com`;
    const user = await signUp(database(), { email, password: PASSWORD }, { now, address: "::1" });
    const { token } = await bearerSession(database(), user, now);
    const ctx: Context = {
      userId: user.id,
      actor: { kind: "user", name },
      turnId: null,
      db: database(),
      timeZone: "UTC",
      now,
    };
    return { ctx, token, email };
  };

  const say = async (ctx: Context, model: ScriptedModel) =>
    startTurn(
      ctx,
      {
        message: "add milk",
        conversationId: null,
        timeZone: undefined,
        idempotencyKey: newId(),
        requestId: "r",
      },
      { model, standIn: null },
    );

  const adding = () =>
    new ScriptedModel(
      { calls: [{ name: "add_task", arguments: { title: "Buy milk" } }] },
      { text: "Added #1." },
    );

  /** Somebody of whom there is a row in every table. */
  const livedIn = async (name: string) => {
    const person = await join(name);
    const { ctx, email } = person;
    const { turn, done } = await say(ctx, adding());
    await done;
    await addTask(ctx, { title: "Pay rent" });
    await createAccessToken(ctx, { name: "Editor", scope: "write" });
    await createInvitation(ctx, { email });
    await database().insert(schema.linkedAccounts).values({
      provider: "github",
      providerAccountId: ctx.userId,
      userId: ctx.userId,
      createdAt: ctx.now,
    });
    await database()
      .insert(schema.turnEvents)
      .values({ turnId: turn.id, number: 999, type: "text.delta", data: "{}", createdAt: ctx.now })
      .onConflictDoNothing();
    for (const subject of [ctx.userId, email]) {
      await countAgainst(database(), { name: "signin-account", perMinute: 9, subject }, "");
    }
    return { ...person, turn };
  };

  it("that is deleted leaves nothing in any table", async () => {
    const { ctx, token, email } = await livedIn("ada");
    expect(emptyTables(await everything(database()))).toEqual([]);
    // A turn that runs is stopped first; this one would never end by itself.
    const endless = new ScriptedModel(async function* (_request, signal) {
      yield { type: "text", text: "Let me think" };
      await new Promise((_, reject) =>
        signal.addEventListener("abort", () => reject(signal.reason as Error), { once: true }),
      );
    });
    const running = await say(ctx, endless);
    const answer = await fetchMe("/api/me", as(token, "DELETE", { password: PASSWORD }));
    expect(answer.status).toBe(204);
    await running.done;
    const left = await everything(database());
    // Addresses of networks are counted too, hashed: they name nobody.
    expect([...left].filter(([name]) => name !== "rate_limits").flatMap(([, of]) => of)).toEqual(
      [],
    );
    expect(left.get("rate_limits")?.every((row) => /"sign(in|up)-address:/.test(row))).toBe(true);
    for (const of of left.values()) {
      for (const row of of) {
        expect(row).not.toContain(ctx.userId);
        expect(row).not.toContain(email);
      }
    }
    expect((await fetchMe("/api/me", as(token))).status).toBe(401);
  });

  it("that is deleted takes nothing of anybody else's, and hands the operator's part on", async () => {
    const ada = await livedIn("ada");
    const bob = await join("bob");
    await addTask(bob.ctx, { title: "Mine" });
    const { db } = bob.ctx;
    const operators = async () =>
      (await db.query.users.findMany()).map(({ email, operator }) => [email, operator]).sort();
    expect(await operators()).toEqual([
      ["ada@example.com", true],
      ["bob@example.com", false],
    ]);
    await fetchMe("/api/me", as(ada.token, "DELETE", { password: PASSWORD }));
    expect(await operators()).toEqual([["bob@example.com", true]]);
    expect(await db.$count(schema.tasks)).toBe(1);
  });

  it("is deleted with its own password only, by who signed in", async () => {
    const { ctx, token } = await join("ada");
    const editor = await createAccessToken(ctx, { name: "Editor", scope: "write" });
    const refused = async (body: unknown, by = token) => {
      const answer = await fetchMe("/api/me", as(by, "DELETE", body));
      const problem = (await answer.json()) as { code: string };
      return [answer.status, problem.code];
    };
    expect(await refused({ password: "wrong" })).toEqual([401, "invalid_credentials"]);
    expect(await refused({ email: "ada@example.com" })).toEqual([400, "invalid_request"]);
    expect(await refused({})).toEqual([400, "invalid_request"]);
    expect(await refused({ password: PASSWORD }, editor.token)).toEqual([
      403,
      "insufficient_scope",
    ]);
    await database().update(schema.users).set({ passwordHash: null });
    expect(await refused({ email: "bob@example.com" })).toEqual([400, "invalid_request"]);
    const gone = await fetchMe("/api/me", as(token, "DELETE", { email: "ada@example.com" }));
    expect(gone.status).toBe(204);
  });

  it("loses a deleted conversation at once, with all but the history of its tasks", async () => {
    const { ctx, turn } = await livedIn("ada");
    await deleteConversation(ctx, turn.conversationId);
    const left = await everything(database());
    for (const table of ["conversations", "messages", "turns", "turn_events", "tool_calls"]) {
      expect([table, left.get(table)]).toEqual([table, []]);
    }
    expect(left.get("task_changes")).toHaveLength(2);
    expect(left.get("tasks")).toHaveLength(2);
  });

  it("is exported whole, however long it is", async () => {
    const { ctx, token, turn } = await livedIn("ada");
    const bob = await join("bob");
    await addTask(bob.ctx, { title: "Somebody else's" });
    const count = 10_000;
    await database().execute(sql`
      insert into messages (id, user_id, conversation_id, position, role, content, parts, turn_id, created_at)
      select gen_random_uuid(), ${ctx.userId}, ${turn.conversationId}, n, 'user', 'message ' || n, '[]', ${turn.id}, now()
      from generate_series(2, ${count - 1}::int) as n`);
    await database().update(schema.conversations).set({ archived: true });
    const answer = await fetchExport("/api/me/export", as(token));
    expect(answer.headers.get("content-disposition")).toMatch(
      /^attachment; filename="errand-\d{4}-\d\d-\d\d\.json"$/,
    );
    const text = await answer.text();
    const whole = accountExport.parse(JSON.parse(text));
    expect(whole.account.email).toBe("ada@example.com");
    expect(whole.tasks.map(({ title }) => title)).toEqual(["Buy milk", "Pay rent"]);
    expect(whole.changes).toHaveLength(2);
    const messages = whole.conversations[0]?.messages ?? [];
    expect(messages).toHaveLength(count);
    expect(messages[0]?.content).toBe("add milk");
    expect(messages.at(-1)?.content).toBe(`message ${count - 1}`);
    expect(text).not.toContain("Somebody else's");
  });

  it("is exported with what is talked in meanwhile", async () => {
    const { ctx } = await livedIn("ada");
    const count = 250;
    await database().execute(sql`
      insert into conversations (id, user_id, title, archived, created_at, updated_at)
      select gen_random_uuid(), ${ctx.userId}, 'Talk ' || n, n % 2 = 0, now(), now() - make_interval(mins => n)
      from generate_series(2, ${count}::int) as n`);
    let text = "";
    for await (const piece of exportAccount(ctx)) {
      // Everything that is not read yet moves to the top of the list.
      if (!text.includes("Talk") && piece.includes("Talk")) {
        await database()
          .update(schema.conversations)
          .set({ updatedAt: new Date("2040-01-01") });
      }
      text += piece;
    }
    const { conversations } = accountExport.parse(JSON.parse(text));
    expect(new Set(conversations.map(({ title }) => title)).size).toBe(count);
  });
});
