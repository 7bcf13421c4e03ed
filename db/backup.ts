/**
 * A backup of everything, from one consistent view of the database, in the form of `backup-file.ts`. Called by
 * `npm run backup` and, where a server holds the embedded database, by that server.
 */
import { createHash } from "node:crypto";
import { pipeline } from "node:stream/promises";
import { createGzip } from "node:zlib";
import { sql } from "drizzle-orm";
import { z } from "zod";
import { version } from "@/package.json";
import { BackupError, FORMAT_VERSION, type Header, type Trailer } from "./backup-file";
import type { Database } from "./client";
import { latestMigration } from "./migrate";
import { countRows, primaryKey, tableColumns, tableNames, type TableColumns } from "./tables";
import { writeWhole } from "./whole-file";

/** Rows that are held in memory at a time. */
const BATCH = 200;

/** Told after each batch how many rows of how many are written. */
export type Progress = (rows: number, total: number) => void;

const lineRows = z.object({ rows: z.array(z.object({ line: z.string() })) });

/** The rows of a table as lines of JSON, which the database makes itself: each value in its own text form. */
const rowsOf = async function* (tx: Database, { name, columns }: TableColumns) {
  const texts = columns.map((column) => sql`${sql.identifier(column.name)}::text`);
  const keys = (await primaryKey(tx, name)).map((key) => sql.identifier(key));
  const order = keys.length > 0 ? sql`order by ${sql.join(keys, sql`, `)}` : sql``;
  await tx.execute(sql`
    declare backup_rows no scroll cursor for
    select json_build_array(${sql.join(texts, sql`, `)})::text as line
    from ${sql.identifier(name)} ${order}`);
  for (;;) {
    const { rows } = lineRows.parse(
      await tx.execute(sql`fetch ${sql.raw(String(BATCH))} from backup_rows`),
    );
    if (rows.length === 0) break;
    yield rows.map((row) => row.line);
  }
  await tx.execute(sql`close backup_rows`);
};

const headerOf = async (tx: Database, tables: TableColumns[]): Promise<Header> => {
  const migration = await latestMigration(tx);
  if (migration === null) {
    throw new BackupError("There is nothing to back up: Errand has never used this database.");
  }
  const counted = [];
  for (const { name, columns } of tables) {
    counted.push({
      name,
      columns: columns.map((column) => column.name),
      rows: await countRows(tx, name),
    });
  }
  return {
    format: "errand-backup",
    version: FORMAT_VERSION,
    app: version,
    migration,
    created_at: new Date().toISOString(),
    tables: counted,
  };
};

/** A backup as text, line by line, in the transaction `tx`. */
const backupLines = async function* (tx: Database, onProgress: Progress): AsyncGenerator<string> {
  // The text of a value must not depend on the database's settings.
  await tx.execute(sql`set local timezone to 'UTC'`);
  await tx.execute(sql`set local datestyle to 'ISO, YMD'`);
  const tables: TableColumns[] = [];
  for (const name of tableNames()) {
    const table = await tableColumns(tx, name);
    if (table) tables.push(table);
  }
  const hash = createHash("sha256");
  const counted = (text: string): string => {
    hash.update(text);
    return text;
  };
  const header = await headerOf(tx, tables);
  const total = header.tables.reduce((sum, table) => sum + table.rows, 0);
  yield counted(`${JSON.stringify(header)}\n`);
  let rows = 0;
  for (const table of tables) {
    for await (const lines of rowsOf(tx, table)) {
      yield counted(`${lines.join("\n")}\n`);
      rows += lines.length;
      onProgress(rows, total);
    }
  }
  yield `${JSON.stringify({ end: true, rows, sha256: hash.digest("hex") } satisfies Trailer)}\n`;
};

/**
 * Writes a backup to `file`, which is there whole or not at all, and which only its owner can read. What the app wants
 * to write meanwhile waits (embedded database) or is not in it (server). Rejects with a `BackupError` when there is
 * nothing to back up, and with the signal's reason.
 */
export const backupToFile = async (
  db: Database,
  file: string,
  { signal, onProgress = () => undefined }: { signal?: AbortSignal; onProgress?: Progress } = {},
): Promise<void> => {
  await writeWhole(file, (stream) =>
    db.transaction(
      (tx) => pipeline(backupLines(tx, onProgress), createGzip(), stream, { signal }),
      {
        isolationLevel: "repeatable read",
        accessMode: "read only",
      },
    ),
  );
};
