/** What `npm run backup` and `npm run doctor` ask of a running server, through the door of `door.ts`. */
import { type IncomingMessage, request } from "node:http";
import { operatorSocket } from "./socket";

/** Nobody is at the door: no server runs with this `DATA_DIR`. */
const ABSENT = new Set(["ENOENT", "ECONNREFUSED", "ENOTDIR", "ENOTSUP", "EINVAL"]);

const isAbsent = (error: unknown): boolean =>
  error instanceof Error && "code" in error && ABSENT.has(String(error.code));

/**
 * The running server's answer, whatever its status; null when no server runs with this `DATA_DIR`. Rejects when it
 * breaks off.
 */
export const askServer = (dataDir: string, path: string): Promise<IncomingMessage | null> =>
  new Promise((resolve, reject) => {
    const asked = request({ socketPath: operatorSocket(dataDir), method: "POST", path }, resolve);
    asked.once("error", (error) => {
      if (isAbsent(error)) resolve(null);
      else reject(error);
    });
    asked.end();
  });
