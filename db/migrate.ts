/**
 * Brings a database to the schema of `db/migrations`, which `npm run db:generate` writes. Called by `client.ts` at
 * each connect; applied migrations are skipped.
 */
import { join } from "node:path";
import type { PgliteDatabase } from "drizzle-orm/pglite";
import type { Pool } from "pg";
import type * as schema from "./schema";

const migrationsFolder = () => join(process.cwd(), "db", "migrations");

/** Any fixed number: instances that start together wait for each other on it. */
const MIGRATION_LOCK = 4_917_203_115;

export const migrateEmbedded = async (db: PgliteDatabase<typeof schema>): Promise<void> => {
  const { migrate } = await import("drizzle-orm/pglite/migrator");
  await migrate(db, { migrationsFolder: migrationsFolder() });
};

export const migrateServer = async (pool: Pool): Promise<void> => {
  const { drizzle } = await import("drizzle-orm/node-postgres");
  const { migrate } = await import("drizzle-orm/node-postgres/migrator");
  const client = await pool.connect();
  try {
    await client.query("select pg_advisory_lock($1)", [MIGRATION_LOCK]);
    try {
      await migrate(drizzle(client), { migrationsFolder: migrationsFolder() });
    } finally {
      await client.query("select pg_advisory_unlock($1)", [MIGRATION_LOCK]);
    }
    client.release();
  } catch (error) {
    // Not back into the pool: it might still hold the lock.
    client.release(true);
    throw error;
  }
};
