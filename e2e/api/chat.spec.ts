/** The HTTP contract's words on chat. */
import { expect } from "@playwright/test";
import { eventsOf, problemOf, test } from "./client";

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
const NOBODYS = "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000";

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
