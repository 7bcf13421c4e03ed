/** The HTTP contract, as a client that knows nothing else of the app meets it; `access` and `chat` have a file each. */
import { expect } from "@playwright/test";
import { problemOf, test } from "./client";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const NOBODYS = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

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
