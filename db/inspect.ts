/** What `npm run doctor` asks a database: its clock, and how far its migrations are. Changes nothing. */
import { sql } from "drizzle-orm";
import { z } from "zod";
import type { Database } from "./client";
import { knownMigrations, latestMigration } from "./migrate";

const clockRow = z.object({ rows: z.tuple([z.object({ epoch: z.string() })]) });

/** The database's clock minus this machine's, in milliseconds. */
export const clockDifference = async (db: Database): Promise<number> => {
  const asked = Date.now();
  const { rows } = clockRow.parse(
    await db.execute(sql`select extract(epoch from clock_timestamp())::text as epoch`),
  );
  // It was read about half of the way.
  return Math.round(Number(rows[0].epoch) * 1000 - (asked + Date.now()) / 2);
};

export type MigrationState = "none" | "current" | "newer" | { pending: number };

/** Where the database stands against the migrations of this version of the app. */
export const migrationState = async (db: Database): Promise<MigrationState> => {
  const latest = await latestMigration(db);
  const known = knownMigrations();
  if (latest === null) return "none";
  if (latest > (known.at(-1) ?? 0)) return "newer";
  const pending = known.filter((migration) => migration > latest).length;
  return pending === 0 ? "current" : { pending };
};
