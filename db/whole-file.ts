/** A file that is there whole or not at all: written under another name beside it, and renamed when it is complete. */
import { randomBytes } from "node:crypto";
import type { WriteStream } from "node:fs";
import { open, rename, rm } from "node:fs/promises";

/**
 * Lets `write` fill, and end, a new file that only its owner can read, and then puts it in the place of `file`. When
 * `write` rejects, nothing is left of it, and a `file` that was there stays as it was.
 */
export const writeWhole = async (
  file: string,
  write: (stream: WriteStream) => Promise<void>,
): Promise<void> => {
  const part = `${file}.part-${randomBytes(4).toString("hex")}`;
  // Opened before `write` begins: a stream that opens the file itself fails while nobody listens to it yet.
  const handle = await open(part, "wx", 0o600);
  // Flushed: after the rename, a power cut leaves the old file or the whole new one.
  const stream = handle.createWriteStream({ flush: true });
  try {
    await write(stream);
    await rename(part, file);
  } catch (error) {
    stream.destroy();
    await rm(part, { force: true });
    throw error;
  }
};
