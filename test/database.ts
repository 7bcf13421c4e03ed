/**
 * Databases for tests: the same suite on the embedded database and, through each of its drivers, on a real PostgreSQL;
 * migrated and empty.
 *
 *   onEachDatabase("tasks service", (database) => {
 *     it("adds", async () => { const ctx = await makeUser(database()); … });
 *   });
 *
 * A test file has one database for each driver; its tables are emptied before every test.
 */
import { readFile } from "node:fs/promises";
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, inject } from "vitest";
import { connectEmbedded, connectServer } from "@/db/client";
import type { Connection, Database, ServerDriver } from "@/db/client";
import * as schema from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";
import { type Driver, DRIVERS } from "./drivers";
import { useRelay } from "./websocket-relay";

/** PGlite compiles its WebAssembly at the first use in a process. */
const OPEN_TIMEOUT_MS = 60_000;

const tables = Object.values(schema).filter((value) => is(value, PgTable));

const administer = async (statement: string): Promise<void> => {
  const client = new Client({ connectionString: inject("postgresUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
};

/** The address of a new, empty database on the test server, and how to drop it. */
export const createServerDatabase = async (): Promise<{
  url: string;
  drop: () => Promise<void>;
}> => {
  const name = `test_${newId().replaceAll("-", "")}`;
  await administer(`create database ${name}`);
  const url = new URL(inject("postgresUrl"));
  url.pathname = `/${name}`;
  return { url: url.href, drop: () => administer(`drop database ${name} with (force)`) };
};

/** A new embedded database in memory, migrated. */
export const openEmbedded = async (): Promise<Connection> =>
  connectEmbedded("memory://", {
    template: new Blob([await readFile(inject("embeddedTemplate"))]),
  });

const openServer = async (driver: ServerDriver): Promise<Connection> => {
  if (driver === "vercel") await useRelay(inject("relayPort"));
  const { url, drop } = await createServerDatabase();
  const connection = await connectServer(url, driver);
  return {
    ...connection,
    close: async () => {
      await connection.close();
      await drop();
    },
  };
};

// This module is loaded anew for each test file, so these are the file's own.
const opened = new Map<Driver, Promise<Connection>>();

const open = (driver: Driver): Promise<Connection> => {
  const existing = opened.get(driver);
  if (existing) return existing;
  const opening = driver === "pglite" ? openEmbedded() : openServer(driver);
  opened.set(driver, opening);
  return opening;
};

afterAll(async () => {
  for (const connection of opened.values()) await (await connection).close();
});

const onDatabase = (driver: Driver, suite: (database: () => Database) => void): void => {
  let connection: Connection | undefined;
  const database = (): Database => {
    if (!connection) throw new Error("The database is open inside tests and hooks only.");
    return connection.db;
  };
  beforeAll(async () => {
    connection = await open(driver);
  }, OPEN_TIMEOUT_MS);
  beforeEach(async () => {
    const names = tables.map((table) => sql.identifier(getTableName(table)));
    await database().execute(sql`truncate table ${sql.join(names, sql`, `)} cascade`);
  });
  suite(database);
};

/** Runs `suite` on the embedded database, and on PostgreSQL through each driver. */
export const onEachDatabase = (
  name: string,
  suite: (database: () => Database, driver: Driver) => void,
): void => {
  describe.each(DRIVERS)(`${name} (%s)`, (driver) => {
    onDatabase(driver, (database) => suite(database, driver));
  });
};

/** Runs `suite` on the embedded database alone, for what stands above the services. */
export const onEmbeddedDatabase = (
  name: string,
  suite: (database: () => Database) => void,
): void => {
  describe(name, () => onDatabase("pglite", suite));
};

/** A new person, and the context in which they act by hand. */
export const makeUser = async (
  db: Database,
  { name = "Ada", timeZone = "Europe/Berlin", now = new Date() } = {},
): Promise<Context> => {
  const userId = newId();
  await db.insert(schema.users).values({
    id: userId,
    email: `${userId}@example.com`,
    name,
    timeZone,
    createdAt: now,
    updatedAt: now,
  });
  return { userId, actor: { kind: "user", name }, turnId: null, db, timeZone, now };
};
