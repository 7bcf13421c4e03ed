/**
 * What must be true of the database after any number of kills. It is asked directly, past the app.
 */
import { sql, type SQL } from "drizzle-orm";
import type { Database } from "@/db/client";
import type { Record } from "./load";

export type Check = { name: string; faults: string[] };

type Rows = { [column: string]: unknown }[];

/** PGlite and `pg` both give `rows`. */
const rowsOf = async (db: Database, statement: SQL): Promise<Rows> =>
  ((await db.execute(statement)) as { rows: Rows }).rows;

/** A check that no row may fail: each row that is found says in `what` where it is wrong. */
const noRow = async (db: Database, name: string, statement: SQL): Promise<Check> => ({
  name,
  faults: (await rowsOf(db, statement)).map(({ what }) => String(what)),
});

const countsOf = async (db: Database, statement: SQL): Promise<Map<string, number>> =>
  new Map((await rowsOf(db, statement)).map(({ what, count }) => [String(what), Number(count)]));

/** Those of `wanted` that are not there exactly `times` times, and those that are there and nobody wanted. */
const differing = (found: Map<string, number>, wanted: readonly string[], times = 1): string[] => [
  ...wanted
    .filter((what) => found.get(what) !== times)
    .map((what) => `${what}: ${found.get(what) ?? 0} times`),
  ...[...found.keys()].filter((what) => !wanted.includes(what)).map((what) => `${what}: unknown`),
];

const tasksOnce = async (db: Database, { kept, dropped }: Record): Promise<Check[]> => {
  const present = await countsOf(db, sql`select title as what, count(*) from tasks group by 1`);
  const ledger = (kind: string) =>
    countsOf(
      db,
      sql`select coalesce(after, before) ->> 'title' as what, count(*) from task_changes
          where kind = ${kind} group by 1`,
    );
  return [
    { name: "every task is there once", faults: differing(present, kept) },
    {
      name: "every task was added once",
      faults: differing(await ledger("created"), [...kept, ...dropped]),
    },
    {
      name: "every task that was dropped was deleted once",
      faults: differing(await ledger("deleted"), dropped),
    },
  ];
};

/** Everything that must hold, with what doesn't. */
export const checkDatabase = async (db: Database, record: Record): Promise<Check[]> => {
  const told = await countsOf(
    db,
    sql`select content as what, count(*) from messages where role = 'user' group by 1`,
  );
  return [
    { name: "every message came to its end, and no event changed", faults: record.faults },
    {
      name: "every message was kept once",
      faults: differing(
        told,
        record.spoken.map(({ message }) => message),
      ),
    },
    {
      name: "every turn has one outcome",
      faults: record.spoken
        .filter(({ stop, told }) => !stop && told.status !== "completed")
        .map(({ message, told }) => `${message}: ${told.status}`),
    },
    await noRow(
      db,
      "no turn runs any more",
      sql`select id as what from turns where status in ('running', 'awaiting_approval')`,
    ),
    await noRow(
      db,
      "every turn has one message of a person and one answer",
      sql`select t.id as what from turns t left join messages m on m.turn_id = t.id
          group by t.id having count(*) <> 2 or count(distinct m.role) <> 2`,
    ),
    await noRow(
      db,
      "no call is without its result",
      sql`select m.id as what from messages m, json_array_elements(m.parts) part
          where part ->> 'type' = 'tool_call'
            and (part ->> 'status' not in ('completed', 'failed', 'rejected') or part -> 'result' is null)`,
    ),
    await noRow(
      db,
      "messages are in order, without a gap",
      sql`select c.id as what from conversations c left join messages m on m.conversation_id = c.id
          group by c.id having count(*) <> c.message_count or max(m.position) <> count(*) - 1`,
    ),
    await noRow(
      db,
      "events are numbered from 1 without a gap, and the last is an outcome",
      sql`select turn_id as what from turn_events group by turn_id
          having min(number) <> 1 or max(number) <> count(*)
            or (array_agg(type order by number desc))[1] not in ('turn.completed', 'turn.cancelled', 'turn.failed')`,
    ),
    await noRow(
      db,
      "no task's number was given twice",
      sql`select user_id || ' ' || task_number as what from task_changes
          where kind = 'created' group by user_id, task_number having count(*) > 1`,
    ),
    ...(await tasksOnce(db, record)),
  ];
};
