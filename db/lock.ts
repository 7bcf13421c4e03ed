/**
 * The lock on the embedded database's folder: PGlite has none, and two processes on one folder lose data silently.
 * It is the kernel's lock on an open file, so it ends with its process, however that dies, and nothing stale stays.
 */
import { closeSync, ftruncateSync, openSync, readFileSync, writeSync } from "node:fs";
import { join } from "node:path";
import { tryLock } from "fs-native-extensions";

/** Another process holds the folder. */
export class FolderLockedError extends Error {
  override readonly name = "FolderLockedError";
}

/** The process id that the holder wrote; empty where the lock forbids reading it (Windows). */
const readHolder = (file: string): string => {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    return "";
  }
};

/** Takes the lock on `folder`, which must exist; throws `FolderLockedError` when another process has it. */
export const lockFolder = (folder: string): { release(): void } => {
  const file = join(folder, "lock");
  const descriptor = openSync(file, "a+", 0o600);
  if (!tryLock(descriptor)) {
    closeSync(descriptor);
    const holder = readHolder(file);
    throw new FolderLockedError(
      `The database in ${folder} is in use by another Errand${holder ? ` (process ${holder})` : ""}. ` +
        "Stop that one first, or set DATA_DIR to another folder.",
    );
  }
  ftruncateSync(descriptor);
  writeSync(descriptor, `${process.pid}\n`);
  return { release: () => closeSync(descriptor) };
};
