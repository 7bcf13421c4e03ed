import { NextRequest } from "next/server";
import { expect, it } from "vitest";
import { z } from "zod";
import * as oneTask from "@/app/api/tasks/[id]/route";
import * as tasks from "@/app/api/tasks/route";
import { bearerSession } from "@/lib/auth/bearer-session";
import { listChanges } from "@/lib/tasks/changes";
import { createAccessToken } from "@/lib/users/access-tokens";
import { accessToken } from "@/lib/users/schema";
import { middleware } from "@/middleware";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { fetchFrom, routesUse } from "@/test/routes";
import * as oneToken from "./[id]/route";
import * as tokens from "./route";

const createdToken = accessToken.extend({ token: z.string() });

const fetchTokens = fetchFrom(tokens);
const fetchTasks = fetchFrom(tasks);

const as = (token: string, method = "GET", body?: unknown): RequestInit => ({
  method,
  headers: { Authorization: `Bearer ${token}`, "Content-Type": "application/json" },
  ...(body === undefined ? {} : { body: JSON.stringify(body) }),
});

onEmbeddedDatabase("/api/tokens", (database) => {
  routesUse(database);

  const signedIn = async () => {
    const ctx = await makeUser(database());
    const user = await database().query.users.findFirst();
    return { ctx, session: (await bearerSession(database(), user!, new Date())).token };
  };

  it("makes a token, lists it without its secret, and ends it", async () => {
    const { session } = await signedIn();
    const made = await fetchTokens(
      "/api/tokens",
      as(session, "POST", { name: "Editor", scope: "write" }),
    );
    expect(made.status).toBe(201);
    const { token, ...shown } = createdToken.parse(await made.json());
    const list = await (await fetchTokens("/api/tokens", as(session))).json();
    expect(list).toEqual({ tokens: [shown], count: 1, next_cursor: null });
    expect((await fetchTasks("/api/tasks", as(token))).status).toBe(200);
    const end = fetchFrom(oneToken, { id: shown.id });
    const ended = await end(`/api/tokens/${shown.id}`, as(session, "DELETE"));
    expect(await ended.json()).toEqual({ status: "deleted", token_id: shown.id });
    expect((await fetchTasks("/api/tasks", as(token))).status).toBe(401);
    expect((await end(`/api/tokens/${shown.id}`, as(session, "DELETE"))).status).toBe(404);
  });

  it("lets a token change tasks in its own name, if its scope is write", async () => {
    const { ctx } = await signedIn();
    const write = await createAccessToken(ctx, { name: "Editor", scope: "write" });
    const read = await createAccessToken(ctx, { name: "Clock", scope: "read" });
    const task = { title: "Buy milk" };
    expect((await fetchTasks("/api/tasks", as(write.token, "POST", task))).status).toBe(201);
    const { changes } = await listChanges(ctx, { limit: 1 });
    expect(changes[0]?.actor).toEqual({ kind: "token", name: "Editor" });
    expect((await (await fetchTasks("/api/tasks", as(read.token))).json()).count).toBe(1);
    const fetchTask = fetchFrom(oneTask, { id: "1" });
    for (const refused of [
      await fetchTasks("/api/tasks", as(read.token, "POST", task)),
      await fetchTask("/api/tasks/1", as(read.token, "DELETE")),
    ]) {
      expect(refused.status).toBe(403);
      expect(refused.headers.get("www-authenticate")).toContain('error="insufficient_scope"');
      expect(await refused.json()).toMatchObject({ code: "insufficient_scope" });
    }
  });

  it("lets no token see, make or end tokens", async () => {
    const { ctx } = await signedIn();
    const { token, id } = await createAccessToken(ctx, { name: "Editor", scope: "write" });
    for (const refused of [
      await fetchTokens("/api/tokens", as(token)),
      await fetchTokens("/api/tokens", as(token, "POST", { name: "More", scope: "write" })),
      await fetchFrom(oneToken, { id })(`/api/tokens/${id}`, as(token, "DELETE")),
    ]) {
      expect(refused.status).toBe(403);
    }
  });

  it("is asked behind a door that lets through what could be a token", async () => {
    const { ctx } = await signedIn();
    const { token } = await createAccessToken(ctx, { name: "Editor", scope: "write" });
    const knock = async (authorization: string) => {
      const url = "http://localhost:3000/api/tasks";
      return (await middleware(new NextRequest(url, { headers: { authorization } }))).status;
    };
    expect(await knock(`bearer ${token}`)).toBe(200);
    expect(await knock("Bearer made-up")).toBe(401);
    expect((await fetchTasks("/api/tasks", as("errand_pat_made-up"))).status).toBe(401);
  });
});
