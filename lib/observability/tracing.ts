/**
 * Traces over OTLP (HTTP, JSON), in the words of OpenTelemetry's GenAI conventions: a span for a turn, within it one
 * for each round with the model and each tool call. Next adds those of requests. Loaded by `lib/boot.ts` only where
 * `OTEL_EXPORTER_OTLP_ENDPOINT` is set; the SDK reads that and the other `OTEL_…` variables by itself.
 * No text of a person's is in a span.
 * https://opentelemetry.io/docs/specs/semconv/gen-ai/
 */
import {
  type Attributes,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
} from "@opentelemetry/api";
import { OTLPTraceExporter } from "@opentelemetry/exporter-trace-otlp-http";
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from "@opentelemetry/resources";
import {
  BatchSpanProcessor,
  NodeTracerProvider,
  type SpanProcessor,
} from "@opentelemetry/sdk-trace-node";
import type { Observer, Work } from "@/lib/observe";
import { version } from "@/package.json";

/** A host that stops the process gives it seconds: what is done by then is sent by then. */
const SEND_EVERY_MS = 1000;

const nameOf = (work: Exclude<Work, { kind: "http" }>): string => {
  if (work.kind === "turn") return "invoke_agent errand";
  if (work.kind === "model") return `chat ${work.facts.model}`;
  return `execute_tool ${work.facts.tool}`;
};

/** What is known by now; what is not known yet is left out by the SDK. */
const attributesOf = (work: Exclude<Work, { kind: "http" }>): Attributes => {
  if (work.kind === "turn") {
    const { turn_id, conversation_id, model, status, first_token_ms } = work.facts;
    return {
      "gen_ai.operation.name": "invoke_agent",
      "gen_ai.agent.name": "errand",
      "gen_ai.conversation.id": conversation_id,
      "gen_ai.request.model": model,
      "errand.turn.id": turn_id,
      "errand.turn.status": status,
      "errand.turn.first_token_ms": first_token_ms,
    };
  }
  if (work.kind === "model") {
    const { facts } = work;
    return {
      "gen_ai.operation.name": "chat",
      "gen_ai.provider.name": facts.provider,
      "gen_ai.request.model": facts.model,
      "gen_ai.response.finish_reasons":
        facts.finish_reason === undefined ? undefined : [facts.finish_reason],
      "gen_ai.usage.input_tokens": facts.prompt_tokens,
      "gen_ai.usage.cache_read.input_tokens": facts.cached_tokens,
      "gen_ai.usage.output_tokens": facts.completion_tokens,
      "errand.model.outcome": facts.outcome,
    };
  }
  return {
    "gen_ai.operation.name": "execute_tool",
    "gen_ai.tool.name": work.facts.tool,
    "gen_ai.tool.type": "function",
    "errand.tool.status": work.facts.status,
  };
};

/** The kind of failure, in a word; undefined for what went well or was meant to end so. */
const failureOf = (work: Work, error: unknown): string | undefined => {
  if (work.kind === "model") {
    const { outcome } = work.facts;
    return outcome === "completed" || outcome === "aborted" ? undefined : outcome;
  }
  if (work.kind === "turn" && (work.facts.status === "failed" || work.facts.status === "lost")) {
    return work.facts.status;
  }
  return error instanceof Error ? error.name : undefined;
};

const idsOf = (span: Span): Record<string, string> => {
  const { traceId, spanId } = span.spanContext();
  return { trace_id: traceId, span_id: spanId };
};

/** Next notes whole addresses, but in a query there may be what somebody searches for, or an invitation. */
const WITH_QUERY = ["http.target", "http.url"];

const dropQueries: SpanProcessor = {
  onStart: (span) => {
    for (const name of WITH_QUERY) {
      const address = span.attributes[name];
      if (typeof address === "string") span.setAttribute(name, address.replace(/\?.*$/s, ""));
    }
  },
  onEnd: () => undefined,
  forceFlush: () => Promise.resolve(),
  shutdown: () => Promise.resolve(),
};

/** Sends spans from now on. `flush` sends what is done and not sent yet. */
export const startTracing = (): { observer: Observer; flush: () => Promise<void> } => {
  const own = resourceFromAttributes({ "service.name": "errand", "service.version": version });
  const provider = new NodeTracerProvider({
    resource: defaultResource()
      .merge(own)
      .merge(detectResources({ detectors: [envDetector] })),
    spanProcessors: [
      dropQueries,
      new BatchSpanProcessor(new OTLPTraceExporter(), { scheduledDelayMillis: SEND_EVERY_MS }),
    ],
  });
  provider.register();
  const tracer = provider.getTracer("errand", version);

  const observer: Observer = (work) => {
    if (work.kind === "http") {
      // Next has a span for it.
      const span = trace.getActiveSpan();
      return { ...(span && { ids: idsOf(span) }), end: () => undefined };
    }
    const kind = work.kind === "model" ? SpanKind.CLIENT : SpanKind.INTERNAL;
    const span = tracer.startSpan(nameOf(work), { kind, attributes: attributesOf(work) });
    return {
      ids: idsOf(span),
      within: (run) => context.with(trace.setSpan(context.active(), span), run),
      end: (_ms, error) => {
        span.setAttributes(attributesOf(work));
        const failure = failureOf(work, error);
        if (failure !== undefined) {
          span.setAttribute("error.type", failure);
          span.setStatus({ code: SpanStatusCode.ERROR });
        }
        span.end();
      },
    };
  };
  return { observer, flush: () => provider.forceFlush() };
};
