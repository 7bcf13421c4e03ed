import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, it } from "vitest";
import { play } from "@/test/model-round";
import { KEY, rawServerUse } from "@/test/played-model";
import { chunk, sendFrames, startRawServer } from "@/test/raw-server";

const raw = rawServerUse();

it.each<[string, (response: ServerResponse) => void]>([
  ["is cut", (response) => response.socket?.destroy()],
  ["is reset", (response) => response.socket?.resetAndDestroy()],
])("goes by the status of an error whose body %s", async (_, end) => {
  const model = await raw.start((response) => {
    response.writeHead(401, { "content-type": "application/json", "content-length": 500 });
    response.write('{"error": {');
    setTimeout(() => end(response), 20);
  });
  expect((await play(model)).error).toMatchObject({ kind: "auth" });
  expect(raw.server.requests).toHaveLength(1);
});

it("reads an error's beginning, however long it goes on", async () => {
  const model = await raw.start(async (response) => {
    response.writeHead(400, { "content-type": "text/plain" });
    while (!response.destroyed) {
      response.write("x".repeat(65_536));
      await new Promise((resolve) => setImmediate(resolve));
    }
  });
  expect((await play(model)).error).toMatchObject({ kind: "bad_request" });
  await raw.server.requests[0]?.aborted;
});

it("unpacks what a gateway has compressed unasked", async () => {
  const packed = { "content-encoding": "gzip" };
  const frames = `data: ${JSON.stringify(chunk({ content: "Packed." }, "stop"))}\n\ndata: [DONE]\n\n`;
  const answering = await raw.start((response) => {
    response.writeHead(200, { "content-type": "text/event-stream", ...packed });
    response.end(gzipSync(frames));
  });
  expect(await play(answering)).toMatchObject({ text: "Packed.", error: undefined });
  await raw.server.stop();
  const refusing = await raw.start((response) => {
    response.writeHead(429, { "content-type": "application/json", ...packed });
    response.end(gzipSync(JSON.stringify({ error: { code: "insufficient_quota" } })));
  });
  expect((await play(refusing)).error).toMatchObject({ kind: "quota" });
});

it("does not wait for what a redirection that leads nowhere says", async () => {
  const model = await raw.start((response) => {
    response.writeHead(302, { "content-type": "text/plain" });
    response.write("Moved");
  });
  expect((await play(model)).error).toMatchObject({ kind: "bad_request" });
  await raw.server.requests[0]?.aborted;
  expect(raw.server.requests).toHaveLength(1);
});

it("sends the key to no other server", async () => {
  const other = await startRawServer((response) => {
    sendFrames(response, chunk({ content: "Moved." }, "stop"), "[DONE]");
    response.end();
  });
  const model = await raw.start((response) => {
    response.writeHead(307, { location: `${other.url}/chat/completions` }).end();
  });
  expect(await play(model)).toMatchObject({ text: "Moved." });
  expect(raw.server.requests[0]?.headers.authorization).toBe(`Bearer ${KEY}`);
  expect(other.requests[0]?.headers).not.toHaveProperty("authorization");
  await other.stop();
});

it("gives up on redirections in a circle, and asks no second time", async () => {
  const model = await raw.start((response) => {
    response.writeHead(307, { location: `${raw.server.url}/chat/completions` }).end();
  });
  expect((await play(model)).error).toMatchObject({
    message: expect.stringMatching(/OPENAI_BASE_URL/),
  });
  expect(raw.server.requests.length).toBeLessThan(10);
});
