import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next";

describe("safeNext", () => {
  it.each([
    ["/", "/"],
    ["/settings", "/settings"],
    ["/c/0199?q=milk#end", "/c/0199?q=milk#end"],
    ["/c/a?to=https://example.com", "/c/a?to=https://example.com"],
  ])("follows the path %j", (next, expected) => {
    expect(safeNext(next)).toBe(expected);
  });

  it.each([
    undefined,
    "",
    "settings",
    "https://evil.example/",
    "//evil.example",
    "/\\evil.example",
    "\\/evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/\t\\evil.example",
    " //evil.example",
    "/.//evil.example",
    "/%2e//evil.example",
    "/..//evil.example",
    "javascript:alert(1)",
    ["/settings", "//evil.example"],
    "/signin",
    "/signup?next=/signin",
  ])("stays here for %j", (next) => {
    expect(safeNext(next)).toBe("/");
  });

  it.each(["/.//evil.example", "/a/..//evil.example"])(
    "gives a path that a browser keeps on this site for %j",
    (next) => {
      expect(new URL(safeNext(next), "http://localhost:3000").origin).toBe("http://localhost:3000");
    },
  );
});
