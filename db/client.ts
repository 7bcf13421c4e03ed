/**
 * The database, and the only file that names a driver:
 * - no `POSTGRES_URL`: PGlite, embedded, one process, in `DATA_DIR/db`;
 * - an address of Neon or Vercel: `@vercel/postgres`, over WebSockets;
 * - any other: `pg`.
 *
 * Everyone else asks `getDatabase()` and sees one type, whichever driver is behind it.
 */
import type { EventEmitter } from "node:events";
import { mkdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { env } from "@/lib/env";
import { lockFolder } from "./lock";
import { migrationsFolder, oneAtATime } from "./migrate";
import * as schema from "./schema";

export type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export type DatabaseKind = "embedded" | "postgres";

/** How a server is spoken to: PostgreSQL's own protocol, or the same inside a WebSocket. */
export type ServerDriver = "pg" | "vercel";

export type Connection = { db: Database; kind: DatabaseKind; close(): Promise<void> };

const POOL_SETTINGS = {
  max: 10,
  /** How long to wait for a connection to a server before it counts as unreachable. */
  connectionTimeoutMillis: 5000,
  /** How long a statement may take; a connection that was dropped silently is noticed by this. */
  query_timeout: 30_000,
  keepAlive: true,
  application_name: "errand",
};

export type ConnectOptions = {
  /** Whether the database is brought to this version's schema; not for looking at one as it is. */
  migrate?: boolean;
  /** For a new embedded database: the dump of another to begin with, which is faster than to begin with nothing. */
  template?: Blob;
};

/** Opens the embedded database in `folder` (created when missing; `memory://` for none) and migrates it. */
export const connectEmbedded = async (
  folder: string,
  { migrate: migrating = true, template }: ConnectOptions = {},
): Promise<Connection> => {
  const { PGlite } = await import("@electric-sql/pglite");
  const { drizzle } = await import("drizzle-orm/pglite");
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  const inMemory = folder === "memory://";
  if (!inMemory) mkdirSync(folder, { recursive: true, mode: 0o700 });
  const lock = inMemory ? undefined : lockFolder(folder);
  try {
    const client = await PGlite.create(inMemory ? folder : join(folder, "db"), {
      ...(template && { loadDataDir: template }),
    });
    const db = drizzle(client, { schema });
    if (migrating) await migrate(db, { migrationsFolder: migrationsFolder() });
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

const connectPg = async (url: string) => {
  const { Pool } = await import("pg");
  const { PreparingClient } = await import("./preparing-client");
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const { migrate } = await import("drizzle-orm/node-postgres/migrator");
  const pool = new Pool({
    connectionString: url,
    ...POOL_SETTINGS,
    Client: PreparingClient,
    // The pool waits for it, whatever its types say.
    onConnect: (client): unknown =>
      client instanceof PreparingClient ? client.lookForPooler() : undefined,
  });
  const db = drizzle(pool, { schema });
  return { pool, db, migrate: () => migrate(db, { migrationsFolder: migrationsFolder() }) };
};

const connectVercel = async (url: string) => {
  // Not its `createPool`, which refuses an address without "-pooler"; those work as well.
  const { VercelPool } = await import("@vercel/postgres");
  const { drizzle } = await import("drizzle-orm/vercel-postgres");
  const { migrate } = await import("drizzle-orm/vercel-postgres/migrator");
  const pool = new VercelPool({ connectionString: url, ...POOL_SETTINGS });
  const db = drizzle(pool, { schema });
  return { pool, db, migrate: () => migrate(db, { migrationsFolder: migrationsFolder() }) };
};

/** The driver that an address asks for: Neon, which is what Vercel offers too, takes WebSockets. */
export const driverFor = (url: string): ServerDriver =>
  /\.(neon\.tech|vercel-storage\.com)$/i.test(new URL(url).hostname) ? "vercel" : "pg";

/** Opens a pool to a PostgreSQL server and migrates it, one instance at a time. */
export const connectServer = async (
  url: string,
  driver: ServerDriver = driverFor(url),
  { migrate: migrating = true }: ConnectOptions = {},
): Promise<Connection> => {
  const { pool, db, migrate } = await (driver === "vercel" ? connectVercel(url) : connectPg(url));
  // A connection that the server closed, idle or between two statements of a transaction: whoever uses it is told by
  // the next statement, and the pool makes a new one. Without listeners the event would end the process.
  pool.on("error", () => undefined);
  pool.on("connect", (client: EventEmitter) => client.on("error", () => undefined));
  try {
    if (migrating) await oneAtATime(db, migrate);
    return { db, kind: "postgres", close: () => pool.end() };
  } catch (error) {
    await pool.end();
    throw error;
  }
};

/** What the environment asks for. */
export const connect = (options?: ConnectOptions): Promise<Connection> => {
  const { POSTGRES_URL, POSTGRES_DRIVER, DATA_DIR } = env();
  return POSTGRES_URL
    ? connectServer(POSTGRES_URL, POSTGRES_DRIVER, options)
    : connectEmbedded(resolve(DATA_DIR), options);
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
export const getConnection = (): Promise<Connection> => openOnce(() => connect(), globals);

export const getDatabase = async (): Promise<Database> => (await getConnection()).db;

/** One round trip; throws when the database doesn't answer. */
export const ping = async (db: Database): Promise<void> => {
  await db.execute(sql`select 1`);
};
