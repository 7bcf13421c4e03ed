/**
 * Keyset paging: a list's order, the condition "after this row", and the opaque cursor between them.
 * Used by the services' lists; a cursor from a client is checked here before it reaches SQL.
 */
import { and, eq, gt, lt, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { AppError } from "@/lib/errors";

const FORMS = {
  integer: /^-?\d{1,9}$/,
  date: /^(\d{4}-\d\d-\d\d|infinity)$/,
  timestamptz: /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-]\d\d(:\d\d)?$/,
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  text: /^[^\0]{0,5000}$/u,
} as const;

/** A value that PostgreSQL can read: of the right form, and for a date one that there is. */
const isValue = (type: SortKey["type"], value: string): boolean => {
  if (!FORMS[type].test(value)) return false;
  if (type === "integer" || type === "uuid" || type === "text" || value === "infinity") return true;
  // PostgreSQL leaves the minutes of an offset away.
  const instant = type === "date" ? value : value.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00");
  return !Number.isNaN(Date.parse(instant));
};

/** One column or expression of an order. Never null, and together the keys of a list name one row. */
export type SortKey = {
  expression: SQL;
  type: keyof typeof FORMS;
  direction: "asc" | "desc";
};

/** A named order; the name is part of the cursor, so that one list's cursor is refused by another. */
export type Order = { name: string; keys: SortKey[] };

/**
 * For `orderBy(...)`. Keys are never null, but PostgreSQL reads an index in its own order only where the query names
 * nulls as the index does, and Drizzle's `.desc()` indexes have them last.
 */
export const orderOf = (order: Order): SQL[] =>
  order.keys.map((key) => sql`${key.expression} ${sql.raw(key.direction)} nulls last`);

/** A column for `select`: the keys of the row, as text, to make its cursor of. */
export const keysOf = (order: Order): SQL<string[]> =>
  sql<string[]>`json_build_array(${sql.join(
    order.keys.map((key) => sql`(${key.expression})::text`),
    sql`, `,
  )})`;

const cursorForm = z.tuple([z.string(), z.array(z.string())]);

export const encodeCursor = (order: Order, keys: string[]): string =>
  Buffer.from(JSON.stringify([order.name, keys])).toString("base64url");

const decodeCursor = (order: Order, cursor: string): string[] => {
  const refuse = () =>
    new AppError("invalid_request", "The cursor is not one that this list gave.", {
      fields: [{ path: "cursor", message: "Use next_cursor of the answer before." }],
    });
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8"));
  } catch {
    throw refuse();
  }
  const parsed = cursorForm.safeParse(decoded);
  if (!parsed.success) throw refuse();
  const [name, keys] = parsed.data;
  const fits =
    name === order.name &&
    keys.length === order.keys.length &&
    order.keys.every((key, index) => isValue(key.type, keys[index] ?? ""));
  if (!fits) throw refuse();
  return keys;
};

/** The condition "after the row of this cursor"; throws `invalid_request` for a cursor that isn't the list's own. */
export const afterCursor = (order: Order, cursor: string): SQL | undefined => {
  const values = decodeCursor(order, cursor).map(
    (value, index) => sql`cast(${value} as ${sql.raw(order.keys[index]?.type ?? "text")})`,
  );
  // a > x, or a = x and (b > y, or b = y and …)
  return order.keys.reduceRight<SQL | undefined>((rest, key, index) => {
    const value = values[index] ?? sql`null`;
    const beyond = (key.direction === "asc" ? gt : lt)(key.expression, value);
    return rest ? or(beyond, and(eq(key.expression, value), rest)) : beyond;
  }, undefined);
};

/** Cuts the extra row that tells whether there is more, and makes the next cursor. */
export const pageOf = <Row extends { keys: string[] }>(
  order: Order,
  rows: Row[],
  limit: number,
): { rows: Row[]; nextCursor: string | null } => {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page,
    nextCursor: rows.length > limit && last ? encodeCursor(order, last.keys) : null,
  };
};
