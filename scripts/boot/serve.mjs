/**
 * Next's server in this process, without its banner: ready when `serve` resolves, with the database migrated
 * (`instrumentation.ts`). A signal ends it in order: no new connections, running requests and turns up to a deadline.
 */
import { createServer } from "node:http";
import next from "next";

/** Docker allows 10 s between SIGTERM and SIGKILL. */
const SHUTDOWN_MS = 9000;

/**
 * Longer than proxies keep an idle connection (nginx and AWS 60 s), so that it is never closed here while they send a
 * request on it.
 */
const KEEP_ALIVE_MS = 75_000;

/** @param {{ dev: boolean, host: string, port: number }} options */
export const serve = async ({ dev, host, port }) => {
  const server = createServer({ keepAliveTimeout: KEEP_ALIVE_MS });
  const app = next({
    dev,
    turbopack: dev,
    dir: process.cwd(),
    // Not `host`: Next takes a rewrite to "localhost" for one to another server when it is told "127.0.0.1".
    hostname: "localhost",
    port,
    httpServer: server,
  });
  await app.prepare();
  const handle = app.getRequestHandler();
  server.on("request", (request, response) => void handle(request, response));
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve(undefined));
  });

  let stopping = false;
  const stop = async () => {
    // The second signal is a person who doesn't want to wait.
    if (stopping) process.exit(1);
    stopping = true;
    setTimeout(() => process.exit(0), SHUTDOWN_MS);
    const closed = new Promise((resolve) => server.close(resolve));
    if (dev) server.closeAllConnections();
    await closed;
    // Waits for what requests left to `after()`: a turn goes on when its page is closed.
    await app.close();
    process.exit(0);
  };
  process.on("SIGINT", () => void stop());
  process.on("SIGTERM", () => void stop());
};
