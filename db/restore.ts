/**
 * Puts a backup back, all of it or nothing: called by `npm run restore`. A file of an earlier version is loaded into the
 * tables as they were then, and these are migrated afterwards, as they would have been in place.
 */
import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import type { Progress } from "./backup";
import {
  BackupError,
  FORMAT_VERSION,
  type Header,
  headerForm,
  linesOf,
  rowForm,
  trailerForm,
} from "./backup-file";
import type { Database } from "./client";
import { isRefusedData } from "./failures";
import { knownMigrations, migrateWithin } from "./migrate";
import { countRows, tableColumns, tableNames, type TableColumns } from "./tables";

/** Rows for one statement, and about how many bytes of them at the most. */
const BATCH_ROWS = 200;
const BATCH_BYTES = 4_000_000;

const damaged = (what: string, cause?: unknown): BackupError =>
  new BackupError(`The file is damaged: ${what}. Nothing was restored.`, { cause });

const parseLine = <T>(form: z.ZodType<T>, line: Buffer | undefined, what: string): T => {
  if (line === undefined) throw damaged("it ends too early");
  try {
    return form.parse(JSON.parse(line.toString("utf8")));
  } catch (cause) {
    throw damaged(`${what} can't be read`, cause);
  }
};

const readHeader = (line: Buffer | undefined): Header => {
  if (!line?.toString("latin1", 0, 40).includes('"errand-backup"')) {
    throw new BackupError("This is not a backup of Errand's.");
  }
  const header = parseLine(headerForm, line, "its first line");
  const known = knownMigrations();
  const newest = known.at(-1) ?? 0;
  if (header.version > FORMAT_VERSION || header.migration > newest) {
    throw new BackupError(
      `The file was made by a newer Errand (${header.app}). Update this one, then restore.`,
    );
  }
  if (!known.includes(header.migration)) {
    throw new BackupError(
      `The file was made by an Errand whose tables this one doesn't know (${header.app}).`,
    );
  }
  return header;
};

const identifiers = (names: string[]) =>
  sql.join(
    names.map((name) => sql.identifier(name)),
    sql`, `,
  );

/** Makes all tables empty, and as they were at `migration`. */
const prepareTables = async (tx: Database, migration: number): Promise<void> => {
  const names = tableNames();
  if (migration === knownMigrations().at(-1)) {
    await tx.execute(sql`truncate table ${identifiers(names)} cascade`);
    return;
  }
  await tx.execute(sql`drop table if exists ${identifiers(names)} cascade`);
  await tx.execute(sql`delete from drizzle.__drizzle_migrations`);
  await migrateWithin(tx, { from: 0, to: migration });
};

/** The table with the types of the file's columns. */
const columnsFor = async (
  tx: Database,
  { name, columns }: Header["tables"][number],
): Promise<TableColumns> => {
  if (!tableNames().includes(name)) throw damaged(`there is no table ${name}`);
  const table = await tableColumns(tx, name);
  const typed = columns.map((column) => table?.columns.find((there) => there.name === column));
  if (!typed.every((column) => column !== undefined)) {
    throw damaged(`it has columns of ${name} that its version doesn't know`);
  }
  return { name, columns: typed };
};

const insertRows = async (tx: Database, { name, columns }: TableColumns, lines: Buffer[]) => {
  const values = columns.map(
    ({ type }, index) => sql`(line ->> ${sql.raw(String(index))})::${sql.raw(type)}`,
  );
  await tx.execute(sql`
    insert into ${sql.identifier(name)} (${identifiers(columns.map((column) => column.name))})
    select ${sql.join(values, sql`, `)}
    from json_array_elements(${`[${lines.join(",")}]`}::json) as line`);
};

/** The database's own error repeats the rows, which are what people wrote, so it stays the cause. */
const storeRows = async (tx: Database, table: TableColumns, lines: Buffer[]): Promise<void> => {
  try {
    await insertRows(tx, table, lines);
  } catch (cause) {
    throw isRefusedData(cause) ? damaged(`a row of ${table.name} can't be stored`, cause) : cause;
  }
};

const isEmpty = async (db: Database): Promise<boolean> => {
  for (const name of tableNames()) if ((await countRows(db, name)) > 0) return false;
  return true;
};

/** The next line, counted into the checksum. */
type NextLine = () => Promise<Buffer | undefined>;

const loadTable = async (
  tx: Database,
  table: Header["tables"][number],
  next: NextLine,
  onRows: (rows: number) => void,
): Promise<void> => {
  const typed = await columnsFor(tx, table);
  let batch: Buffer[] = [];
  let bytes = 0;
  const flush = async () => {
    if (batch.length > 0) await storeRows(tx, typed, batch);
    onRows(batch.length);
    batch = [];
    bytes = 0;
  };
  for (let row = 0; row < table.rows; row += 1) {
    const line = await next();
    const values = parseLine(rowForm, line, `a row of ${table.name}`);
    if (!line || values.length !== table.columns.length) {
      throw damaged(`a row of ${table.name} has the wrong number of values`);
    }
    batch.push(line);
    bytes += line.length;
    if (batch.length >= BATCH_ROWS || bytes >= BATCH_BYTES) await flush();
  }
  await flush();
};

const restoreLines = async (
  tx: Database,
  lines: AsyncGenerator<Buffer, void>,
  onProgress: Progress,
): Promise<Restored> => {
  const hash = createHash("sha256");
  const next: NextLine = async () => {
    const { value } = await lines.next();
    return value ?? undefined;
  };
  const counted: NextLine = async () => {
    const line = await next();
    if (line) hash.update(line).update("\n");
    return line;
  };
  const header = readHeader(await counted());
  const total = header.tables.reduce((sum, table) => sum + table.rows, 0);
  await prepareTables(tx, header.migration);
  let rows = 0;
  for (const table of header.tables) {
    await loadTable(tx, table, counted, (more) => {
      rows += more;
      onProgress(rows, total);
    });
  }
  const trailer = parseLine(trailerForm, await next(), "its last line");
  if (trailer.rows !== rows || trailer.sha256 !== hash.digest("hex")) {
    throw damaged("its checksum doesn't fit");
  }
  if (await next()) throw damaged("it goes on after its end");
  await migrateWithin(tx, { from: header.migration, to: Number.MAX_SAFE_INTEGER });
  return { rows, app: header.app, createdAt: header.created_at };
};

export type Restored = { rows: number; app: string; createdAt: string };

export type RestoreOptions = {
  /** Whether what is there may be replaced; otherwise the database must be empty. */
  replace?: boolean;
  onProgress?: Progress;
};

const isZlibError = (error: unknown): boolean =>
  error instanceof Error && "code" in error && String(error.code).startsWith("Z_");

/**
 * Reads a backup into a database, in one transaction. Rejects with a `BackupError` for a file that is damaged, foreign
 * or newer than this app, and for a database that has rows, unless `replace` is set; nothing has changed then.
 */
export const restoreFromFile = async (
  db: Database,
  file: string,
  { replace = false, onProgress = () => undefined }: RestoreOptions = {},
): Promise<Restored> => {
  try {
    return await db.transaction(async (tx) => {
      if (!replace && !(await isEmpty(tx))) {
        throw new BackupError(
          "This database is not empty. Restore into an empty one, or add --replace to lose what it has.",
        );
      }
      return pipeline(createReadStream(file), createGunzip(), (chunks: AsyncIterable<Buffer>) =>
        restoreLines(tx, linesOf(chunks), onProgress),
      );
    });
  } catch (error) {
    throw isZlibError(error) ? damaged("it can't be unpacked", error) : error;
  }
};
