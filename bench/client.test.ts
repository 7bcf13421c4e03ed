import { describe, expect, it } from "vitest";
import { hear } from "./client";

const answered = (...reads: [at: number, text: string | Uint8Array][]) => ({
  begun: 100,
  ended: 200,
  status: 200,
  reads: reads.map(([at, text]) => ({ at, bytes: Buffer.from(text) })),
});

const textOf = (data: string): string => (data.startsWith("say ") ? data.slice(4) : "");

describe("hearing a stream", () => {
  it("takes the times of reads that bring text, not of those that bring none", () => {
    const heard = hear(
      answered(
        [110, "event: begun\ndata: hello\n\n"],
        [150, "id: 2\ndata: say one \n\n"],
        [155, ": keep-alive\n\n"],
        [170, "data: say two \n\ndata: say three\n\n"],
      ),
      textOf,
    );
    expect(heard).toEqual({
      text: "one two three",
      firstTextMs: 50,
      totalMs: 100,
      gapsMs: [20],
    });
  });

  it("puts frames and characters together that were split between two reads", () => {
    const bytes = Buffer.from("data: say grün\n\n");
    const half = bytes.indexOf(0xc3) + 1;
    const heard = hear(
      answered([120, bytes.subarray(0, half)], [130, bytes.subarray(half)]),
      textOf,
    );
    expect(heard.text).toBe("grün");
    expect(heard.firstTextMs).toBe(30);
  });

  it("refuses an answer that is an error, or without a word", () => {
    expect(() => hear({ ...answered([110, "no"]), status: 500 }, textOf)).toThrow("Answered 500");
    expect(() => hear(answered([110, "data: nothing\n\n"]), textOf)).toThrow("no text");
  });
});
