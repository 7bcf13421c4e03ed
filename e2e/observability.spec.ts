/** What a host sees of a running app: metrics for this machine, traces where they are asked for, logs that fit them. */
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { z } from "zod";
import { startApp } from "./app";
import { expect, test } from "./fixtures";
import { newPerson, signUpByApi } from "./people";

const span = z.object({ name: z.string(), traceId: z.string(), spanId: z.string() });
const sent = z.object({
  resourceSpans: z.array(z.object({ scopeSpans: z.array(z.object({ spans: z.array(span) })) })),
});
const line = z.looseObject({
  msg: z.string(),
  turn_id: z.string().optional(),
  request_id: z.string().optional(),
  trace_id: z.string().optional(),
  span_id: z.string().optional(),
});

/** A receiver of traces on the loopback address. */
const startReceiver = async () => {
  const spans: z.infer<typeof span>[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      const { resourceSpans } = sent.parse(JSON.parse(Buffer.concat(parts).toString()));
      spans.push(...resourceSpans.flatMap((one) => one.scopeSpans).flatMap((one) => one.spans));
      response.end("{}");
    });
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const stop = () => {
    server.close();
    server.closeAllConnections();
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, spans, stop };
};

test("a turn is counted, traced and logged under the same ids", async ({ playwright }) => {
  const receiver = await startReceiver();
  const app = await startApp({ OTEL_EXPORTER_OTLP_ENDPOINT: receiver.url });
  const request = await playwright.request.newContext({ baseURL: app.url });
  const headers = { Authorization: `Bearer ${await signUpByApi(request, newPerson())}` };
  const said = await request.post("/api/chat", { headers, data: { message: "add milk" } });
  const { turn_id: turnId } = (await said.json()) as { turn_id: string };

  const metrics = await request.get("/api/metrics");
  expect(metrics.headers()["content-type"]).toMatch(/^application\/openmetrics-text/);
  const text = await metrics.text();
  expect(text).toContain('errand_turns_total{status="completed",model="offline"} 1');
  expect(text).toContain('errand_tool_calls_total{tool="add_task",status="completed"} 1');
  expect(text).toMatch(/errand_http_request_seconds_count\{[^}]*route="\/api\/chat"[^}]*\} 1/);
  const forwarded = { "X-Forwarded-For": "127.0.0.1" };
  expect((await request.get("/api/metrics", { headers: forwarded })).status()).toBe(404);

  const named = (name: string) => receiver.spans.find((one) => one.name === name);
  await expect.poll(() => named("execute_tool add_task")?.traceId).toBeDefined();
  await expect.poll(() => named("invoke_agent errand")?.traceId).toBeDefined();
  const turn = named("invoke_agent errand");
  expect(named("chat offline")?.traceId).toBe(turn?.traceId);
  const lines = app
    .output()
    .split("\n")
    .filter((one) => one.startsWith("{"))
    .map((one) => line.parse(JSON.parse(one)));
  expect(lines.find((one) => one.msg === "turn")).toMatchObject({
    turn_id: turnId,
    request_id: said.headers()["x-request-id"],
    trace_id: turn?.traceId,
    span_id: turn?.spanId,
  });
  await request.dispose();
  await app.dispose();
  receiver.stop();
});

test("with a token, metrics are for who brings it", async ({ playwright }) => {
  const token = "a-token-for-the-scraper";
  const app = await startApp({ METRICS_TOKEN: token });
  const request = await playwright.request.newContext({ baseURL: app.url });
  const status = async (headers: Record<string, string>) =>
    (await request.get("/api/metrics", { headers })).status();
  expect(await status({})).toBe(401);
  expect(await status({ Authorization: "Bearer another" })).toBe(401);
  expect(await status({ Authorization: `Bearer ${token}` })).toBe(200);
  await request.dispose();
  await app.dispose();
});
