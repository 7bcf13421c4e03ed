import { describe, expect, it } from "vitest";
import { looksLikeMarkdown } from "./looks-like-markdown";

describe("looksLikeMarkdown", () => {
  it.each([
    "Added “Buy milk” as task 4.",
    "Task #4 is done: 2 left (one for today).",
    "First paragraph.\n\nSecond - with a dash, and 1. not at the beginning of a line.",
    "3 < 4 and 5 > 4",
    "",
  ])("finds none in plain words: %j", (text) => {
    expect(looksLikeMarkdown(text)).toBe(false);
  });

  it.each([
    "**bold**",
    "_soft_",
    "`code`",
    "~~gone~~",
    "[here](https://example.com)",
    "https://example.com",
    "Write to ada@example.com",
    "# Heading",
    "> quoted",
    "- one\n- two",
    "1. one\n2. two",
    "| a | b |\n|---|---|",
    "a | b\n--|--",
    "Title\n---",
    "    code",
    "a &amp; b",
    "\\# not a heading",
  ])("finds it in %j", (text) => {
    expect(looksLikeMarkdown(text)).toBe(true);
  });
});
