/**
 * What a turn and a page cost does not grow with the history: exactly the same statements, and a request of exactly
 * the same size to the model, with ten thousand messages as with fifty.
 */
import { sql } from "drizzle-orm";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { type Connection, connectServer } from "@/db/client";
import type { Context } from "@/lib/context";
import { getConversation, listConversations } from "@/lib/conversations/service";
import { newId } from "@/lib/ids";
import { createServerDatabase, makeUser } from "@/test/database";
import { answerFrames } from "@/test/follow";
import { ScriptedModel } from "@/test/scripted-model";
import { HISTORY_TOKENS } from "./history";
import { startTurn } from "./turn";

let connection: Connection;
let drop: () => Promise<void>;

beforeAll(async () => {
  const database = await createServerDatabase();
  drop = database.drop;
  connection = await connectServer(database.url, "pg");
}, 60_000);
afterAll(async () => {
  await connection.close();
  await drop();
});

/** What depends on the clock: the heartbeat, and how much of what is said goes into one statement. */
const BY_THE_CLOCK = /lease_expires_at" = .* where \("turns"."id" in|with held as/;

/** The statements that the driver sends while `work` goes on. */
const statementsOf = async (work: () => Promise<unknown>): Promise<string[]> => {
  const spy = vi.spyOn(Client.prototype, "query");
  await work();
  const sent = spy.mock.calls.map(([query]: unknown[]) =>
    typeof query === "string" ? query : (query as { text: string }).text,
  );
  spy.mockRestore();
  return sent.filter((text) => !BY_THE_CLOCK.test(text));
};

/** A conversation of `count` messages, each of them alike. */
const talk = async (ctx: Context, count: number): Promise<string> => {
  const id = newId();
  await ctx.db.execute(sql`
    insert into conversations (id, user_id, title, message_count, created_at, updated_at)
    values (${id}, ${ctx.userId}, 'Long', ${count}, now(), now())`);
  await ctx.db.execute(sql`
    with said as (
      insert into turns (id, user_id, conversation_id, user_message_id, message_id, status, request_hash, time_zone,
        model, created_at, lease_expires_at)
      select gen_random_uuid(), ${ctx.userId}, ${id}, gen_random_uuid(), gen_random_uuid(), 'completed', '', 'UTC',
        'scripted', now(), now()
      from generate_series(1, ${count / 2})
      returning id, user_message_id, message_id
    ), numbered as (
      select *, row_number() over () - 1 as number from said
    )
    insert into messages (id, user_id, conversation_id, position, role, content, parts, turn_id, created_at)
    select user_message_id, ${ctx.userId}::uuid, ${id}::uuid, number * 2, 'user', repeat('word ', 40),
      json_build_array(json_build_object('type', 'text', 'text', repeat('word ', 40))), id, now()
    from numbered
    union all
    select message_id, ${ctx.userId}::uuid, ${id}::uuid, number * 2 + 1, 'assistant', 'Added.', json_build_array(
      json_build_object('type', 'tool_call', 'call_id', 'call_1', 'tool', 'add_task', 'arguments',
        json_build_object('title', 'Milk'), 'status', 'completed', 'result', json_build_object('task_id', 1),
        'changes', json_build_array()),
      json_build_object('type', 'text', 'text', repeat('done ', 60))), id, now()
    from numbered`);
  return id;
};

const turnIn = async (ctx: Context, conversationId: string) => {
  const model = new ScriptedModel(
    { calls: [{ name: "add_task", arguments: { title: "Milk" } }] },
    { text: "Added." },
  );
  const statements = await statementsOf(async () => {
    const request = {
      message: "add milk",
      conversationId,
      timeZone: undefined,
      idempotencyKey: "key",
      requestId: "test-request",
    };
    const started = await startTurn(ctx, request, { model, standIn: null });
    await answerFrames(ctx, started);
  });
  return { statements, requests: model.requests };
};

describe("a history of 10,000 messages", () => {
  it("costs a turn exactly what one of 50 does", async () => {
    const [ada, eve] = [await makeUser(connection.db), await makeUser(connection.db)];
    const short = await turnIn(ada, await talk(ada, 50));
    const long = await turnIn(eve, await talk(eve, 10_000));
    expect(long.statements).toEqual(short.statements);
    const sizes = ({ requests }: typeof long) => requests.map((one) => JSON.stringify(one).length);
    expect(sizes(long)).toEqual(sizes(short));
    // It is a window of whole exchanges: each call with its result, from something that the person said.
    const { messages } = long.requests[0]!;
    expect(messages.length).toBeGreaterThan(10);
    expect(JSON.stringify(messages).length).toBeLessThan(HISTORY_TOKENS * 4 * 1.1);
    expect(messages[0]?.role).toBe("user");
    const calls = messages.filter((one) => one.role === "assistant" && one.toolCalls.length > 0);
    expect(calls).toHaveLength(messages.filter((one) => one.role === "tool").length);
  });

  it("costs a page of it exactly what one of 50 does", async () => {
    const ctx = await makeUser(connection.db);
    const [short, long] = [await talk(ctx, 50), await talk(ctx, 10_000)];
    const statements = await statementsOf(() => getConversation(ctx, short));
    expect(await statementsOf(() => getConversation(ctx, long))).toEqual(statements);
    expect(statements).toHaveLength(3);
  });
});

describe("a list of 10,000 conversations", () => {
  it("costs exactly what one of 10 does", async () => {
    const [ada, eve] = [await makeUser(connection.db), await makeUser(connection.db)];
    for (const [ctx, count] of [[ada, 10] as const, [eve, 10_000] as const]) {
      await ctx.db.execute(sql`
        insert into conversations (id, user_id, title, created_at, updated_at)
        select gen_random_uuid(), ${ctx.userId}, 'One of many', now(), now() from generate_series(1, ${count})`);
    }
    const short = await statementsOf(() => listConversations(ada, { limit: 50 }));
    const long = await statementsOf(() => listConversations(eve, { limit: 50 }));
    expect(long).toEqual(short);
    expect(long).toHaveLength(1);
  });
});
