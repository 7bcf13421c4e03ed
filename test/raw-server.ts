/**
 * A model server that answers byte for byte as a test says, for what no well-behaved server sends. Loopback only.
 */
import { once } from "node:events";
import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

export type RawRequest = {
  headers: IncomingHttpHeaders;
  body: string;
  /** Resolves when the client has closed the connection before the answer was complete. */
  aborted: Promise<void>;
};

export type RawServer = {
  /** Ends in `/v1`. */
  readonly url: string;
  readonly requests: RawRequest[];
  /** How many connections clients have opened. */
  readonly connections: number;
  stop(): Promise<void>;
};

/** Answers the request with the number `index`, from 0. */
export type RawHandler = (response: ServerResponse, index: number) => void | Promise<void>;

export const startRawServer = async (handler: RawHandler): Promise<RawServer> => {
  const requests: RawRequest[] = [];
  let connections = 0;
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const aborted = once(response, "close").then(() =>
        response.writableFinished ? new Promise<void>(() => undefined) : undefined,
      );
      const body = Buffer.concat(parts).toString("utf8");
      requests.push({ headers: request.headers, body, aborted });
      void handler(response, requests.length - 1);
    });
  });
  server.on("connection", () => {
    connections += 1;
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    requests,
    get connections() {
      return connections;
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

/** Begins an event stream and sends `frames`, each as one `data` field; strings as they are, else as JSON. */
export const sendFrames = (response: ServerResponse, ...frames: unknown[]): void => {
  if (!response.headersSent) response.writeHead(200, { "content-type": "text/event-stream" });
  for (const frame of frames) {
    response.write(`data: ${typeof frame === "string" ? frame : JSON.stringify(frame)}\n\n`);
  }
};

/** A chunk with one choice. */
export const chunk = (delta: Record<string, unknown>, finishReason: string | null = null) => ({
  choices: [{ index: 0, delta, finish_reason: finishReason }],
});
