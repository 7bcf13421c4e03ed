/**
 * How a database is brought to the schema of `db/migrations`, which `npm run db:generate` writes. Called by
 * `client.ts` at each connect; applied migrations are skipped.
 */
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import type * as schema from "./schema";

export const migrationsFolder = (): string => join(process.cwd(), "db", "migrations");

/** Any fixed number: instances that start together wait for each other on it. */
const MIGRATION_LOCK = 4_917_203_115;

/**
 * Runs `migrate` while no other instance does. The lock is a transaction's, on a connection of its own: a session's
 * would stay for ever behind a pooler that gives each transaction another session (PgBouncer, Neon's "-pooler").
 */
export const oneAtATime = async (
  db: PgDatabase<PgQueryResultHKT, typeof schema>,
  migrate: () => Promise<void>,
): Promise<void> => {
  await db.transaction(async (holder) => {
    await holder.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await migrate();
  });
};
