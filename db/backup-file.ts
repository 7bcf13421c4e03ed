/**
 * The form of a backup: gzip'd lines of JSON, the same whichever database it came from.
 *
 *     {"format":"errand-backup","version":1,"app":"0.1.0","migration":1795183756575,…,"tables":[{"name":"users",…}]}
 *     ["0199…","ada@example.com",…]      a row of the first table, every value as PostgreSQL's own text, or null
 *     …                                  as many as the header says; then those of the next table
 *     {"end":true,"rows":1234,"sha256":"…"}      over all bytes before it
 *
 * Written by `backup.ts`, read by `restore.ts`.
 */
import { z } from "zod";

export const FORMAT_VERSION = 1;

/** A file that can't be restored, or a database that it can't be restored into; `message` says why, for people. */
export class BackupError extends Error {
  override readonly name = "BackupError";
}

export const headerForm = z.object({
  format: z.literal("errand-backup"),
  version: z.int(),
  /** The version of the app that wrote it. */
  app: z.string(),
  /** The latest migration of the database, by the time in the migrations' journal. */
  migration: z.int(),
  created_at: z.iso.datetime(),
  tables: z.array(
    z.object({ name: z.string(), columns: z.array(z.string()).min(1), rows: z.int().min(0) }),
  ),
});
export type Header = z.infer<typeof headerForm>;

export const trailerForm = z.object({
  end: z.literal(true),
  rows: z.int(),
  sha256: z.string(),
});
export type Trailer = z.infer<typeof trailerForm>;

export const rowForm = z.array(z.string().nullable());

const LINE_END = 0x0a;

/** The lines of a stream of bytes, without their ends. (`readline` would also break at U+2028, which tasks may have.) */
export const linesOf = async function* (
  chunks: AsyncIterable<Uint8Array>,
): AsyncGenerator<Buffer, void, undefined> {
  let begun: Buffer[] = [];
  for await (const chunk of chunks) {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    for (let at = rest.indexOf(LINE_END); at !== -1; at = rest.indexOf(LINE_END)) {
      yield Buffer.concat([...begun, rest.subarray(0, at)]);
      begun = [];
      rest = rest.subarray(at + 1);
    }
    if (rest.length > 0) begun.push(rest);
  }
  if (begun.length > 0) yield Buffer.concat(begun);
};
