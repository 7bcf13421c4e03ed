/**
 * The app's tables as a database has them: for `backup.ts` and `restore.ts`, which must also read and fill the tables of
 * an earlier version. Names and order come from `schema.ts`, columns from the database itself.
 */
import { is, sql } from "drizzle-orm";
import { getTableConfig, PgTable } from "drizzle-orm/pg-core";
import { z } from "zod";
import type { Database } from "./client";
import * as schema from "./schema";

export type TableColumns = { name: string; columns: { name: string; type: string }[] };

const configs = Object.values(schema)
  .filter((value) => is(value, PgTable))
  .map((table) => getTableConfig(table));

const referredBy = (config: (typeof configs)[number]): string[] =>
  config.foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name);

/** The names of all tables, each after those that its rows refer to. */
export const tableNames = (): string[] => {
  const ordered: string[] = [];
  const visit = (config: (typeof configs)[number]) => {
    if (ordered.includes(config.name)) return;
    for (const name of referredBy(config)) {
      const other = configs.find((candidate) => candidate.name === name);
      if (other && other !== config) visit(other);
    }
    ordered.push(config.name);
  };
  configs.forEach(visit);
  return ordered;
};

const columnRows = z.object({ rows: z.array(z.object({ name: z.string(), type: z.string() })) });

/** The columns of a table, in the table's order and without computed ones; null where there is no such table. */
export const tableColumns = async (db: Database, name: string): Promise<TableColumns | null> => {
  const { rows } = columnRows.parse(
    await db.execute(sql`
      select attname as name, format_type(atttypid, atttypmod) as type
      from pg_attribute
      where attrelid = to_regclass(${name}) and attnum > 0 and not attisdropped and attgenerated = ''
      order by attnum`),
  );
  return rows.length === 0 ? null : { name, columns: rows };
};

/** What a table is ordered by in a backup: its primary key, so that two backups of the same rows are the same. */
export const primaryKey = async (db: Database, name: string): Promise<string[]> => {
  const { rows } = z.object({ rows: z.array(z.object({ name: z.string() })) }).parse(
    await db.execute(sql`
      select a.attname as name
      from pg_index i
      cross join lateral unnest(i.indkey::int2[]) with ordinality as k (number, place)
      join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.number
      where i.indrelid = to_regclass(${name}) and i.indisprimary
      order by k.place`),
  );
  return rows.map((row) => row.name);
};

export const countRows = async (db: Database, name: string): Promise<number> => {
  const { rows } = z
    .object({ rows: z.tuple([z.object({ count: z.string() })]) })
    .parse(await db.execute(sql`select count(*)::text as count from ${sql.identifier(name)}`));
  return Number(rows[0].count);
};
