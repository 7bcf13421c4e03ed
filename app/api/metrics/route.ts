/** For a Prometheus that scrapes: no operation of the API, and nothing that a person's client needs. */
import { env } from "@/lib/env";
import { admitScraper } from "@/lib/http/metrics-door";
import { answerAnyone } from "@/lib/http/route";
import { readMetrics } from "@/lib/observability/metrics";

export const GET = answerAnyone(async ({ request }) => {
  admitScraper(request, env());
  const { body, contentType } = await readMetrics();
  return new Response(body, {
    headers: { "Content-Type": contentType, "Cache-Control": "no-store" },
  });
});
