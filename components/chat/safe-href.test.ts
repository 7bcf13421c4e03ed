import { describe, expect, it } from "vitest";
import { safeHref } from "./safe-href";

describe("safeHref", () => {
  it.each(["https://example.com/a?b#c", "HTTP://example.com", "mailto:ada@example.com"])(
    "lets %s through",
    (href) => {
      expect(safeHref(href)).toBe(href);
    },
  );

  it.each([
    "javascript:alert(1)",
    " JavaScript:alert(1)",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:x",
    "file:///etc/passwd",
    "blob:https://example.com/x",
    "/settings",
    "//example.com",
    "#fn-1",
    "",
  ])("refuses %j", (href) => {
    expect(safeHref(href)).toBeNull();
  });
});
