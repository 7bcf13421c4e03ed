/**
 * Databases for tests: the same suite on the embedded database and on a real PostgreSQL, migrated and empty.
 *
 *   onEachDatabase("tasks service", (database) => {
 *     it("adds", async () => { const ctx = await makeUser(database()); … });
 *   });
 *
 * A test file has one database of each kind; its tables are emptied before every test.
 */
import { getTableName, is, sql } from "drizzle-orm";
import { PgTable } from "drizzle-orm/pg-core";
import { Client } from "pg";
import { afterAll, beforeAll, beforeEach, describe, inject } from "vitest";
import { connectEmbedded, connectServer } from "@/db/client";
import type { Connection, Database, DatabaseKind } from "@/db/client";
import * as schema from "@/db/schema";
import type { Context } from "@/lib/context";
import { newId } from "@/lib/ids";

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

const openServer = async (): Promise<Connection> => {
  const { url, drop } = await createServerDatabase();
  const connection = await connectServer(url);
  return {
    ...connection,
    close: async () => {
      await connection.close();
      await drop();
    },
  };
};

// This module is loaded anew for each test file, so these are the file's own.
const opened = new Map<DatabaseKind, Promise<Connection>>();

const open = (kind: DatabaseKind): Promise<Connection> => {
  const existing = opened.get(kind);
  if (existing) return existing;
  const opening = kind === "embedded" ? connectEmbedded("memory://") : openServer();
  opened.set(kind, opening);
  return opening;
};

afterAll(async () => {
  for (const connection of opened.values()) await (await connection).close();
});

const onDatabase = (kind: DatabaseKind, suite: (database: () => Database) => void): void => {
  let connection: Connection | undefined;
  const database = (): Database => {
    if (!connection) throw new Error("The database is open inside tests and hooks only.");
    return connection.db;
  };
  beforeAll(async () => {
    connection = await open(kind);
  }, OPEN_TIMEOUT_MS);
  beforeEach(async () => {
    const names = tables.map((table) => sql.identifier(getTableName(table)));
    await database().execute(sql`truncate table ${sql.join(names, sql`, `)} cascade`);
  });
  suite(database);
};

/** Runs `suite` twice: on the embedded database, and on PostgreSQL. */
export const onEachDatabase = (
  name: string,
  suite: (database: () => Database, kind: DatabaseKind) => void,
): void => {
  describe.each<[DatabaseKind]>([["embedded"], ["postgres"]])(`${name} (%s)`, (kind) => {
    onDatabase(kind, (database) => suite(database, kind));
  });
};

/** Runs `suite` on the embedded database alone, for what stands above the services. */
export const onEmbeddedDatabase = (
  name: string,
  suite: (database: () => Database) => void,
): void => {
  describe(name, () => onDatabase("embedded", suite));
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
