/**
 * What a model's answer costs, from public list prices. Called where usage is shown.
 *
 * US dollars for a million tokens, standard tier. Source: https://developers.openai.com/api/docs/pricing, as kept in
 * LiteLLM's `model_prices_and_context_window.json` (commit 00035b6), looked up on 2026-11-20. Models whose prices we
 * could not confirm are not listed: no figure is better than a wrong one.
 */
import type { Usage } from "./model";

type Price = { input: number; cached: number; output: number };

const GPT_4O: Price = { input: 2.5, cached: 1.25, output: 10 };
const GPT_4O_MINI: Price = { input: 0.15, cached: 0.075, output: 0.6 };
const GPT_41: Price = { input: 2, cached: 0.5, output: 8 };
const GPT_41_MINI: Price = { input: 0.4, cached: 0.1, output: 1.6 };
const GPT_41_NANO: Price = { input: 0.1, cached: 0.025, output: 0.4 };

/** By exact name: a snapshot may cost otherwise than its family (gpt-4o-2024-05-13 does). */
const PRICES = new Map<string, Price>([
  ["gpt-4o", GPT_4O],
  ["gpt-4o-2024-08-06", GPT_4O],
  ["gpt-4o-2024-11-20", GPT_4O],
  ["gpt-4o-mini", GPT_4O_MINI],
  ["gpt-4o-mini-2024-07-18", GPT_4O_MINI],
  ["gpt-4.1", GPT_41],
  ["gpt-4.1-2025-04-14", GPT_41],
  ["gpt-4.1-mini", GPT_41_MINI],
  ["gpt-4.1-mini-2025-04-14", GPT_41_MINI],
  ["gpt-4.1-nano", GPT_41_NANO],
  ["gpt-4.1-nano-2025-04-14", GPT_41_NANO],
]);

const isOpenAI = (baseURL: string): boolean => new URL(baseURL).hostname === "api.openai.com";

/**
 * The price of `usage` in US dollars; null for a model that is not listed and for any server but OpenAI's own.
 * `baseURL` is the configured address, undefined where none is set.
 */
export const priceOf = (model: string, usage: Usage, baseURL?: string): number | null => {
  const price = PRICES.get(model);
  if (!price || (baseURL !== undefined && !isOpenAI(baseURL))) return null;
  // Cached tokens are among the prompt's.
  const fresh = usage.promptTokens - usage.cachedTokens;
  const millionths =
    fresh * price.input + usage.cachedTokens * price.cached + usage.completionTokens * price.output;
  return millionths / 1_000_000;
};
