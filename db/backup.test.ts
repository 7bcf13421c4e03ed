import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, statSync, readdirSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, it } from "vitest";
import { z } from "zod";
import { createServerDatabase, openEmbedded } from "@/test/database";
import { fillDatabase } from "@/test/filled-database";
import { useRelay } from "@/test/websocket-relay";
import { backupToFile } from "./backup";
import { type Connection, connectServer, type Database } from "./client";
import { knownMigrations } from "./migrate";
import { restoreFromFile } from "./restore";
import { countRows, tableNames } from "./tables";

const OPEN_TIMEOUT_MS = 60_000;

let folder = "";
let source: Connection;
const backupFile = () => join(folder, "source.backup");

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "errand-backup-"));
  source = await openEmbedded();
  await fillDatabase(source.db);
  await backupToFile(source.db, backupFile());
}, OPEN_TIMEOUT_MS);
afterAll(async () => {
  await source.close();
  rmSync(folder, { recursive: true });
});

/** All rows, each value as the database's own text. */
const contentOf = async (db: Database) => {
  const content: Record<string, string[]> = {};
  for (const name of tableNames()) {
    const result = await db.execute(
      sql`select t::text as line from ${sql.identifier(name)} t order by 1`,
    );
    const { rows } = z.object({ rows: z.array(z.object({ line: z.string() })) }).parse(result);
    content[name] = rows.map((row) => row.line);
  }
  return content;
};

const rowsIn = async (db: Database): Promise<number> => {
  let rows = 0;
  for (const name of tableNames()) rows += await countRows(db, name);
  return rows;
};

it("is filled by the tests in every table, so that they would notice one that is left out", async () => {
  for (const name of tableNames()) {
    expect({ name, rows: await countRows(source.db, name) }).not.toEqual({ name, rows: 0 });
  }
});

it("has no counter outside its rows that a restore would have to set", async () => {
  const sequences = await source.db.execute(
    sql`select sequencename from pg_sequences where schemaname = 'public'`,
  );
  expect(sequences).toMatchObject({ rows: [] });
});

it("is the same file again, but for its time", async () => {
  const again = join(folder, "again.backup");
  await backupToFile(source.db, again);
  const linesOf = (file: string) =>
    gunzipSync(readFileSync(file)).toString().split("\n").slice(1, -2);
  expect(linesOf(again)).toEqual(linesOf(backupFile()));
});

it("is a file that only its owner can read", () => {
  expect(statSync(backupFile()).mode & 0o777).toBe(0o600);
});

it("leaves nothing behind when it is broken off, and the file before stays", async () => {
  const file = join(folder, "kept.backup");
  writeFileSync(file, "the one before");
  const abort = new AbortController();
  const broken = backupToFile(source.db, file, {
    signal: abort.signal,
    onProgress: () => abort.abort(),
  });
  await expect(broken).rejects.toThrow("aborted");
  expect(readFileSync(file, "utf8")).toBe("the one before");
  expect(readdirSync(folder).filter((name) => name.includes(".part-"))).toEqual([]);
  // The transaction is over: the database answers.
  expect(await rowsIn(source.db)).toBeGreaterThan(0);
});

it("tells how far it is", async () => {
  const seen: [number, number][] = [];
  await backupToFile(source.db, join(folder, "progress.backup"), {
    onProgress: (rows, total) => seen.push([rows, total]),
  });
  const total = await rowsIn(source.db);
  expect(seen.at(-1)).toEqual([total, total]);
});

describe("into the embedded database", () => {
  let target: Connection;
  beforeAll(async () => {
    target = await openEmbedded();
  }, OPEN_TIMEOUT_MS);
  afterAll(() => target.close());
  beforeEach(async () => {
    const names = tableNames().map((name) => sql.identifier(name));
    await target.db.execute(sql`truncate table ${sql.join(names, sql`, `)} cascade`);
  });

  it("comes back row for row, hostile text and all", async () => {
    const restored = await restoreFromFile(target.db, backupFile());
    expect(restored.rows).toBe(await rowsIn(source.db));
    expect(await contentOf(target.db)).toEqual(await contentOf(source.db));
  });

  it("is refused where something is, and replaces it only when told to", async () => {
    await restoreFromFile(target.db, backupFile());
    await target.db.execute(sql`update users set name = 'Somebody since'`);
    await expect(restoreFromFile(target.db, backupFile())).rejects.toThrow("--replace");
    await restoreFromFile(target.db, backupFile(), { replace: true });
    expect(await contentOf(target.db)).toEqual(await contentOf(source.db));
  });

  const lines = () => gunzipSync(readFileSync(backupFile())).toString().split("\n");
  const broken: [what: string, file: () => Buffer, says: string][] = [
    ["cut", () => readFileSync(backupFile()).subarray(0, -200), "damaged"],
    ["cut before it was packed", () => gzipSync(lines().slice(0, -2).join("\n")), "damaged"],
    ["not packed", () => gunzipSync(readFileSync(backupFile())), "damaged"],
    ["changed in a row", () => gzipSync(lines().join("\n").replace("Ada", "Eve")), "checksum"],
    [
      "without a row",
      () =>
        gzipSync(
          lines()
            .filter((_, at) => at !== 1)
            .join("\n"),
        ),
      "damaged",
    ],
    ["with more after its end", () => gzipSync(`${lines().join("\n")}[]\n`), "damaged"],
    ["another program's", () => gzipSync('{"format":"other"}\n'), "not a backup"],
    ["empty", () => gzipSync(""), "not a backup"],
    [
      "newer",
      () =>
        gzipSync(
          lines()
            .join("\n")
            .replace(/"migration":\d+/, '"migration":9e15'),
        ),
      "newer",
    ],
    [
      "of a newer form",
      () => gzipSync(lines().join("\n").replace('"version":1', '"version":2')),
      "newer",
    ],
    [
      "of unknown tables",
      () => gzipSync(lines().join("\n").replace('"name":"users"', '"name":"pg_authid"')),
      "pg_authid",
    ],
    [
      "of a table whose name is an order",
      () =>
        gzipSync(lines().join("\n").replace('"name":"users"', '"name":"a\\"; drop table users"')),
      "there is no table",
    ],
    [
      "with a value that its column can't hold",
      () =>
        gzipSync(
          lines()
            .with(1, lines()[1]!.replace(/"[^"]+"/, '"no id"'))
            .join("\n"),
        ),
      "damaged: a row of users can't be stored",
    ],
  ];
  it.each(broken)("is refused when it is %s, and changes nothing", async (_what, file, says) => {
    const name = join(folder, "broken.backup");
    writeFileSync(name, file());
    await expect(restoreFromFile(target.db, name)).rejects.toThrow(says);
    expect(await rowsIn(target.db)).toBe(0);
  });

  it("may be of any earlier version, and is migrated", async () => {
    const [first = 0] = knownMigrations();
    const old = JSON.stringify({
      format: "errand-backup",
      version: 1,
      app: "0.1.0",
      migration: first,
      created_at: new Date().toISOString(),
      tables: [
        { name: "users", columns: ["id", "email", "name", "created_at", "updated_at"], rows: 1 },
      ],
    });
    const at = "2026-11-20 09:30:00+00";
    const row = JSON.stringify([
      "0199aaaa-bbbb-7ccc-8ddd-eeeeffff0000",
      "a@example.com",
      "Ada",
      at,
      at,
    ]);
    const sha256 = createHash("sha256").update(`${old}\n${row}\n`).digest("hex");
    const file = join(folder, "old.backup");
    writeFileSync(
      file,
      gzipSync(`${old}\n${row}\n${JSON.stringify({ end: true, rows: 1, sha256 })}\n`),
    );
    await restoreFromFile(target.db, file, { replace: true });
    const again = join(folder, "migrated.backup");
    await backupToFile(target.db, again);
    const header = z
      .object({ migration: z.int() })
      .parse(JSON.parse(gunzipSync(readFileSync(again)).toString().split("\n")[0] ?? ""));
    expect(header.migration).toBe(knownMigrations().at(-1));
    expect(await rowsIn(target.db)).toBe(1);
  });
});

describe.each(["pg", "vercel"] as const)("over a PostgreSQL server (%s)", (driver) => {
  it("goes there and back, row for row", async () => {
    await useRelay(inject("relayPort"));
    const { url, drop } = await createServerDatabase();
    const server = await connectServer(url, driver);
    await restoreFromFile(server.db, backupFile());
    const there = join(folder, `${driver}.backup`);
    await backupToFile(server.db, there);
    const back = await openEmbedded();
    await restoreFromFile(back.db, there);
    const expected = await contentOf(source.db);
    expect(await contentOf(back.db)).toEqual(expected);
    expect(await contentOf(server.db)).toEqual(expected);
    await Promise.all([server.close(), back.close()]);
    await drop();
  });
});

it("doesn't depend on a server's own settings", async () => {
  const { url, drop } = await createServerDatabase();
  const { pathname } = new URL(url);
  const server = await connectServer(url);
  await server.db.execute(
    sql.raw(`alter database ${pathname.slice(1)} set datestyle to 'SQL, DMY'`),
  );
  await server.db.execute(
    sql.raw(`alter database ${pathname.slice(1)} set timezone to 'Asia/Kathmandu'`),
  );
  await server.close();
  const odd = await connectServer(url);
  await restoreFromFile(odd.db, backupFile());
  const file = join(folder, "odd.backup");
  await backupToFile(odd.db, file);
  const rows = (name: string) => gunzipSync(readFileSync(name)).toString().split("\n").slice(1, -2);
  expect(rows(file)).toEqual(rows(backupFile()));
  await odd.close();
  await drop();
});
