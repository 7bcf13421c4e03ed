/**
 * A relay from WebSockets to TCP, as Neon runs one in front of its servers: what `@vercel/postgres` sends arrives at an
 * ordinary PostgreSQL, byte for byte. Started by `global-setup.ts`; a test's process is pointed at it by `useRelay`.
 */
import { createRequire } from "node:module";
import { connect } from "node:net";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { createWebSocketStream, WebSocketServer } from "ws";
import { z } from "zod";

export type Relay = { port: number; stop(): Promise<void> };

const serverAddress = z.string().regex(/^[^:]+:\d+$/);

/** Listens on a free port of 127.0.0.1; the address of the server to reach is in the query (`?address=HOST:PORT`). */
export const startRelay = async (): Promise<Relay> => {
  const relay = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
  relay.on("connection", (socket, request) => {
    const { searchParams } = new URL(request.url ?? "", "ws://relay");
    const [host, port] = serverAddress.parse(searchParams.get("address")).split(":");
    const server = connect(Number(port), host);
    const client = createWebSocketStream(socket);
    // Either side's end ends the other, and an error is the end.
    server.on("error", () => client.destroy()).on("close", () => client.destroy());
    client.on("error", () => server.destroy()).on("close", () => server.destroy());
    server.pipe(client).pipe(server);
  });
  await new Promise<void>((resolve, reject) => {
    relay.once("listening", resolve).once("error", reject);
  });
  const address = relay.address();
  if (typeof address !== "object" || address === null) throw new Error("The relay has no port.");
  return {
    port: address.port,
    stop: () =>
      new Promise((resolve) => {
        for (const client of relay.clients) client.terminate();
        relay.close(() => resolve());
      }),
  };
};

/** The settings of Neon's driver that matter here (its CONFIG.md says what they mean). */
type NeonConfig = {
  wsProxy: (host: string, port: number | string) => string;
  useSecureWebSocket: boolean;
  pipelineTLS: boolean;
  pipelineConnect: "password" | false;
};

/** Lets `@vercel/postgres` reach its servers through the relay, without TLS, in this process. */
export const useRelay = async (port: number): Promise<void> => {
  // The copy that @vercel/postgres loads, which is not at the root of node_modules.
  const fromHere = createRequire(import.meta.url);
  const fromVercel = createRequire(fromHere.resolve("@vercel/postgres"));
  const folder = dirname(fromVercel.resolve("@neondatabase/serverless"));
  const module = pathToFileURL(join(folder, "index.mjs")).href;
  const { neonConfig } = (await import(/* @vite-ignore */ module)) as { neonConfig: NeonConfig };
  Object.assign(neonConfig, {
    wsProxy: (host, server) => `127.0.0.1:${port}/?address=${host}:${server}`,
    useSecureWebSocket: false,
    pipelineTLS: false,
    pipelineConnect: false,
  } satisfies NeonConfig);
};
