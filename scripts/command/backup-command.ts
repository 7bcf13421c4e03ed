/**
 * `npm run backup FILE`: writes everything in the database to FILE, from one moment, also while Errand runs. FILE holds
 * password hashes and everything that people wrote; only its owner can read it.
 */
import { existsSync } from "node:fs";
import { stat } from "node:fs/promises";
import type { IncomingMessage } from "node:http";
import { join, resolve } from "node:path";
import { pipeline } from "node:stream/promises";
import { parseArgs } from "node:util";
import { backupToFile, type Progress } from "@/db/backup";
import { BackupError } from "@/db/backup-file";
import { connect } from "@/db/client";
import { writeWhole } from "@/db/whole-file";
import { env } from "@/lib/env";
import { askServer } from "@/lib/operator/ask";
import { databaseName } from "./database-name";
import { withProgressBar } from "./progress-bar";
import { type Command, EXIT, UsageError } from "./run";
import { shellPath } from "./shell-path";

const USAGE = "Say where to: npm run backup FILE";

type Reading = { file: string; signal: AbortSignal; onProgress: Progress };

/** What the running server sends, into the file; rejects when less came than it said. */
export const receive = async (
  response: IncomingMessage,
  { file, signal, onProgress }: Reading,
): Promise<void> => {
  if (response.statusCode !== 200) {
    response.resume();
    throw new BackupError("The running server could not make a backup; its log says why.");
  }
  const total = Number(response.headers["content-length"]);
  let received = 0;
  // Counted on the way: a listener of its own would let the answer flow before the file is open.
  const counted = async function* (chunks: AsyncIterable<Buffer>) {
    for await (const chunk of chunks) {
      received += chunk.length;
      onProgress(received, total);
      yield chunk;
    }
    if (received !== total) throw new BackupError("The running server broke off its backup.");
  };
  await writeWhole(file, (stream) => pipeline(response, counted, stream, { signal }));
};

/** Reads the database itself, as it is: it isn't brought to this version's schema first. */
const readDatabase = async ({ file, signal, onProgress }: Reading): Promise<void> => {
  const connection = await connect({ migrate: false });
  try {
    await backupToFile(connection.db, file, { signal, onProgress });
  } finally {
    await connection.close();
  }
};

const read = async (reading: Reading): Promise<void> => {
  const { POSTGRES_URL, DATA_DIR } = env();
  if (POSTGRES_URL) return readDatabase(reading);
  const dataDir = resolve(DATA_DIR);
  const response = await askServer(dataDir, "/backup");
  if (response) return receive(response, reading);
  if (!existsSync(join(dataDir, "db"))) {
    throw new BackupError(`There is nothing to back up: no database in ${dataDir} yet.`);
  }
  return readDatabase(reading);
};

/** Ends with Ctrl-C too, and then leaves nothing behind. */
const untilInterrupted = async (work: (signal: AbortSignal) => Promise<void>): Promise<void> => {
  const interrupted = new AbortController();
  const stop = () => interrupted.abort();
  process.once("SIGINT", stop);
  try {
    await work(interrupted.signal);
  } catch (error) {
    throw interrupted.signal.aborted ? new BackupError("Stopped. Nothing was written.") : error;
  } finally {
    process.off("SIGINT", stop);
  }
};

export const backupCommand: Command = async ({ args, terminal }) => {
  const { positionals } = parseArgs({ args, allowPositionals: true });
  const [name, ...more] = positionals;
  if (name === undefined || more.length > 0) throw new UsageError(USAGE);
  const file = shellPath(name);
  await untilInterrupted((signal) =>
    withProgressBar("Backing up", (onProgress) => read({ file, signal, onProgress })),
  );
  const kilobytes = Math.ceil((await stat(file)).size / 1024).toLocaleString("en");
  terminal.print(`Backed up to ${file}, ${kilobytes} KiB. Database: ${databaseName(env())}.`);
  return EXIT.done;
};
