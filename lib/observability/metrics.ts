/**
 * Metrics in OpenMetrics' form: an observer that counts and times what is done, and gauges that are read when somebody
 * asks. One registry for each process. Labels are few and bounded: names that the code or the environment gives, never
 * a person, an id or a text. Registered by `lib/boot.ts`, served at `/api/metrics`.
 */
import {
  collectDefaultMetrics,
  Counter,
  Gauge,
  Histogram,
  openMetricsContentType,
  type OpenMetricsContentType,
  Registry,
} from "prom-client";
import { getConnection, ping } from "@/db/client";
import { liveTurns } from "@/lib/agent/live-turn";
import { listenerCount } from "@/lib/events/listen";
import type { Facts, Observer } from "@/lib/observe";
import { version } from "@/package.json";

/** Seconds. A page of tasks takes milliseconds, a model's answer up to minutes. */
const FAST = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];
const SLOW = [0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20, 30, 60, 120, 180];

const make = () => {
  const register = new Registry<OpenMetricsContentType>();
  register.setContentType(openMetricsContentType);
  const registers = [register];
  collectDefaultMetrics({ register });

  const counter = <Label extends string>(name: string, help: string, labelNames: Label[]) =>
    new Counter({ name, help, labelNames, registers });
  const histogram = <Label extends string>(
    name: string,
    help: string,
    labelNames: Label[],
    buckets: number[],
  ) => new Histogram({ name, help, labelNames, buckets, registers });
  const gauge = (name: string, help: string, read: () => number) =>
    new Gauge({
      name,
      help,
      registers,
      collect() {
        this.set(read());
      },
    });

  new Gauge({ name: "errand_info", help: "Always 1.", labelNames: ["version"], registers })
    .labels({ version })
    .set(1);
  gauge("errand_turns_running", "Turns that run in this process.", () => liveTurns().size);
  gauge("errand_event_listeners", "Open streams of people's events.", listenerCount);
  new Gauge({
    name: "errand_database_up",
    help: "1 when the database answered while this was read.",
    registers,
    async collect() {
      const begun = performance.now();
      try {
        await ping((await getConnection()).db);
        this.set(1);
        pings.observe((performance.now() - begun) / 1000);
      } catch {
        // That is what it says; /api/health and the log say more.
        this.set(0);
      }
    },
  });
  const pings = histogram(
    "errand_database_ping_seconds",
    "One round trip to the database, measured whenever this is read.",
    [],
    FAST,
  );

  const model = ["model"] as const;
  return {
    register,
    http: histogram(
      "errand_http_request_seconds",
      "From a request's arrival to its answer; to the beginning of a stream.",
      ["method", "route", "status"],
      FAST,
    ),
    turns: counter("errand_turns_total", "Turns by how they ended.", ["status", ...model]),
    turnSeconds: histogram(
      "errand_turn_seconds",
      "From a turn's beginning to its end.",
      ["status"],
      SLOW,
    ),
    firstTokenSeconds: histogram(
      "errand_turn_first_token_seconds",
      "From a turn's beginning to its first word.",
      [...model],
      SLOW,
    ),
    modelCalls: counter("errand_model_calls_total", "Rounds with the model by outcome.", [
      "outcome",
      ...model,
    ]),
    modelSeconds: histogram(
      "errand_model_call_seconds",
      "One round with the model.",
      [...model],
      SLOW,
    ),
    tokens: counter("errand_model_tokens_total", "Tokens; cached ones are prompt tokens too.", [
      "kind",
      ...model,
    ]),
    toolCalls: counter("errand_tool_calls_total", "Tool calls by how they ended.", [
      "tool",
      "status",
    ]),
    errors: counter("errand_errors_total", "What failed on our side, by where it did.", ["kind"]),
  };
};

type Metrics = ReturnType<typeof make>;

// Routes and `instrumentation.ts` get different copies of this module.
const globals = globalThis as typeof globalThis & { errandMetrics?: Metrics };
const metrics = (): Metrics => (globals.errandMetrics ??= make());

/** Everything that is known now, and the media type to send it with. */
export const readMetrics = async (): Promise<{ body: string; contentType: string }> => {
  const { register } = metrics();
  return { body: await register.metrics(), contentType: register.contentType };
};

const ended = {
  http: ({ method, route, status = 500 }: Facts["http"], seconds: number) => {
    metrics().http.observe({ method, route, status }, seconds);
    if (status >= 500) metrics().errors.inc({ kind: "http" });
  },
  turn: ({ status = "lost", model, first_token_ms }: Facts["turn"], seconds: number) => {
    metrics().turns.inc({ status, model });
    metrics().turnSeconds.observe({ status }, seconds);
    if (first_token_ms !== undefined) {
      metrics().firstTokenSeconds.observe({ model }, first_token_ms / 1000);
    }
    if (status === "failed" || status === "lost") metrics().errors.inc({ kind: "turn" });
  },
  model: (facts: Facts["model"], seconds: number) => {
    const { model, outcome = "error" } = facts;
    metrics().modelCalls.inc({ outcome, model });
    metrics().modelSeconds.observe({ model }, seconds);
    for (const [kind, count] of [
      ["prompt", facts.prompt_tokens],
      ["cached", facts.cached_tokens],
      ["completion", facts.completion_tokens],
    ] as const) {
      if (count !== undefined) metrics().tokens.inc({ kind, model }, count);
    }
    if (outcome !== "completed" && outcome !== "aborted") metrics().errors.inc({ kind: "model" });
  },
  tool: ({ tool, status = "error" }: Facts["tool"]) => {
    metrics().toolCalls.inc({ tool, status });
    if (status === "error") metrics().errors.inc({ kind: "tool" });
  },
};

/** Counts and times every piece of work when it ends. */
export const metricsObserver: Observer = (work) => ({
  end: (ms) => {
    const seconds = ms / 1000;
    if (work.kind === "http") ended.http(work.facts, seconds);
    else if (work.kind === "turn") ended.turn(work.facts, seconds);
    else if (work.kind === "model") ended.model(work.facts, seconds);
    else ended.tool(work.facts);
  },
});
