import { expect, it } from "vitest";
import type { Database } from "@/db/client";
import { numbered, type TurnFrame } from "@/lib/conversations/turn-events";
import { never } from "@/test/follow";
import { LiveTurn } from "./live-turn";

/** A turn that has told its beginning; it never comes to store anything. */
const begun = (...words: string[]): LiveTurn => {
  const told = numbered(
    words.map((text) => ({ type: "text.delta", text })),
    1,
  );
  return new LiveTurn("turn", 1, {} as Database, 1, told);
};

const next = (text: string, number: number): TurnFrame[] =>
  numbered([{ type: "text.delta", text }], number);

it("rejects with what a listener throws, at once or later, and tells it no more", async () => {
  const broken = new Error("the listener broke");
  const live = begun("One");
  let told = 0;
  const throwing = () => {
    told += 1;
    throw broken;
  };
  await expect(live.tellAfter(0, throwing, never)).rejects.toBe(broken);
  await expect(live.tellAfter(0, () => Promise.reject(broken), never)).rejects.toBe(broken);
  live.saved(next("Two", 2));
  expect(told).toBe(1);
});

it("waits for a listener that is behind, and then tells all that came, in order", async () => {
  const live = begun("One");
  const heard: number[][] = [];
  let goOn = () => undefined as void;
  const listening = live.tellAfter(
    0,
    (frames) => {
      heard.push(frames.map(({ id }) => id));
      return new Promise<void>((resolve) => (goOn = resolve));
    },
    never,
  );
  live.saved(next("Two", 2));
  live.saved(next("Three", 3));
  expect(heard).toEqual([[1]]);
  goOn();
  await expect.poll(() => heard).toEqual([[1], [2, 3]]);
  live.end(next("Four", 4));
  goOn();
  await expect.poll(() => heard).toEqual([[1], [2, 3], [4]]);
  goOn();
  await listening;
});

it("tells nothing after the listener has left", async () => {
  const live = begun("One");
  const leave = new AbortController();
  const heard: number[] = [];
  const listening = live.tellAfter(
    0,
    (frames) => void heard.push(...frames.map(({ id }) => id)),
    leave.signal,
  );
  leave.abort();
  await listening;
  live.saved(next("Two", 2));
  expect(heard).toEqual([1]);
});
