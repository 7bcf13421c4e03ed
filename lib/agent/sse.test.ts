import { describe, expect, it } from "vitest";
import type { NumberedEvent } from "./events";
import { encodeFrame, frameOf, KEEP_ALIVE, readEvents } from "./sse";

const encode = (event: NumberedEvent) => encodeFrame(frameOf(event));

const bytes = (text: string) => new TextEncoder().encode(text);

/** A body that hands over `text` in chunks of `size` bytes. */
const bodyOf = (text: string, size = Number.POSITIVE_INFINITY): ReadableStream<Uint8Array> => {
  const all = bytes(text);
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at >= all.length) return controller.close();
      const end = Math.min(at + size, all.length);
      controller.enqueue(all.slice(at, end));
      at = end;
    },
  });
};

const collect = async (body: ReadableStream<Uint8Array>): Promise<NumberedEvent[]> => {
  const events: NumberedEvent[] = [];
  for await (const event of readEvents(body)) events.push(event);
  return events;
};

const EVENTS: NumberedEvent[] = [
  {
    id: 1,
    event: {
      type: "turn.started",
      turn_id: "019a0000-0000-7000-8000-000000000001",
      conversation_id: "019a0000-0000-7000-8000-000000000002",
      user_message_id: "019a0000-0000-7000-8000-000000000003",
      message_id: "019a0000-0000-7000-8000-000000000004",
    },
  },
  { id: 2, event: { type: "text.delta", text: 'Zeile 1\r\nZeile 2\n\ndata: x "🥚"  é' } },
  {
    id: 3,
    event: { type: "tool.started", call_id: "a", tool: "add_task", arguments: { title: "Eggs" } },
  },
];

describe("encodeFrame", () => {
  it("writes id, type and one line of JSON that repeats the type", () => {
    expect(encode({ id: 7, event: { type: "text.delta", text: "a\nb" } })).toBe(
      'id: 7\nevent: text.delta\ndata: {"type":"text.delta","text":"a\\nb"}\n\n',
    );
  });
});

describe("readEvents", () => {
  it.each([1, 2, 3, 7, 64, 4096])("reads what was written, in chunks of %i bytes", async (size) => {
    const wire = EVENTS.map(encode).join("");
    expect(await collect(bodyOf(wire, size))).toEqual(EVENTS);
  });

  it("skips keep-alives and types that it does not know", async () => {
    const wire = [
      KEEP_ALIVE,
      encode(EVENTS[0]!),
      'id: 2\nevent: hologram\ndata: {"type":"hologram"}\n\n',
      'id: 3\nevent: toString\ndata: {"type":"toString"}\n\n',
      KEEP_ALIVE,
      encode(EVENTS[1]!),
    ].join("");
    expect((await collect(bodyOf(wire))).map(({ id }) => id)).toEqual([1, 2]);
  });

  it("drops an event that the connection cut off", async () => {
    const wire = EVENTS.map(encode).join("");
    expect(await collect(bodyOf(wire.slice(0, -3), 16))).toEqual(EVENTS.slice(0, 2));
  });

  it("throws on data that is not JSON", async () => {
    await expect(collect(bodyOf("id: 1\nevent: text.delta\ndata: {oh\n\n"))).rejects.toThrow(
      SyntaxError,
    );
  });

  it("throws the error of a lost connection, after what had arrived", async () => {
    let pulls = 0;
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        pulls += 1;
        if (pulls === 1) controller.enqueue(bytes(encode(EVENTS[0]!)));
        else controller.error(new TypeError("connection reset"));
      },
    });
    const seen: number[] = [];
    const reading = (async () => {
      for await (const { id } of readEvents(body)) seen.push(id);
    })();
    await expect(reading).rejects.toThrow("connection reset");
    expect(seen).toEqual([1]);
  });

  it("closes the body when the reader leaves", async () => {
    let cancelled = false;
    const body = new ReadableStream<Uint8Array>({
      start: (controller) => controller.enqueue(bytes(EVENTS.map(encode).join(""))),
      cancel: () => {
        cancelled = true;
      },
    });
    for await (const { id } of readEvents(body)) {
      expect(id).toBe(1);
      break;
    }
    expect(cancelled).toBe(true);
  });
});
