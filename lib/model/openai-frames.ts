/**
 * From a model server's response to the frames in it: the `data` of server-sent events, or one whole JSON body from
 * a server that does not stream. Called by `openai.ts`; knows bytes and frames, and nothing of what they mean.
 */
import { createParser } from "eventsource-parser";
import { incompleteFault, webPageFault } from "./openai-faults";

/** The longest frame, in characters. A frame of a stream has some hundred; only a whole JSON body comes near. */
export const MAX_FRAME_LENGTH = 2 * 1024 * 1024;

const decode = async function* (body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  // A character may be split between two reads: the decoder keeps its first bytes.
  const decoder = new TextDecoder();
  const reader = body.getReader();
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      yield decoder.decode(value, { stream: true });
    }
  } finally {
    // After the end, or after a failure that the caller sees anyway, there is nothing left to cancel.
    await reader.cancel().catch(() => undefined);
  }
};

const wholeBody = async function* (body: ReadableStream<Uint8Array>): AsyncGenerator<string[]> {
  let text = "";
  for await (const part of decode(body)) {
    text += part;
    if (text.length > MAX_FRAME_LENGTH) throw incompleteFault("answer too large");
  }
  yield [text];
};

const events = async function* (body: ReadableStream<Uint8Array>): AsyncGenerator<string[]> {
  let frames: string[] = [];
  let done = false;
  let tooLong = false;
  const parser = createParser({
    maxBufferSize: MAX_FRAME_LENGTH,
    onEvent: ({ data }) => {
      done ||= data.trim() === "[DONE]";
      if (!done && data.trim() !== "") frames.push(data);
    },
    onError: (error) => {
      tooLong ||= error.type === "max-buffer-size-exceeded";
    },
  });
  const take = (text: string): string[] => {
    frames = [];
    parser.feed(text);
    if (tooLong) throw incompleteFault("frame too large");
    return frames;
  };
  for await (const part of decode(body)) yield take(part);
  // Some servers leave out the blank line after the last frame.
  yield take("\n\n");
};

/**
 * The frames of `response`, those of one read together; an empty list where a read brought none, as with the
 * comments that keep a connection alive. Reads to the very end, past `[DONE]`, so that the connection can serve the
 * next request. Throws a `ModelFault` for a web page or an endless frame, and what the network throws.
 */
export const readFrames = (response: Response): AsyncGenerator<string[]> => {
  const type = response.headers.get("content-type") ?? "";
  if (type.includes("text/html")) {
    void response.body?.cancel();
    throw webPageFault(response.status);
  }
  if (!response.body) throw incompleteFault("no body");
  return type.includes("application/json") ? wholeBody(response.body) : events(response.body);
};
