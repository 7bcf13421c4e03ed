/** The HTTP contract, as a client that knows nothing else of the app meets it. */
import { expect } from "@playwright/test";
import { eventsOf, PASSWORD, problemOf, signUp, test } from "./client";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const NOBODYS = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

test.describe("signing in", () => {
  test("answers a token that works, the e-mail address in any case", async ({ request, ada }) => {
    const answer = await request.post("/api/auth/signin", {
      data: { email: ada.email.toUpperCase(), password: PASSWORD },
    });
    expect(answer.status()).toBe(200);
    const session = await answer.json();
    expect(session).toEqual({
      token: expect.any(String),
      token_type: "Bearer",
      expires_at: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      user: { id: ada.id, email: ada.email, name: "Ada" },
    });
    const me = await request.get("/api/me", {
      headers: { authorization: `bEaReR ${session.token}` },
    });
    expect(await me.json()).toMatchObject({ id: ada.id, confirm_deletions: "many" });
  });

  test("tells a wrong password and an unknown address apart in nothing", async ({
    request,
    ada,
  }) => {
    const wrong = await request.post("/api/auth/signin", {
      data: { email: ada.email, password: "not this one" },
    });
    const unknown = await request.post("/api/auth/signin", {
      data: { email: `x-${ada.email}`, password: PASSWORD },
    });
    const first = await problemOf(wrong, 401, "invalid_credentials");
    const second = await problemOf(unknown, 401, "invalid_credentials");
    expect({ ...first, request_id: "" }).toEqual({ ...second, request_id: "" });
  });

  test("refuses a taken address, a short password and an unknown field", async ({
    request,
    ada,
  }) => {
    const taken = { email: ada.email.toUpperCase(), password: PASSWORD };
    await problemOf(await request.post("/api/auth/signup", { data: taken }), 409, "email_taken");
    const short = await problemOf(
      await request.post("/api/auth/signup", {
        data: { email: "b@example.com", password: "1234567" },
      }),
      400,
      "invalid_request",
    );
    expect(short.errors?.[0]?.path).toBe("password");
    const role = { email: "c@example.com", password: PASSWORD, role: "admin" };
    await problemOf(await request.post("/api/auth/signup", { data: role }), 400, "invalid_request");
  });

  test("ends every session when the person signs out everywhere", async ({ ada, request }) => {
    const again = await request.post("/api/auth/signin", {
      data: { email: ada.email, password: PASSWORD },
    });
    const { token } = await again.json();
    expect((await ada.post("/api/auth/signout-everywhere")).status()).toBe(204);
    await problemOf(await ada.get("/api/me"), 401, "unauthenticated");
    const other = await request.get("/api/me", { headers: { Authorization: `Bearer ${token}` } });
    await problemOf(other, 401, "unauthenticated");
  });
});

test.describe("who is asking", () => {
  test("needs a token or a session, and says 401 before all else", async ({ request }) => {
    for (const path of ["/api/tasks", "/api/conversations", "/api/turns/x", "/api/me", "/api/x"]) {
      await problemOf(await request.get(path), 401, "unauthenticated");
    }
    const answer = await request.post("/api/chat", {
      headers: { Authorization: "Bearer nonsense", "Content-Type": "text/plain" },
      data: "x",
    });
    await problemOf(answer, 401, "unauthenticated");
  });

  test("serves the same below the caller's own id, and nothing below another's", async ({
    ada,
    eve,
  }) => {
    await ada.post("/api/tasks", { title: "Hers" });
    const own = await ada.get(`/api/${ada.id}/tasks`);
    expect((await own.json()).count).toBe(1);
    expect((await ada.get(`/api/${ada.id.toUpperCase()}/tasks`)).status()).toBe(200);
    for (const user of [eve.id, "someone", "%20", "1", "users"]) {
      await problemOf(await ada.get(`/api/${user}/tasks`), 403, "user_mismatch");
      await problemOf(await ada.post(`/api/${user}/chat`, {}), 403, "user_mismatch");
    }
    const forged = await ada.get("/api/tasks", { "x-errand-path-user": eve.id });
    expect(forged.status()).toBe(200);
  });

  test("shows nobody that another's things exist", async ({ ada, eve }) => {
    await ada.post("/api/tasks", { title: "Hers" });
    const chat = await ada.post("/api/chat", { message: "hello" });
    const { conversation_id, turn_id } = await chat.json();
    for (const [path, missing] of [
      ["/api/tasks/1", "/api/tasks/1000"],
      [`/api/conversations/${conversation_id}`, `/api/conversations/${NOBODYS}`],
      [`/api/turns/${turn_id}`, `/api/turns/${NOBODYS}`],
    ] as const) {
      const hers = await problemOf(await eve.get(path), 404, "not_found");
      const none = await problemOf(await eve.get(missing), 404, "not_found");
      expect({ ...hers, request_id: "", detail: hers.detail.replace(/\d+/, "N") }).toEqual({
        ...none,
        request_id: "",
        detail: none.detail.replace(/\d+/, "N"),
      });
    }
    await problemOf(await eve.post(`/api/turns/${turn_id}/cancel`), 404, "not_found");
    await problemOf(await eve.delete(`/api/conversations/${conversation_id}`), 404, "not_found");
  });
});

test.describe("requests", () => {
  test("are checked in the contract's order: 405, 413, 415, 400, 404", async ({ ada }) => {
    const put = await ada.get("/api/tasks/1/complete");
    await problemOf(put, 405, "method_not_allowed");
    expect(put.headers()["allow"]).toBe("POST");
    const large = { message: "x".repeat(300 * 1024) };
    await problemOf(await ada.post("/api/chat", large), 413, "payload_too_large");
    const form = await ada.post("/api/chat", "message=x", {
      "Content-Type": "application/x-www-form-urlencoded",
    });
    await problemOf(form, 415, "unsupported_media_type");
    const malformed = await ada.post("/api/chat", Buffer.from("{"), {
      "Content-Type": "application/json",
    });
    await problemOf(malformed, 400, "invalid_request");
    await problemOf(await ada.patch("/api/tasks/77", { colour: 1 }), 400, "invalid_request");
    await problemOf(await ada.patch("/api/tasks/77", { title: "x" }), 404, "not_found");
    await problemOf(await ada.get("/api/no/such/thing"), 404, "not_found");
  });

  test("with a malformed id, limit, cursor, query value or unknown query are 400", async ({
    ada,
  }) => {
    for (const path of [
      "/api/tasks/zero",
      "/api/tasks/0",
      "/api/tasks/-1",
      "/api/tasks?limit=0",
      "/api/tasks?limit=101",
      "/api/tasks?limit=ten",
      "/api/tasks?cursor=nonsense",
      "/api/tasks?status=open",
      "/api/tasks?due=someday",
      "/api/tasks?colour=red",
      "/api/tasks?query=a%00b",
      "/api/conversations?q=a%00b",
      "/api/tasks?limit=1&limit=2",
      "/api/conversations/not-a-uuid",
      "/api/conversations?archived=maybe",
      `/api/conversations/${NOBODYS}?after=1`,
      "/api/turns/1",
    ]) {
      await problemOf(await ada.get(path), 400, "invalid_request");
    }
  });

  test("carry their id and the headers that browsers heed, on every answer", async ({
    ada,
    request,
  }) => {
    for (const answer of [
      await request.get("/health"),
      await ada.get("/api/tasks"),
      await request.get("/api/tasks"),
      await request.get("/signin"),
    ]) {
      const headers = answer.headers();
      expect(headers["x-request-id"]).toMatch(UUID);
      expect(headers["x-content-type-options"]).toBe("nosniff");
      expect(headers["content-security-policy"]).toContain("script-src 'self' 'nonce-");
      expect(headers["content-security-policy"]).not.toMatch(/script-src[^;]*unsafe-inline/);
    }
  });
});

test.describe("chat", () => {
  test("answers as both source documents describe", async ({ ada }) => {
    const answer = await ada.post(`/api/${ada.id}/chat`, {
      message: "Add a task to buy groceries",
    });
    expect(answer.status()).toBe(200);
    const body = await answer.json();
    expect(body).toEqual({
      response: expect.stringContaining("Buy groceries"),
      conversation_id: expect.stringMatching(UUID),
      message_id: expect.stringMatching(UUID),
      turn_id: expect.stringMatching(UUID),
      status: "completed",
      actions_taken: [{ tool: "add_task", result: "completed", task_id: "1" }],
      tool_calls: [{ tool: "add_task", arguments: { title: "Buy groceries" } }],
    });
    const next = await ada.post("/api/chat", {
      message: "Show me all my tasks",
      conversation_id: body.conversation_id,
    });
    expect(await next.json()).toMatchObject({
      conversation_id: body.conversation_id,
      tool_calls: [{ tool: "list_tasks" }],
      response: expect.stringContaining("Buy groceries"),
    });
    const conversation = await ada.get(`/api/${ada.id}/conversations/${body.conversation_id}`);
    expect(await conversation.json()).toMatchObject({
      message_count: 4,
      active_turn_id: null,
      previous_cursor: null,
      messages: [
        { role: "user", content: "Add a task to buy groceries", turn_id: body.turn_id },
        { role: "assistant", status: "completed", id: body.message_id, content: body.response },
        { role: "user" },
        { role: "assistant" },
      ],
    });
    const turn = await ada.get(`/api/turns/${body.turn_id}`);
    expect(await turn.json()).toMatchObject({
      id: body.turn_id,
      status: "completed",
      answer: body,
      error: null,
      usage: { prompt_tokens: 0, cached_tokens: 0, completion_tokens: 0 },
    });
  });

  test("streams the same turn as numbered events, and ends with its answer", async ({ ada }) => {
    const answer = await ada.post(
      "/api/chat",
      { message: "Add a task to buy milk", conversation_id: null, time_zone: "Asia/Tokyo" },
      { Accept: "text/event-stream" },
    );
    expect(answer.headers()["content-type"]).toContain("text/event-stream");
    expect(answer.headers()["cache-control"]).toContain("no-store");
    const events = eventsOf(await answer.text());
    expect(events.map((event) => event.id)).toEqual(events.map((_, index) => index + 1));
    for (const event of events) expect(event.data["type"]).toBe(event.type);
    const types = events.map((event) => event.type).filter((type) => type !== "text.delta");
    expect(types).toEqual([
      "turn.started",
      "conversation.titled",
      "tool.started",
      "tool.finished",
      "turn.completed",
    ]);
    const finished = events.find((event) => event.type === "tool.finished");
    expect(finished?.data).toMatchObject({
      tool: "add_task",
      status: "completed",
      changes: [{ task_id: 1, kind: "created", before: null, after: { title: "Buy milk" } }],
    });
    const words = events.map((event) => (event.data as { text?: string }).text ?? "").join("");
    expect(events.at(-1)?.data).toMatchObject({ response: words.trim(), status: "completed" });
  });

  test("does a repeated request once, whatever the number of tries", async ({ ada }) => {
    const key = { "Idempotency-Key": "once" };
    const body = { message: "Add a task to buy bread" };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => ada.post("/api/chat", body, key)),
    );
    const later = await ada.post("/api/chat", { message: "  Add a task to buy bread " }, key);
    const bodies = await Promise.all([...answers, later].map((answer) => answer.json()));
    for (const other of bodies) expect(other).toEqual(bodies[0]);
    expect((await (await ada.get("/api/tasks")).json()).count).toBe(1);
    const changed = await ada.post("/api/chat", { message: "Add a task to buy jam" }, key);
    await problemOf(changed, 409, "idempotency_conflict");
    const long = await ada.post("/api/chat", body, { "Idempotency-Key": "k".repeat(101) });
    await problemOf(long, 400, "invalid_request");
  });

  test("refuses what is no message, and stores nothing then", async ({ ada }) => {
    const tooLong = "🙂".repeat(10_001);
    for (const body of [
      {},
      { message: "" },
      { message: " \n " },
      { message: tooLong },
      { message: 7 },
      { message: "hi", role: "system" },
      { message: "hi", user_id: ada.id },
      { message: "hi", model: "other" },
      { message: "hi", conversation_id: "7" },
      { message: "hi", time_zone: "Nowhere/Town" },
    ]) {
      await problemOf(await ada.post("/api/chat", body), 400, "invalid_request");
    }
    const missing = { message: "hi", conversation_id: NOBODYS };
    await problemOf(await ada.post("/api/chat", missing), 404, "not_found");
    expect((await (await ada.get("/api/conversations")).json()).count).toBe(0);
    const longest = await ada.post("/api/chat", { message: `hi ${"🙂".repeat(9_997)}` });
    expect(longest.status()).toBe(200);
  });
});

test.describe("conversations", () => {
  test("are listed by activity, searched, renamed, pinned, archived and deleted", async ({
    ada,
  }) => {
    const ids: string[] = [];
    for (const message of ["Add a task to buy milk", "Add a task to buy figs", "help"]) {
      const answer = await ada.post("/api/chat", { message });
      const { conversation_id } = (await answer.json()) as { conversation_id: string };
      ids.push(conversation_id);
    }
    const [first, second, third] = ids;
    const listed = async (query = "") => {
      const answer = await ada.get(`/api/conversations${query}`);
      const { conversations } = (await answer.json()) as { conversations: { id: string }[] };
      return conversations.map((conversation) => conversation.id);
    };
    expect(await listed()).toEqual([third, second, first]);
    expect(await listed("?q=FIGS")).toEqual([second]);

    const page = await (await ada.get("/api/conversations?limit=2")).json();
    expect(page.count).toBe(2);
    expect(await listed(`?limit=2&cursor=${page.next_cursor}`)).toEqual([first]);

    const renamed = await ada.patch(`/api/conversations/${first}`, {
      title: " Shopping ",
      pinned: true,
    });
    expect(await renamed.json()).toEqual({
      id: first,
      title: "Shopping",
      created_at: expect.any(String),
      updated_at: expect.any(String),
      message_count: 2,
      pinned: true,
      archived: false,
    });
    expect(await listed("?pinned=true")).toEqual([first]);
    await ada.patch(`/api/conversations/${second}`, { archived: true });
    expect(await listed()).toEqual([third, first]);
    expect(await listed("?archived=true")).toEqual([second]);
    await problemOf(await ada.patch(`/api/conversations/${first}`, {}), 400, "invalid_request");
    await problemOf(
      await ada.patch(`/api/conversations/${first}`, { title: " " }),
      400,
      "invalid_request",
    );

    const deleted = await ada.delete(`/api/conversations/${first}`);
    expect(await deleted.json()).toEqual({ status: "deleted", conversation_id: first });
    await problemOf(await ada.get(`/api/conversations/${first}`), 404, "not_found");
    expect((await (await ada.get("/api/tasks")).json()).count).toBe(2);
  });
});

test.describe("tasks", () => {
  test("are added, read, changed, completed, reopened and deleted", async ({ ada }) => {
    const added = await ada.post("/api/tasks", {
      title: " Pay rent ",
      description: "by transfer",
      due_on: "2026-12-01",
      due_time: "09:00",
      priority: "high",
    });
    expect(added.status()).toBe(201);
    const task = await added.json();
    expect(task).toEqual({
      id: 1,
      title: "Pay rent",
      description: "by transfer",
      completed: false,
      status: "pending",
      due_on: "2026-12-01",
      due_time: "09:00",
      priority: "high",
      recurrence: null,
      created_at: expect.any(String),
      updated_at: expect.any(String),
      completed_at: null,
    });
    expect(await (await ada.get("/api/tasks/1")).json()).toEqual(task);
    const changed = await ada.patch("/api/tasks/1", { title: "Pay the rent", due_on: null });
    expect(await changed.json()).toMatchObject({
      title: "Pay the rent",
      due_on: null,
      due_time: null,
    });
    const completed = await ada.post("/api/tasks/1/complete");
    expect(await completed.json()).toMatchObject({
      completed: true,
      status: "completed",
      completed_at: expect.any(String),
    });
    const reopened = await ada.post("/api/tasks/1/reopen");
    expect(await reopened.json()).toMatchObject({ completed: false, completed_at: null });
    expect(await (await ada.delete("/api/tasks/1")).json()).toEqual({
      status: "deleted",
      task_id: 1,
    });
    await problemOf(await ada.get("/api/tasks/1"), 404, "not_found");
    expect(await (await ada.post("/api/tasks", { title: "Next" })).json()).toMatchObject({ id: 2 });
  });

  test("refuse a title that is empty or too long, a bad date, a bad priority and another's id", async ({
    ada,
  }) => {
    for (const body of [
      { title: "  " },
      { title: "x".repeat(201) },
      { title: "x", description: "y".repeat(5001) },
      { title: "x", due_on: "2026-02-30" },
      { title: "x", due_on: "0000-01-01" },
      { title: "x", due_on: "tomorrow" },
      { title: "x", due_on: "2026-12-01", due_time: "25:00" },
      { title: "x", due_time: "09:00" },
      { title: "x", priority: "urgent" },
      { title: "x", user_id: "someone" },
      { title: "x\u0000" },
    ]) {
      const problem = await problemOf(await ada.post("/api/tasks", body), 400, "invalid_request");
      expect(problem.errors?.length).toBeGreaterThan(0);
    }
    expect((await ada.post("/api/tasks", { title: "🛒".repeat(200) })).status()).toBe(201);
  });
});

test.describe("changes by cookie", () => {
  test("come from our own page or not at all", async ({ request }) => {
    const person = await signUp(request);
    const { csrfToken } = await (await request.get("/api/auth/csrf")).json();
    await request.post("/api/auth/callback/credentials", {
      form: { csrfToken, email: person.email, password: PASSWORD, json: "true" },
    });
    const add = (headers: Record<string, string>) =>
      request.post("/api/tasks", { headers, data: { title: "By cookie" } });
    expect((await add({})).status()).toBe(201);
    const foreign: Record<string, string>[] = [
      { Origin: "https://elsewhere.example" },
      { Origin: "null" },
      { "Sec-Fetch-Site": "cross-site" },
      { "Sec-Fetch-Site": "same-site" },
    ];
    for (const headers of foreign) {
      await problemOf(await add(headers), 403, "cross_origin");
    }
    expect(
      (await request.get("/api/tasks", { headers: { Origin: "https://elsewhere.example" } })).ok(),
    ).toBe(true);
    // A bearer token is not sent by browsers on their own.
    expect(
      (await person.post("/api/tasks", { title: "By token" }, { Origin: "null" })).status(),
    ).toBe(201);
  });
});

test("health tells what works", async ({ request }) => {
  for (const path of ["/health", "/api/health"]) {
    const answer = await request.get(path);
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toEqual({
      status: "healthy",
      database: "connected",
      model: { kind: "offline", name: "offline" },
      version: expect.stringMatching(/^\d+\.\d+\.\d+/),
    });
  }
});
