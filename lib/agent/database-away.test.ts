/** Turns while their database is restarted, unreachable or full: a real server, which is really stopped. */
import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Connection, connectServer } from "@/db/client";
import { getConversation } from "@/lib/conversations/service";
import { getTurn } from "@/lib/conversations/turns";
import { healthReport } from "@/lib/http/health";
import { asAppError } from "@/lib/http/problem";
import { listTasks } from "@/lib/tasks/list";
import { makeUser } from "@/test/database";
import { answerEvents, answerFrames, hasTold, never } from "@/test/follow";
import { type PostgresServer, startPostgres } from "@/test/postgres";
import { useDatabase } from "@/test/routes";
import { finish, ScriptedModel } from "@/test/scripted-model";
import type { Context } from "@/lib/context";
import type { Model } from "@/lib/model/model";
import { answerOfTurn, retryTurn, startTurn } from "./turn";

let server: PostgresServer;
let connection: Connection;

beforeAll(async () => {
  server = await startPostgres();
  connection = await connectServer(server.url);
}, 60_000);
afterAll(async () => {
  await connection.close();
  await server.stop();
});

const say = (ctx: Context, model: Model) =>
  startTurn(
    ctx,
    {
      message: "add milk",
      conversationId: null,
      timeZone: undefined,
      idempotencyKey: null,
      requestId: "test-request",
    },
    { model, standIn: null },
  );

const ADD = {
  type: "tool_call" as const,
  call: { id: "a", name: "add_task", arguments: '{"title":"Milk"}' },
};

/** Resolves when the turn has said its first words. */
const begun = (ctx: Context, started: Awaited<ReturnType<typeof say>>) =>
  hasTold(ctx, started, "text.delta");

describe("a database that is restarted in mid-turn", () => {
  it("is waited for when it is back soon: the turn ends as if nothing had been", async () => {
    const ctx = await makeUser(connection.db);
    let goOn = () => undefined as void;
    const restarted = new Promise<void>((resolve) => (goOn = resolve));
    const started = await say(
      ctx,
      new ScriptedModel(async function* () {
        yield { type: "text", text: "One " };
        await restarted;
        yield { type: "text", text: "two." };
        yield finish();
      }),
    );
    await begun(ctx, started);
    await server.down();
    goOn();
    const heard = answerEvents(ctx, started);
    await server.up();
    expect((await heard).at(-1)?.event).toMatchObject({
      type: "turn.completed",
      response: "One two.",
    });
    expect(await getTurn(ctx, started.turn.id)).toMatchObject({ status: "completed" });
  });

  it("fails a turn that needs it meanwhile, honestly, and the turn can be tried again", async () => {
    const ctx = await makeUser(connection.db);
    let goOn = () => undefined as void;
    const down = new Promise<void>((resolve) => (goOn = resolve));
    const started = await say(
      ctx,
      new ScriptedModel(async function* () {
        yield { type: "text", text: "One moment." };
        await down;
        yield ADD;
        yield finish("tool_calls");
      }),
    );
    await begun(ctx, started);
    await server.down();
    goOn();
    const heard = answerFrames(ctx, started);
    await server.up();
    expect(JSON.parse((await heard).at(-1)?.data ?? "")).toMatchObject({
      type: "turn.failed",
      error: { code: "database_unavailable", status: 503 },
      retryable: true,
    });
    const { messages } = await getConversation(ctx, started.turn.conversationId);
    expect(messages[1]).toMatchObject({ status: "failed", content: "One moment." });
    const model = new ScriptedModel(
      { calls: [{ name: "add_task", arguments: { title: "Milk" } }] },
      { text: "Added." },
    );
    const again = await retryTurn(ctx, started.turn.id, "r", model);
    expect(await answerOfTurn(ctx, again.turn, never)).toMatchObject({ status: "completed" });
    expect((await listTasks(ctx, { limit: 10 })).count).toBe(1);
  });

  it("is told to whoever asks meanwhile, and found again by itself", async () => {
    useDatabase(connection.db);
    const ctx = await makeUser(connection.db);
    expect(await healthReport()).toMatchObject({ status: "healthy" });
    await server.down();
    expect(await healthReport()).toMatchObject({ status: "unhealthy", database: "disconnected" });
    const refused = await say(ctx, new ScriptedModel({ text: "Hello." })).catch(asAppError);
    expect(refused).toMatchObject({ code: "database_unavailable", status: 503 });
    await server.up();
    expect(await healthReport()).toMatchObject({ status: "healthy" });
    const started = await say(ctx, new ScriptedModel({ text: "Hello." }));
    expect(await answerOfTurn(ctx, started.turn, never)).toMatchObject({ response: "Hello." });
  });
});

describe("a database that is full", () => {
  const fill = (table: string) =>
    connection.db.execute(
      sql.raw(`
        create or replace function disk_full() returns trigger language plpgsql as
          $$ begin raise exception 'could not extend file' using errcode = '53100'; end $$;
        create trigger full_disk before insert on ${table} execute function disk_full();
      `),
    );
  afterEach(async () => {
    for (const table of ["turns", "tasks"]) {
      await connection.db.execute(sql.raw(`drop trigger if exists full_disk on ${table}`));
    }
  });

  it("takes no new message, and says why", async () => {
    const ctx = await makeUser(connection.db);
    await fill("turns");
    const refused = await say(ctx, new ScriptedModel({ text: "Hello." })).catch(asAppError);
    expect(refused).toMatchObject({ code: "database_unavailable", status: 503 });
  });

  it("fails a call and its turn, keeps what was said, and works again when there is room", async () => {
    const ctx = await makeUser(connection.db);
    await fill("tasks");
    const started = await say(
      ctx,
      new ScriptedModel({
        text: "Adding.",
        calls: [{ name: "add_task", arguments: { title: "A" } }],
      }),
    );
    const events = await answerEvents(ctx, started);
    expect(events.at(-1)?.event).toMatchObject({
      type: "turn.failed",
      error: { code: "database_unavailable" },
    });
    await connection.db.execute(sql.raw("drop trigger full_disk on tasks"));
    const again = await retryTurn(
      ctx,
      started.turn.id,
      "r",
      new ScriptedModel(
        { calls: [{ name: "add_task", arguments: { title: "A" } }] },
        { text: "OK" },
      ),
    );
    expect(await answerOfTurn(ctx, again.turn, never)).toMatchObject({ status: "completed" });
  });
});
