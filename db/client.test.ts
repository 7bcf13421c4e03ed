import { createServer } from "node:net";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { createServerDatabase } from "@/test/database";
import { startRelay, useRelay } from "@/test/websocket-relay";
import { type Connection, connectServer, driverFor, openOnce, ping } from "./client";
import { isDatabaseUnavailable } from "./failures";

const connection = {} as Connection;

it("opens once for all who ask at the same time and later", async () => {
  let opened = 0;
  const open = () => {
    opened += 1;
    return Promise.resolve(connection);
  };
  const slot = {};
  await Promise.all([openOnce(open, slot), openOnce(open, slot)]);
  expect(await openOnce(open, slot)).toBe(connection);
  expect(opened).toBe(1);
});

it("tries again after a first connection that failed", async () => {
  let tries = 0;
  const open = () => {
    tries += 1;
    return tries === 1 ? Promise.reject(new Error("away")) : Promise.resolve(connection);
  };
  const slot = {};
  await expect(openOnce(open, slot)).rejects.toThrow("away");
  expect(await openOnce(open, slot)).toBe(connection);
  expect(tries).toBe(2);
});

it.each([
  ["postgres://u:p@ep-cool-1.eu-central-1.aws.neon.tech/errand?sslmode=require", "vercel"],
  ["postgres://u:p@ep-cool-1-pooler.eu-central-1.aws.neon.tech/errand", "vercel"],
  ["postgres://u:p@EP-COOL-1.us-east-1.postgres.VERCEL-STORAGE.com/verceldb", "vercel"],
  ["postgres://u:p@localhost:5432/errand", "pg"],
  ["postgres://u:p@neon.tech.example.com/errand", "pg"],
  ["postgres://neon.tech:p@db.example.com/.neon.tech", "pg"],
])("reaches %s by %s", (url, driver) => {
  expect(driverFor(url)).toBe(driver);
});

/** A port where nobody listens. */
const closedPort = async (): Promise<number> => {
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const address = closed.address();
  await new Promise((resolve) => closed.close(resolve));
  return typeof address === "object" && address ? address.port : 0;
};

const pid = z.object({ rows: z.tuple([z.object({ pid: z.number() })]) });

describe.each(["pg", "vercel"] as const)("a PostgreSQL server (%s)", (driver) => {
  beforeEach(() => useRelay(inject("relayPort")));

  it("that can't be reached is told from a fault of ours", async () => {
    const refused = connectServer(`postgres://nobody@127.0.0.1:${await closedPort()}/none`, driver);
    await expect(refused).rejects.toSatisfy(isDatabaseUnavailable);
    expect(isDatabaseUnavailable(new TypeError("x is undefined"))).toBe(false);
  });

  it("that doesn't know the database is told too, and not as one that is away", async () => {
    const unknown = new URL(inject("postgresUrl"));
    unknown.pathname = "/no_such_database";
    const refused = connectServer(unknown.href, driver);
    await expect(refused).rejects.toMatchObject({ code: "3D000" });
    await expect(refused).rejects.not.toSatisfy(isDatabaseUnavailable);
  });

  it("may break a connection in the middle of a transaction: that one fails, the next works", async () => {
    const { url, drop } = await createServerDatabase();
    const connection = await connectServer(url, driver);
    const other = await connectServer(url);
    const broken = connection.db.transaction(async (tx) => {
      await tx.execute(sql`create table half (done boolean)`);
      const { rows } = pid.parse(await tx.execute(sql`select pg_backend_pid() as pid`));
      await other.db.execute(sql`select pg_terminate_backend(${rows[0].pid})`);
      await tx.execute(sql`insert into half values (true)`);
    });
    await expect(broken).rejects.toSatisfy(isDatabaseUnavailable);
    await ping(connection.db);
    await expect(connection.db.execute(sql`select * from half`)).rejects.toThrow();
    await Promise.all([connection.close(), other.close()]);
    await drop();
  });

  it("is migrated once by many that start together", async () => {
    const { url, drop } = await createServerDatabase();
    const opening = Array.from({ length: 5 }, () => connectServer(url, driver));
    const connections = await Promise.all(opening);
    const [first] = connections;
    const applied = await first?.db.execute(sql`select hash from drizzle.__drizzle_migrations`);
    const hashes = z.object({ rows: z.array(z.object({ hash: z.string() })) }).parse(applied).rows;
    expect(new Set(hashes.map(({ hash }) => hash)).size).toBe(hashes.length);
    for (const connection of connections) await connection.close();
    await drop();
  });
});

it("tells a WebSocket that can't be opened from a fault of ours", async () => {
  const relay = await startRelay();
  await relay.stop();
  await useRelay(relay.port);
  const refused = connectServer(inject("postgresUrl"), "vercel");
  await expect(refused).rejects.toSatisfy(isDatabaseUnavailable);
});
