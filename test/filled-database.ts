/**
 * A database with rows in every table of the schema, made from the schema itself so that new tables are in it too.
 * The texts are such as break programs: other scripts, quotes, line ends of every kind, what looks like code.
 */
import { getTableColumns, getTableName, is } from "drizzle-orm";
import { getTableConfig, type PgColumn, PgTable } from "drizzle-orm/pg-core";
import type { Database } from "@/db/client";
import * as schema from "@/db/schema";
import { tableNames } from "@/db/tables";
import { newId } from "@/lib/ids";

const TEXTS = [
  "Ada",
  "👩🏽‍🚀 launches 🚀 at ½ past é (e\u0301) — مرحبا, שלום, 你好",
  "two\nlines\r\nand\rmore\u2028still\u2029more\ttab",
  `"quotes" 'single' \`back\` \\backslash \\n \\u0000 $1 %s {} [] null`,
  "'; drop table users; --",
  "\u0001\u001f\u007f\ufeff\u200b\uffff",
  "",
  " spaces around ",
];

const DOCUMENTS = [{ z: 1, a: 2, text: TEXTS[1] }, ["\0", "\ud800", TEXTS[3]], "a string", 0.1];

/** As large as nothing that people write, in one row of each table. */
const HUGE = "x".repeat(300_000);
const HUGE_ROW = 8;

const START = Date.UTC(2026, 10, 20, 9, 30, 0, 123);

/** Whether a column is in a key or an index, which neither repeat nor take long texts. */
const isIndexed = (table: PgTable, { name, isUnique, primary }: PgColumn): boolean => {
  const { primaryKeys, uniqueConstraints, indexes } = getTableConfig(table);
  const columns = [
    ...[...primaryKeys, ...uniqueConstraints].flatMap((key) => key.columns),
    ...indexes.flatMap((index) => index.config.columns),
  ];
  return isUnique || primary || columns.some((column) => "name" in column && column.name === name);
};

const valueFor = (table: PgTable, column: PgColumn, row: number): unknown => {
  if (column.enumValues?.length) return column.enumValues[row % column.enumValues.length];
  if (!column.notNull && row % 3 === 0) return null;
  switch (column.columnType) {
    case "PgUUID":
      return newId();
    case "PgText": {
      const text = row === HUGE_ROW ? HUGE : (TEXTS[row % TEXTS.length] ?? "");
      return isIndexed(table, column) ? `${row} ${text.slice(0, 100)}` : text;
    }
    case "PgInteger":
    case "PgBigInt53":
      return row;
    case "PgBoolean":
      // One row only: some flags may be set once.
      return row === 1;
    case "PgNumericNumber":
      return row / 1_000_000;
    case "PgTimestamp":
      return new Date(START + row * 86_400_001);
    case "PgDateString":
      return `${2000 + (row % 100)}-02-28`;
    case "PgJson":
      return row === HUGE_ROW ? { deep: [[[{ HUGE }]]] } : DOCUMENTS[row % DOCUMENTS.length];
    default:
      throw new Error(`${column.name}: say here what ${column.columnType} is filled with.`);
  }
};

type Row = Record<string, unknown>;

/** The keys of a table's columns in the schema, by the names that the database has for them. */
const keysOf = (table: PgTable): Map<string, string> =>
  new Map(Object.entries(getTableColumns(table)).map(([key, column]) => [column.name, key]));

const makeRow = (table: PgTable, row: number, made: Map<string, Row[]>): Row => {
  const { columns, foreignKeys } = getTableConfig(table);
  const keys = keysOf(table);
  const keyOf = ({ name }: PgColumn): string => keys.get(name) ?? name;
  const values: Row = {};
  for (const column of columns) values[keyOf(column)] = valueFor(table, column, row);
  for (const foreignKey of foreignKeys) {
    const { columns: own, foreignColumns, foreignTable } = foreignKey.reference();
    const parent = made.get(getTableName(foreignTable))?.[row];
    const parentKeys = keysOf(foreignTable);
    own.forEach((column, index) => {
      const name = foreignColumns[index]?.name ?? "";
      if (parent) values[keyOf(column)] = parent[parentKeys.get(name) ?? name];
    });
  }
  return values;
};

/** More than one batch of a backup, in every table. */
const ROWS = 250;
const AT_ONCE = 50;

/** Fills every table of an empty database. */
export const fillDatabase = async (db: Database): Promise<void> => {
  const tables = Object.values(schema).filter((value) => is(value, PgTable));
  const made = new Map<string, Row[]>();
  for (const name of tableNames()) {
    const table = tables.find((candidate) => getTableName(candidate) === name);
    if (!table) continue;
    const rows = Array.from({ length: ROWS }, (_, row) => makeRow(table, row, made));
    made.set(name, rows);
    for (let at = 0; at < ROWS; at += AT_ONCE) {
      await db.insert(table).values(rows.slice(at, at + AT_ONCE));
    }
  }
};
