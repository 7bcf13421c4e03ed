import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { receive } from "./backup-command";

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "errand-backup-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The answer of a server that answers once. */
const answered = (answer: (response: ServerResponse) => void): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const server = createServer((_request, response) => answer(response));
    server.listen(0, "127.0.0.1", () => {
      const { port } = server.address() as AddressInfo;
      const asked = request({ port, host: "127.0.0.1", method: "POST" }, (response) => {
        server.close();
        resolve(response);
      });
      asked.once("error", reject);
      asked.end();
    });
  });

const reading = () => ({
  file: join(folder, "backup"),
  signal: new AbortController().signal,
  onProgress: () => undefined,
});

it("writes every byte that the server sends", async () => {
  const sent = Buffer.alloc(300_000, "errand ");
  const response = await answered((response) =>
    response.writeHead(200, { "Content-Length": sent.length }).end(sent),
  );
  await receive(response, reading());
  expect(readFileSync(join(folder, "backup")).equals(sent)).toBe(true);
});

it("leaves nothing when the server breaks off", async () => {
  const response = await answered((response) => {
    response.writeHead(200, { "Content-Length": 1000 });
    response.write("half", () => response.destroy());
  });
  await expect(receive(response, reading())).rejects.toThrow();
  expect(existsSync(join(folder, "backup"))).toBe(false);
});
