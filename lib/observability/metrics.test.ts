import { afterEach, beforeEach, expect, it } from "vitest";
import * as task from "@/app/api/tasks/[id]/route";
import { startTurn } from "@/lib/agent/turn";
import { addObserver, type Observer } from "@/lib/observe";
import { ModelError } from "@/lib/model/model";
import { observedModel } from "@/lib/model/observed";
import { offlineModel } from "@/lib/model/offline/offline";
import { readCall, runTool } from "@/lib/tools/run-tool";
import { play } from "@/test/model-round";
import { makeUser, onEmbeddedDatabase } from "@/test/database";
import { fetchFrom, routesUse } from "@/test/routes";
import { ScriptedModel } from "@/test/scripted-model";
import { metricsObserver, readMetrics } from "./metrics";

const globals = globalThis as typeof globalThis & {
  errandObservers?: Observer[];
  errandMetrics?: unknown;
};

beforeEach(() => {
  globals.errandObservers = [];
  delete globals.errandMetrics;
  addObserver(metricsObserver);
});

afterEach(() => {
  delete globals.errandObservers;
});

/** The sample's value; undefined where there is none with just these labels. */
const value = async (name: string, labels: Record<string, string> = {}) => {
  const { body } = await readMetrics();
  const written = Object.entries(labels).map(([label, is]) => `${label}="${is}"`);
  const line = body
    .split("\n")
    .find(
      (one) =>
        (one.startsWith(`${name}{`) || one.startsWith(`${name} `)) &&
        written.every((label) => one.includes(label)),
    );
  return line === undefined ? undefined : Number(line.split(" ").at(-1));
};

onEmbeddedDatabase("metrics", (database) => {
  routesUse(database);

  it("count a turn, its rounds, tokens and tool calls, and name nobody", async () => {
    const ctx = await makeUser(database());
    const { done } = await startTurn(
      ctx,
      {
        message: "add secret milk",
        conversationId: null,
        timeZone: undefined,
        idempotencyKey: null,
        requestId: "r",
      },
      { model: offlineModel, standIn: null },
    );
    await done;
    expect(await value("errand_turns_total", { status: "completed", model: "offline" })).toBe(1);
    expect(await value("errand_tool_calls_total", { tool: "add_task", status: "completed" })).toBe(
      1,
    );
    const rounds = await value("errand_model_calls_total", { outcome: "completed" });
    expect(rounds).toBeGreaterThan(0);
    expect(await value("errand_model_call_seconds_count", { model: "offline" })).toBe(rounds);
    expect(await value("errand_turn_seconds_count", { status: "completed" })).toBe(1);
    expect(await value("errand_turn_first_token_seconds_count")).toBe(1);
    expect(await value("errand_turns_running")).toBe(0);
    expect(await value("errand_database_up")).toBe(1);
    expect(await value("process_resident_memory_bytes")).toBeGreaterThan(0);
    const { body, contentType } = await readMetrics();
    expect(contentType).toMatch(/^application\/openmetrics-text/);
    expect(body.endsWith("# EOF\n")).toBe(true);
    for (const secret of [ctx.userId, "secret", "@"]) expect(body).not.toContain(secret);
  });

  it("have the route's pattern and known tools for labels, whatever is sent", async () => {
    const ctx = await makeUser(database());
    await fetchFrom(task, { id: "77" })("/api/tasks/77");
    const unseen = { method: "GET", route: "/api/tasks/{id}", status: "401" };
    expect(await value("errand_http_request_seconds_count", unseen)).toBe(1);
    for (const name of ["make_up_one", "make_up_another"]) await runTool(ctx, readCall(name, "{}"));
    expect(await value("errand_tool_calls_total", { tool: "unknown", status: "failed" })).toBe(2);
    expect((await readMetrics()).body).not.toContain("make_up");
  });

  it("tell a round that failed from one that was stopped, and count tokens", async () => {
    const model = observedModel(
      new ScriptedModel({ text: "Hello" }, () => {
        throw new ModelError("quota", "No credit.");
      }),
    );
    await play(model);
    await play(model);
    const stopped = new ScriptedModel(async function* (_request, signal) {
      yield { type: "text", text: "Let me" };
      signal.throwIfAborted();
    });
    await play(observedModel(stopped), { signal: AbortSignal.abort() });
    const count = (outcome: string) => value("errand_model_calls_total", { outcome });
    expect([await count("completed"), await count("quota"), await count("aborted")]).toEqual([
      1, 1, 1,
    ]);
    expect(await value("errand_model_tokens_total", { kind: "prompt" })).toBe(10);
    expect(await value("errand_model_tokens_total", { kind: "completion" })).toBe(5);
    expect(await value("errand_errors_total", { kind: "model" })).toBe(1);
  });
});
