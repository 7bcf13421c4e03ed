import { describe, expect, it } from "vitest";
import { priceOf } from "./pricing";

const USAGE = { promptTokens: 3_000_000, cachedTokens: 1_000_000, completionTokens: 1_000_000 };

describe("priceOf", () => {
  it("charges cached tokens, which are among the prompt's, at their own price", () => {
    expect(priceOf("gpt-4o-mini", USAGE)).toBeCloseTo(2 * 0.15 + 0.075 + 0.6, 10);
    expect(priceOf("gpt-4.1", USAGE)).toBeCloseTo(2 * 2 + 0.5 + 8, 10);
  });

  it("takes a snapshot by its exact name", () => {
    expect(priceOf("gpt-4o-2024-11-20", USAGE)).toBe(priceOf("gpt-4o", USAGE));
    expect(priceOf("gpt-4o-2024-05-13", USAGE)).toBeNull();
  });

  it("knows no price of another model or another server", () => {
    expect(priceOf("llama-3.3-70b", USAGE)).toBeNull();
    expect(priceOf("gpt-4o-mini", USAGE, "http://127.0.0.1:11434/v1")).toBeNull();
    expect(priceOf("gpt-4o-mini", USAGE, "https://api.openai.com/v1")).toBe(
      priceOf("gpt-4o-mini", USAGE),
    );
  });
});
