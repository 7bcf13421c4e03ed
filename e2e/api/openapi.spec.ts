/**
 * The OpenAPI document is true: every operation in it, answered with success once, and refused in every way that it
 * names and that a client can bring about.
 */
import { expect } from "@playwright/test";
import { startApp } from "../app";
import { type Caller, callerOf, type Sent } from "./caller";
import { PASSWORD, type Person, test } from "./client";
import { type Answered, answeredBy, type Described, describedAt } from "./described";

const NOBODYS = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";
/** What no client can bring about at will. Other specs meet them: model.spec, the fault suite, the limits' own tests. */
const NOT_HERE = [
  "database_unavailable",
  "internal",
  "invitation_invalid",
  "invitation_required",
  "model_unavailable",
  "rate_limited",
  "shutting_down",
  "signup_closed",
  "turn_in_progress",
];

type Api = Awaited<ReturnType<typeof describedAt>>;

/** What an MCP client accepts. */
const BOTH = { Accept: "application/json, text/event-stream" };

/** The first of a person's events, as long as the stream has to stay open for it. */
const firstEvent = async (
  baseURL: string,
  { token }: Person,
  meanwhile: () => Promise<unknown>,
): Promise<Answered> => {
  const leaving = new AbortController();
  const answer = await fetch(`${baseURL}/api/events`, {
    headers: { Authorization: `Bearer ${token}` },
    signal: leaving.signal,
  });
  await meanwhile();
  let body = "";
  for await (const chunk of answer.body!.pipeThrough(new TextDecoderStream())) {
    body += chunk;
    if (/^data: .*\n\n/m.test(body)) break;
  }
  leaving.abort();
  return { status: answer.status, type: "text/event-stream", body };
};

/** A day with the API: every operation succeeds at least once. */
const aDay = async (
  { call, run, refused, note }: Caller,
  api: Api,
  app: string,
  person: Person,
): Promise<void> => {
  await run("getHealth", { token: null });
  await run("getOpenApi", { token: null });
  const email = `b.${person.email}`;
  await run("signUp", { token: null, body: { email, password: PASSWORD } });
  await refused("email_taken", "signUp", { token: null, body: { email, password: PASSWORD } });
  const other = await run("signIn", { token: null, body: { email, password: PASSWORD } });
  await refused("invalid_credentials", "signIn", {
    token: null,
    body: { email, password: "not this one" },
  });
  await run("signOutEverywhere", { token: other["token"]! });
  const leaving = await run("signIn", { token: null, body: { email, password: PASSWORD } });
  const wrong = { token: leaving["token"]!, body: { password: "not this one" } };
  await refused("invalid_credentials", "deleteAccount", wrong);
  await run("deleteAccount", { token: leaving["token"]!, body: { password: PASSWORD } });
  await run("getMe");
  await run("updateMe", { body: { time_zone: "Asia/Tokyo", confirm_deletions: "always" } });

  await run("addTask", { body: { title: "Pay rent", due_on: "2030-01-31", due_time: "09:00" } });
  await run("listTasks", { query: "?status=pending&sort=due&limit=1" });
  await run("getTask", { id: "1" });
  await run("updateTask", { id: "1", body: { priority: "high" } });
  await run("completeTask", { id: "1" });
  await run("reopenTask", { id: "1" });
  const ledger = await run("listChanges", { query: "?task_id=1" });
  const [{ id: change }] = ledger["changes"] as unknown as [{ id: string }];
  await run("undoChange", { id: change });
  await refused("undo_conflict", "undoChange", { id: change });
  await run("redoChange", { id: change });
  await refused("undo_conflict", "redoChange", { id: change });
  await run("parseTask", { body: { text: "Pay rent friday 9am" } });

  const key = { Accept: "application/json", "Idempotency-Key": "one" };
  const said = await run("chat", { body: { message: "add milk and eggs" }, headers: key });
  await refused("idempotency_conflict", "chat", { body: { message: "add jam" }, headers: key });
  await run("getTurn", { id: said["turn_id"]! });
  const followed = await call("followTurn", { id: said["turn_id"]! });
  expect(await followed.text()).toContain("event: turn.completed");
  await run("undoTurn", { id: said["turn_id"]! });
  await refused("undo_conflict", "undoTurn", { id: said["turn_id"]! });
  await run("redoTurn", { id: said["turn_id"]! });
  await refused("undo_conflict", "redoTurn", { id: said["turn_id"]! });
  const there = { conversation_id: said["conversation_id"] };
  await run("listConversations");
  await run("getConversation", { id: said["conversation_id"]! });
  await run("updateConversation", { id: said["conversation_id"]!, body: { pinned: true } });

  const asked = await run("chat", { body: { message: "delete task 1", ...there } });
  expect(asked["status"]).toBe("awaiting_approval");
  await run("cancelTurn", { id: asked["turn_id"]! });
  const retried = await run("retryTurn", { id: asked["turn_id"]!, body: {} });
  expect(retried["status"]).toBe("awaiting_approval");
  await run("decideTurn", { id: asked["turn_id"]!, body: { decision: "approve" } });
  const late = { id: asked["turn_id"]!, body: { decision: "approve" } };
  await refused("no_approval_pending", "decideTurn", late);
  await refused("not_retryable", "retryTurn", { id: asked["turn_id"]! });

  const streamed = { body: { message: "add butter" }, headers: { Accept: "text/event-stream" } };
  expect(await (await call("chat", streamed)).text()).toContain("event: turn.completed");
  await run("deleteTask", { id: "4" });
  await run("listDeletedTasks");
  const events = api.operations.find(({ operationId }) => operationId === "listenToEvents")!;
  const heard = await firstEvent(app, person, () => run("addTask", { body: { title: "Heard" } }));
  expect(api.faults(events, heard)).toEqual([]);
  note(events, heard);

  await run("exportAccount");

  const invited = await run("createInvitation", { body: {} });
  await run("listInvitations");
  await run("deleteInvitation", { id: invited["id"]! });

  await run("createToken", { body: { name: "Editor", scope: "write" } });
  const tokens = await run("listTokens");
  const [{ id: token }] = tokens["tokens"] as unknown as [{ id: string }];
  await run("deleteToken", { id: token });
  const list = { jsonrpc: "2.0", id: 1, method: "tools/list" };
  await run("callMcp", { body: list, headers: BOTH });
  const initialized = { jsonrpc: "2.0", method: "notifications/initialized" };
  expect((await call("callMcp", { body: initialized, headers: BOTH })).status()).toBe(202);
  await run("deleteConversation", { id: said["conversation_id"]! });
};

/** A body that the document itself shows. */
const shownBody = ({ requestBody }: Described): unknown => {
  const examples = requestBody?.content["application/json"]?.examples ?? {};
  return Object.values(examples).at(-1)?.value;
};

const idFor = ({ path }: Described, task: string, other: string): string =>
  path.startsWith("/api/tasks/") ? task : other;

const documents = ({ responses }: Described, status: number, code: string): boolean =>
  JSON.stringify(responses[status]?.content ?? {}).includes(`"${code}"`);

/** An app of its own, so that Ada has its first account and is the operator. */
const testAsOperator = test.extend({
  app: [
    async ({}, use) => {
      const app = await startApp();
      await use(app);
      await app.dispose();
    },
    { scope: "test", timeout: 90_000 },
  ],
});

testAsOperator("every operation answers as it is described", async ({ request, app, ada, eve }) => {
  const api = await describedAt(app.url);
  const caller = callerOf(request, api, ada);
  await aDay(caller, api, app.url, ada);
  const hit = new Set([...caller.seen].map((entry) => entry.split(" ")[0]));
  expect(api.operations.map(({ operationId }) => operationId).filter((id) => !hit.has(id))).toEqual(
    [],
  );

  const { token: readOnly } = (await (
    await ada.post("/api/tokens", { name: "Clock", scope: "read" })
  ).json()) as { token: string };
  const { csrfToken } = (await (await request.get("/api/auth/csrf")).json()) as {
    csrfToken: string;
  };
  await request.post("/api/auth/callback/credentials", {
    form: { csrfToken, email: ada.email, password: PASSWORD, json: "true" },
  });

  for (const operation of api.operations) {
    const { operationId: name, path, parameters = [], requestBody } = operation;
    const id = idFor(operation, "1000", NOBODYS);
    const good: Sent = { id, body: shownBody(operation) };
    const may = (status: number, code: string) => documents(operation, status, code);
    if (may(401, "unauthenticated")) {
      await caller.refused("unauthenticated", name, { ...good, token: "made-up" });
    }
    if (may(403, "insufficient_scope")) {
      await caller.refused("insufficient_scope", name, { ...good, token: readOnly });
    }
    if (may(403, "operator_only")) {
      await caller.refused("operator_only", name, { ...good, token: eve.token });
    }
    if (may(403, "cross_origin")) {
      const isBearerOnly = operation.security.every((way) => "bearer" in way);
      const headers = { Origin: "https://elsewhere.example" };
      const token = isBearerOnly ? ada.token : null;
      await caller.refused("cross_origin", name, { ...good, token, headers });
    }
    if (may(403, "user_mismatch")) {
      const below = path.replace("/api/", `/api/${NOBODYS}/`).replace("{id}", id);
      const answer = await ada.send(operation.method, below);
      expect([name, (await answer.json()).code]).toEqual([name, "user_mismatch"]);
      caller.note(operation, await answeredBy(answer));
    }
    if (may(413, "payload_too_large")) {
      const body = { message: "x".repeat(300 * 1024) };
      await caller.refused("payload_too_large", name, { id, body });
    }
    if (may(415, "unsupported_media_type")) {
      const headers = { "Content-Type": "text/plain" };
      await caller.refused("unsupported_media_type", name, { id, body: "x", headers });
    }
    if (may(400, "invalid_request")) {
      const places = new Set(parameters.map((parameter) => parameter.in));
      if (places.has("path")) {
        await caller.refused("invalid_request", name, { ...good, id: "x.y" });
      }
      if (places.has("query")) {
        await caller.refused("invalid_request", name, { ...good, query: "?colour=red" });
      }
      for (const { $ref } of parameters.filter((parameter) => parameter.$ref !== undefined)) {
        const headers = { [$ref!.split("/").at(-1)!]: "k".repeat(101) };
        await caller.refused("invalid_request", name, { ...good, headers });
      }
      if (requestBody) await caller.refused("invalid_request", name, { id, body: [{}] });
    }
    if (may(404, "not_found")) {
      const body = name === "chat" ? { message: "hi", conversation_id: NOBODYS } : good.body;
      await caller.refused("not_found", name, { id, body });
    }
  }
  const unseen = api.operations.flatMap((operation) =>
    Object.entries(operation.responses)
      .flatMap(([status, { content = {} }]) => {
        const examples = content["application/problem+json"]?.examples;
        return examples ? Object.keys(examples) : [status];
      })
      .filter((what) => !NOT_HERE.includes(what))
      .map((what) => `${operation.operationId} ${what}`)
      .filter((entry) => !caller.seen.has(entry)),
  );
  expect(unseen).toEqual(["getHealth 503"]);
});

test("an address takes the methods that are described for it, and no other", async ({
  ada,
  app,
}) => {
  const { operations } = await describedAt(app.url);
  for (const path of new Set(operations.map((operation) => operation.path))) {
    const methods = operations.filter((one) => one.path === path).map(({ method }) => method);
    const at = path.replace("{id}", "1");
    const options = await ada.send("OPTIONS", at);
    expect([path, options.status()]).toEqual([path, 204]);
    const allowed = (options.headers()["allow"] ?? "").split(", ");
    const more = methods.includes("GET") ? ["HEAD", "OPTIONS"] : ["OPTIONS"];
    expect([path, ...allowed.sort()]).toEqual([path, ...[...methods, ...more].sort()]);
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE"]) {
      if (methods.includes(method)) continue;
      const refused = await ada.send(method, at);
      expect([path, method, refused.status()]).toEqual([path, method, 405]);
      expect(refused.headers()["content-type"]).toBe("application/problem+json");
    }
  }
});
