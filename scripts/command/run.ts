/**
 * What the commands (`npm run tool`, `user`, `backup`, `restore`) have in common: the app's own environment and database, sentences instead of
 * stacks, and exit codes for scripts.
 */
import { BackupError } from "@/db/backup-file";
import { type Connection, connect, type Database } from "@/db/client";
import { FolderLockedError } from "@/db/lock";
import { EnvironmentError } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { asAppError } from "@/lib/http/problem";
import { enter } from "../boot/enter.mjs";
import { terminal, type Terminal } from "./terminal";

/** How a command ended: it did what was asked, it was refused, or it was not understood or could not begin. */
export const EXIT = { done: 0, refused: 1, unusable: 2 } as const;
export type Exit = (typeof EXIT)[keyof typeof EXIT];

/** A wrong way to call a command; the message says what is wrong. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export type Command = (given: {
  args: string[];
  /** Opens the database at its first call. */
  database: () => Promise<Database>;
  terminal: Terminal;
}) => Promise<Exit>;

/** What `parseArgs` throws for an argument that it doesn't know. */
const isParseError = (error: unknown): error is Error =>
  error instanceof Error && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");

const inUse = (error: FolderLockedError): string =>
  `${error.message}\nThe embedded database is one process's alone. While the app runs, use its page, its API or MCP.`;

/** The system's own errors about a file that was named. */
const FILE_FAULTS: Record<string, string> = {
  ENOENT: "There is no such file or folder",
  EACCES: "This account may not use this file",
  EISDIR: "This is a folder",
  ENOSPC: "The disk is full",
};

const fileFault = (error: unknown): string | undefined => {
  if (!(error instanceof Error && "code" in error && "path" in error)) return undefined;
  const fault = FILE_FAULTS[String(error.code)];
  return fault && `${fault}: ${String(error.path)}`;
};

/** What went wrong as one sentence, and the exit code for it; undefined for a fault of ours. */
const explained = (error: unknown): [Exit, string] | undefined => {
  if (error instanceof UsageError || isParseError(error)) return [EXIT.unusable, error.message];
  if (error instanceof FolderLockedError) return [EXIT.unusable, inUse(error)];
  if (error instanceof EnvironmentError) return [EXIT.unusable, error.message];
  if (error instanceof BackupError) return [EXIT.refused, error.message];
  const fault = fileFault(error);
  if (fault) return [EXIT.unusable, fault];
  const known = asAppError(error);
  if (known.code === "database_unavailable") return [EXIT.unusable, known.message];
  return error instanceof AppError ? [EXIT.refused, error.message] : undefined;
};

/** Runs a command to its exit code, whatever happens in it. */
export const runCommand = async (
  command: Command,
  args: string[],
  {
    open = connect,
    terminal: on = terminal,
  }: { open?: () => Promise<Connection>; terminal?: Terminal } = {},
): Promise<number> => {
  let connection: Connection | undefined;
  try {
    const database = async () => (connection ??= await open()).db;
    return await command({ args, database, terminal: on });
  } catch (error) {
    const told = explained(error);
    on.complain(told ? told[1] : error instanceof Error ? String(error.stack) : String(error));
    return told ? told[0] : EXIT.refused;
  } finally {
    await connection?.close();
  }
};

/** The whole life of a process that is one command. */
export const main = async (command: Command): Promise<void> => {
  await enter({ dev: false });
  process.exitCode = await runCommand(command, process.argv.slice(2));
};
