/** The HTTP contract's words on who is asking: signing in, tokens, cookies, and what nobody else may see. */
import { expect } from "@playwright/test";
import { PASSWORD, problemOf, signUp, test } from "./client";

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
