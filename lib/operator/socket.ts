/**
 * Where a running server lets its operator in: a socket in `DATA_DIR`, which only the server's own account can open. No
 * network, and no secret to hand around: who may open it may read the database's files as well.
 */
import { createHash } from "node:crypto";
import { join, relative, resolve } from "node:path";

/** The address of the socket, the same for the server and for a script in the same folder with the same `DATA_DIR`. */
export const operatorSocket = (dataDir: string): string => {
  const folder = resolve(dataDir);
  if (process.platform === "win32") {
    const name = createHash("sha256").update(folder).digest("hex").slice(0, 16);
    return String.raw`\\.\pipe\errand-${name}`;
  }
  // The address of a socket has at most about 100 bytes, so the shorter way to it is taken.
  const path = join(folder, "operator.sock");
  const near = relative(process.cwd(), path);
  return near.length < path.length ? near : path;
};
