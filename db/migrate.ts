/**
 * How a database is brought to the schema of `db/migrations`, which `npm run db:generate` writes. Called by
 * `client.ts` at each connect; applied migrations are skipped.
 */
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { PgDatabase, PgQueryResultHKT } from "drizzle-orm/pg-core";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { z } from "zod";
import type * as schema from "./schema";

/** `Database` of `client.ts`, which imports this file. */
type Database = PgDatabase<PgQueryResultHKT, typeof schema>;

export const migrationsFolder = (): string => join(process.cwd(), "db", "migrations");

/** Any fixed number: instances that start together wait for each other on it. */
const MIGRATION_LOCK = 4_917_203_115;

/**
 * Runs `migrate` while no other instance does. The lock is a transaction's, on a connection of its own: a session's
 * would stay for ever behind a pooler that gives each transaction another session (PgBouncer, Neon's "-pooler").
 */
export const oneAtATime = async (db: Database, migrate: () => Promise<void>): Promise<void> => {
  await db.transaction(async (holder) => {
    await holder.execute(sql`select pg_advisory_xact_lock(${MIGRATION_LOCK})`);
    await migrate();
  });
};

const latestRow = z.object({ rows: z.array(z.object({ latest: z.string().nullable() })) });

/** The latest migration that a database has, by the time in the journal; null for a database without any. */
export const latestMigration = async (db: Database): Promise<number | null> => {
  const { rows } = z
    .object({ rows: z.array(z.object({ there: z.boolean() })) })
    .parse(
      await db.execute(
        sql`select to_regclass('drizzle.__drizzle_migrations') is not null as there`,
      ),
    );
  if (!rows[0]?.there) return null;
  const applied = latestRow.parse(
    await db.execute(sql`select max(created_at)::text as latest from drizzle.__drizzle_migrations`),
  );
  const latest = applied.rows[0]?.latest ?? null;
  return latest === null ? null : Number(latest);
};

/** The migrations of this version of the app, oldest first, by their times in the journal. */
export const knownMigrations = (): number[] =>
  readMigrationFiles({ migrationsFolder: migrationsFolder() }).map(
    ({ folderMillis }) => folderMillis,
  );

/** Applies, in the transaction `tx`, the migrations after `from` up to and including `to`. */
export const migrateWithin = async (
  tx: Database,
  { from, to }: { from: number; to: number },
): Promise<void> => {
  for (const { folderMillis, hash, sql: statements } of readMigrationFiles({
    migrationsFolder: migrationsFolder(),
  })) {
    if (folderMillis <= from || folderMillis > to) continue;
    for (const statement of statements) await tx.execute(sql.raw(statement));
    await tx.execute(
      sql`insert into drizzle.__drizzle_migrations (hash, created_at) values (${hash}, ${folderMillis})`,
    );
  }
};
