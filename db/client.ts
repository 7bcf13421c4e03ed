/**
 * The database, and the only file that names a driver:
 * - no `POSTGRES_URL`: PGlite, embedded, one process, in `DATA_DIR/db`;
 * - else `pg`, for any PostgreSQL server. (`@vercel/postgres`, for Neon and Vercel, gets its branch in `connect`.)
 *
 * Everyone else asks `getDatabase()` and sees one type, whichever driver is behind it.
 */
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { env } from "@/lib/env";
import { lockFolder } from "./lock";
import { migrateEmbedded, migrateServer } from "./migrate";
import * as schema from "./schema";

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export type DatabaseKind = "embedded" | "postgres";

export type Connection = { db: Database; kind: DatabaseKind; close(): Promise<void> };

/** How long to wait for a connection to a server before it counts as unreachable. */
const CONNECT_TIMEOUT_MS = 5000;
/** How long a statement may take; a connection that was dropped silently is noticed by this. */
const QUERY_TIMEOUT_MS = 30_000;
const POOL_SIZE = 10;

/** Opens the embedded database in `folder` (created when missing; `memory://` for none) and migrates it. */
export const connectEmbedded = async (folder: string): Promise<Connection> => {
  const { PGlite } = await import("@electric-sql/pglite");
  const { drizzle } = await import("drizzle-orm/pglite");
  const inMemory = folder === "memory://";
  if (!inMemory) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = inMemory ? undefined : lockFolder(folder);
  try {
    const client = await PGlite.create(inMemory ? folder : join(folder, "db"));
    const db = drizzle(client, { schema });
    await migrateEmbedded(db);
    return {
      db,
      kind: "embedded",
      close: async () => {
        await client.close();
        lock?.release();
      },
    };
  } catch (error) {
    lock?.release();
    throw error;
  }
};

/** Opens a pool to a PostgreSQL server and migrates it, under an advisory lock. */
export const connectServer = async (url: string): Promise<Connection> => {
  const { Pool } = await import("pg");
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const pool = new Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: QUERY_TIMEOUT_MS,
    keepAlive: true,
    application_name: "errand",
  });
  // An idle connection that the server closed: the pool drops it by itself and makes a new one when asked.
  pool.on("error", () => undefined);
  try {
    await migrateServer(pool);
    return { db: drizzle(pool, { schema }), kind: "postgres", close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw error;
  }
};

/** What the environment asks for. */
export const connect = (): Promise<Connection> => {
  const { POSTGRES_URL, DATA_DIR } = env();
  return POSTGRES_URL ? connectServer(POSTGRES_URL) : connectEmbedded(resolve(DATA_DIR));
};

/**
 * Opens once and keeps what was opened. A failure isn't kept: the next call tries again.
 * `slot` is where it is kept.
 */
export const openOnce = (
  open: () => Promise<Connection>,
  slot: { errandConnection?: Promise<Connection> },
): Promise<Connection> => {
  if (!slot.errandConnection) {
    const opening = open();
    slot.errandConnection = opening;
    opening.catch(() => {
      if (slot.errandConnection === opening) delete slot.errandConnection;
    });
  }
  return slot.errandConnection;
};

// `instrumentation.ts` and the routes get different copies of this module, so the one connection lives here.
const globals = globalThis as typeof globalThis & { errandConnection?: Promise<Connection> };

/** This process's connection, opened at the first call. */
export const getConnection = (): Promise<Connection> => openOnce(connect, globals);

export const getDatabase = async (): Promise<Database> => (await getConnection()).db;

/** One round trip; throws when the database doesn't answer. */
export const ping = async (db: Database): Promise<void> => {
  await db.execute(sql`select 1`);
};
