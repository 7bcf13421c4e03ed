import { describe, expect, it } from "vitest";
import { userMessage } from "@/lib/conversations/schema";
import { LIMIT, lengthNearLimit } from "./message-limit";

describe("lengthNearLimit", () => {
  it.each([
    ["", null],
    ["x".repeat(8_999), null],
    ["x".repeat(9_000), 9_000],
    ["🥚".repeat(4_500), null],
    ["🥚".repeat(10_000), 10_000],
    [`${" ".repeat(9_000)}x`, null],
  ])("counts as people do (case %#)", (text, length) => {
    expect(lengthNearLimit(text)).toBe(length);
  });

  it("agrees with the schema about what is too long", () => {
    expect(userMessage.safeParse("🥚".repeat(LIMIT)).success).toBe(true);
    expect(userMessage.safeParse("🥚".repeat(LIMIT + 1)).success).toBe(false);
  });
});
