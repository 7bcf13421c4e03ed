import { describe, expect, test } from "vitest";
import { maskedText, quotation, spanOf, textOf, tokenise, trimSpan, wordsIn } from "./tokens";

describe("the words of a message", () => {
  test.each([
    ["Don't delete Zoë's café list!", ["dont", "delete", "zoes", "cafe", "list"]],
    ["did not finish #12 at 17:30", ["didnt", "finish", "#12", "at", "17:30"]],
    ["dleete the milk, remnid me", ["delete", "the", "milk", "remind", "me"]],
    ['rename it to "mark 2 done"', ["rename", "it", "to", "“”"]],
    ["see https://example.com/a,b?c=1.", ["see", "https://example.com/a,b?c=1"]],
    ["✅ the rent", ["done", "the", "rent"]],
    ["", []],
  ])("%s", (message, words) => {
    expect(wordsIn(tokenise(message))).toEqual(words);
  });
});

test("a span gives back the person's own spelling", () => {
  const span = tokenise("  Please: add  Crème brûlée, thanks ");
  expect(textOf(span)).toBe("Please: add  Crème brûlée, thanks");
  expect(textOf(spanOf(span, 3, 5))).toBe("Crème brûlée");
  expect(textOf(trimSpan(spanOf(span, 1)))).toBe("add  Crème brûlée, thanks");
});

test("a quotation is looked into by nobody who searches the text", () => {
  const span = tokenise("add “pay Friday” tomorrow");
  expect(maskedText(span)).toBe("add □□□□□□□□□□□□ tomorrow");
  expect(quotation(tokenise("“pay Friday”."))).toBe("pay Friday");
  expect(quotation(span)).toBeUndefined();
});
