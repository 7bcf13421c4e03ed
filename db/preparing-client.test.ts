import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/node-postgres";
import { afterEach, expect, inject, it } from "vitest";
import { z } from "zod";
import { PreparingClient } from "./preparing-client";

/** One connection; through a pooler it has a process id that the pooler made up. */
const connected = async (pooled = false) => {
  const client = new PreparingClient({ connectionString: inject("postgresUrl") });
  opened.push(client);
  await client.connect();
  if (pooled) Object.assign(client, { processID: -1 });
  await client.lookForPooler();
  return { client, db: drizzle(client) };
};

const opened: PreparingClient[] = [];
afterEach(async () => {
  await Promise.all(opened.splice(0).map((client) => client.end()));
});

const kept = z.array(z.object({ name: z.string(), statement: z.string() }));

/** What the server keeps for this connection. */
const prepared = async (client: PreparingClient) => {
  const { rows } = await client.query("select name, statement from pg_prepared_statements");
  return kept.parse(rows);
};

const times = async (n: number, ask: (i: number) => Promise<unknown>) => {
  for (let i = 0; i < n; i++) await ask(i);
};

it("has the server keep what is asked for the fifth time, and gives the same answers", async () => {
  const { client, db } = await connected();
  const answers: unknown[] = [];
  const ask = async (i: number) =>
    answers.push((await db.execute(sql`select ${i}::int as n`)).rows);
  await times(4, ask);
  expect(await prepared(client)).toEqual([]);
  await times(4, (i) => ask(i + 4));
  expect(await prepared(client)).toEqual([{ name: "errand_1", statement: "select $1::int as n" }]);
  expect(answers).toEqual(Array.from({ length: 8 }, (_, n) => [{ n }]));
});

it("names each text by itself, and none without parameters", async () => {
  const { client } = await connected();
  await times(6, () => client.query("select $1::int + 1", [1]));
  await times(6, () => client.query({ text: "select $1::int + 2", values: [1] }));
  await times(6, () => client.query({ text: "select 3" }));
  const statements = (await prepared(client)).map(({ statement }) => statement);
  expect(statements).toEqual(["select $1::int + 2"]);
});

it("goes on after a statement that failed", async () => {
  const { client, db } = await connected();
  const divide = (by: number) => db.execute(sql`select 6 / ${by}::int as n`);
  for (const by of [1, 2, 0, 3, 0, 0]) await divide(by).catch(() => undefined);
  expect((await divide(2)).rows).toEqual([{ n: 3 }]);
  await expect(divide(0)).rejects.toThrow();
  expect(await prepared(client)).toHaveLength(1);
});

it("names no more than a hundred", async () => {
  const { client } = await connected();
  for (let n = 0; n < 101; n++) {
    await times(5, () => client.query({ text: `select $1::int + ${String(n)}`, values: [1] }));
  }
  expect(await prepared(client)).toHaveLength(100);
});

it("names nothing where a pooler answers in the server's place", async () => {
  const { client, db } = await connected(true);
  await times(8, (i) => db.execute(sql`select ${i}::int as n`));
  expect(await prepared(client)).toEqual([]);
});
