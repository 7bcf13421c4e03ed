import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { trace } from "@opentelemetry/api";
import { afterAll, beforeAll, expect, it, vi } from "vitest";
import { z } from "zod";
import { startTurn } from "@/lib/agent/turn";
import { ModelError } from "@/lib/model/model";
import { addObserver, logFields, observe, type Observer } from "@/lib/observe";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { finish, ScriptedModel } from "@/test/scripted-model";
import { startTracing } from "./tracing";

const attribute = z.object({
  key: z.string(),
  value: z.record(z.string(), z.unknown()).transform((value) => Object.values(value)[0]),
});
const span = z.object({
  traceId: z.string(),
  spanId: z.string(),
  parentSpanId: z.string().optional(),
  name: z.string(),
  status: z.object({ code: z.number().optional() }),
  attributes: z
    .array(attribute)
    .transform((all) => Object.fromEntries(all.map(({ key, value }) => [key, value]))),
});
const sent = z.object({
  resourceSpans: z.array(
    z.object({
      resource: z.object({ attributes: z.array(attribute) }),
      scopeSpans: z.array(z.object({ spans: z.array(span) })),
    }),
  ),
});

const bodies: string[] = [];
let everything = "";
const server = createServer((request, response) => {
  const parts: Buffer[] = [];
  request.on("data", (part: Buffer) => parts.push(part));
  request.on("end", () => {
    if (request.url === "/v1/traces") {
      bodies.push(Buffer.concat(parts).toString());
      everything += bodies.at(-1);
    }
    response.end("{}");
  });
});

const globals = globalThis as typeof globalThis & { errandObservers?: Observer[] };
let flush = () => Promise.resolve();

beforeAll(async () => {
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  vi.stubEnv("OTEL_EXPORTER_OTLP_ENDPOINT", `http://127.0.0.1:${port}`);
  const tracing = startTracing();
  flush = tracing.flush;
  addObserver(tracing.observer);
});

afterAll(() => {
  delete globals.errandObservers;
  vi.unstubAllEnvs();
  server.close();
  server.closeAllConnections();
});

/** What a receiver has of what was done since the last time. */
const received = async () => {
  await flush();
  return bodies
    .splice(0)
    .flatMap((body) => sent.parse(JSON.parse(body)).resourceSpans)
    .flatMap(({ scopeSpans }) => scopeSpans)
    .flatMap(({ spans }) => spans);
};

onEmbeddedDatabase("traces", (database) => {
  const say = async (model: ScriptedModel) => {
    const ctx = await makeUser(database());
    const { turn, done } = await startTurn(
      ctx,
      {
        message: "add the secret milk",
        conversationId: null,
        timeZone: undefined,
        idempotencyKey: null,
        requestId: "the-request",
      },
      { model, standIn: null },
    );
    await done;
    return { ctx, turn };
  };

  it("name no tool that a model made up", async () => {
    await say(
      new ScriptedModel(
        { calls: [{ name: "buy_secret_milk", arguments: {} }] },
        { text: "That is no tool." },
      ),
    );
    const names = (await received()).map(({ name }) => name);
    expect(names).toContain("execute_tool unknown");
    expect(everything).not.toContain("secret_milk");
  });

  it("show a turn with its rounds and tool calls, in the ids that log lines carry", async () => {
    const lines: Readonly<Record<string, string>>[] = [];
    const { ctx, turn } = await say(
      new ScriptedModel(
        { calls: [{ name: "add_task", arguments: { title: "Secret milk" } }] },
        async function* () {
          lines.push(logFields());
          yield { type: "text", text: "Added." };
          yield finish();
        },
      ),
    );
    const spans = await received();
    const [root] = spans.filter(({ name }) => name === "invoke_agent errand");
    expect(root?.attributes).toMatchObject({
      "gen_ai.conversation.id": turn.conversationId,
      "errand.turn.id": turn.id,
      "errand.turn.status": "completed",
    });
    const rounds = spans.filter(({ name }) => name === "chat scripted");
    expect(rounds.map(({ attributes }) => attributes)).toMatchObject([
      { "gen_ai.operation.name": "chat", "gen_ai.usage.input_tokens": 10 },
      { "gen_ai.usage.output_tokens": 5, "errand.model.outcome": "completed" },
    ]);
    const [tool] = spans.filter(({ name }) => name === "execute_tool add_task");
    expect(tool?.attributes).toMatchObject({ "errand.tool.status": "completed" });
    for (const part of [...rounds, tool]) {
      expect([part?.traceId, part?.parentSpanId]).toEqual([root?.traceId, root?.spanId]);
    }
    expect(lines).toEqual([
      {
        trace_id: root?.traceId,
        span_id: root?.spanId,
        turn_id: turn.id,
        request_id: "the-request",
      },
    ]);
    for (const secret of ["ecret milk", ctx.userId]) {
      expect(everything).not.toContain(secret);
    }
  });

  it("show what failed, and why in a word", async () => {
    await say(
      new ScriptedModel(() => {
        throw new ModelError("quota", "No credit.");
      }),
    );
    const failed = (await received()).map(({ name, status, attributes }) => [
      name,
      status.code,
      attributes["error.type"],
    ]);
    expect(failed.sort()).toEqual([
      ["chat scripted", 2, "quota"],
      ["invoke_agent errand", 2, "failed"],
    ]);
  });

  it("hold no query of an address, where somebody's words may be", async () => {
    const address = { "http.target": "/api/conversations?q=ecret milk" };
    trace.getTracer("next").startSpan("GET", { attributes: address }).end();
    const [request] = await received();
    expect(request?.attributes).toEqual({ "http.target": "/api/conversations" });
    expect(everything).not.toContain("ecret milk");
  });

  it("go on within a request, and leave requests to Next", async () => {
    await observe(
      "http",
      { method: "GET", route: "/api/tasks" },
      async (facts) => {
        facts.status = 200;
        expect(logFields()).toEqual({ request_id: "r" });
      },
      { request_id: "r" },
    );
    expect(await received()).toEqual([]);
  });
});
