/**
 * The operator's door: what a running server does for `npm run backup` and `npm run doctor`, which could not reach its
 * database, or would see another environment than it has. HTTP over the socket of `socket.ts`. Opened by `boot.ts`.
 */
import { randomUUID } from "node:crypto";
import { createReadStream, mkdirSync } from "node:fs";
import { readdir, rm, stat } from "node:fs/promises";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { join } from "node:path";
import { pipeline } from "node:stream/promises";
import { backupToFile } from "@/db/backup";
import { getConnection, getDatabase } from "@/db/client";
import { env } from "@/lib/env";
import { errorLines, log } from "@/lib/log";
import { configuredModel } from "@/lib/model/choose";
import { examine } from "./examine";
import { operatorSocket } from "./socket";

const BACKUP_PREFIX = "backup-on-its-way-";

/**
 * A backup is first written beside the database: while it is read, the embedded database serves nobody else, so that
 * may not take as long as who asked for it takes to store it.
 */
const sendBackup = async (dataDir: string, response: ServerResponse): Promise<void> => {
  const file = join(dataDir, `${BACKUP_PREFIX}${randomUUID()}`);
  try {
    await backupToFile(await getDatabase(), file);
    const { size } = await stat(file);
    response.writeHead(200, { "Content-Type": "application/gzip", "Content-Length": size });
    await pipeline(createReadStream(file), response);
  } finally {
    await rm(file, { force: true });
  }
};

const sendExamination = async (response: ServerResponse): Promise<void> => {
  const found = await examine({
    settings: env(),
    open: getConnection,
    model: configuredModel,
    serving: true,
  });
  response.writeHead(200, { "Content-Type": "application/json" }).end(JSON.stringify(found));
};

const answer = async (
  dataDir: string,
  { method, url }: IncomingMessage,
  response: ServerResponse,
): Promise<void> => {
  if (method === "POST" && url === "/backup") return sendBackup(dataDir, response);
  if (method === "POST" && url === "/doctor") return sendExamination(response);
  response.writeHead(404).end();
};

/** Whether somebody answers at the socket; one that nobody answers at was left by a process that died. */
const isAnswered = (address: string): Promise<boolean> =>
  new Promise((resolve) => {
    const probe = connect(address);
    probe.once("connect", () => resolve(true)).once("error", () => resolve(false));
    probe.unref();
    probe.once("connect", () => probe.destroy());
  });

const listen = (server: Server, address: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    // For the moment of its making, so that no other account can open it even in a folder that others may enter.
    const mask = process.umask(0o177);
    try {
      server.listen(address, resolve);
    } finally {
      process.umask(mask);
    }
  });

/** What a process that was killed left: its socket, and backups that nobody fetched. */
const removeLeftovers = async (dataDir: string, address: string): Promise<void> => {
  if (process.platform !== "win32") await rm(address, { force: true });
  for (const name of await readdir(dataDir)) {
    if (name.startsWith(BACKUP_PREFIX)) await rm(join(dataDir, name), { force: true });
  }
};

/**
 * Opens the door of this process, unless another instance with the same `DATA_DIR` has one. Where there can be none (a
 * folder that can't be written to), the server does without: only the two commands miss it.
 */
export const openDoor = async (dataDir: string): Promise<void> => {
  const address = operatorSocket(dataDir);
  const server = createServer((request, response) => {
    answer(dataDir, request, response).catch((error: unknown) => {
      log().warn(errorLines(error), "operator: the request failed");
      if (!response.headersSent) response.writeHead(500).end();
      else response.destroy();
    });
  });
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
    if (await isAnswered(address)) return;
    await removeLeftovers(dataDir, address);
    await listen(server, address);
    server.unref();
  } catch (error) {
    // With a server as the database there may be no folder to write to, and backup doesn't need the door.
    const level = env().POSTGRES_URL ? "debug" : "warn";
    log()[level](errorLines(error), "operator: the commands can't reach this server");
  }
};
