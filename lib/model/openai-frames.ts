/**
 * From a model server's response to the frames in it: the `data` of server-sent events, or one whole JSON body from
 * a server that does not stream. Called by `openai.ts`; knows bytes and frames, and nothing of what they mean.
 */
import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createParser } from "eventsource-parser";
import { incompleteFault, webPageFault } from "./openai-faults";
import { bodyOf, leaveBody } from "./openai-transport";

/** The longest frame, in characters. A frame of a stream has some hundred; only a whole JSON body comes near. */
export const MAX_FRAME_LENGTH = 2 * 1024 * 1024;

/** Takes a body's text piece by piece, and gives the frames that are complete. */
type Reader = { take(text: string): string[]; end(): string[] };

const wholeBody = (): Reader => {
  let text = "";
  return {
    take(part) {
      text += part;
      if (text.length > MAX_FRAME_LENGTH) throw incompleteFault("answer too large");
      return [];
    },
    end: () => [text],
  };
};

const events = (): Reader => {
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
  // Some servers leave out the blank line after the last frame.
  return { take, end: () => take("\n\n") };
};

/**
 * Hands the frames of `response` to `hear` as they come, those of one read together; an empty list where a read brought
 * none, as with the comments that keep a connection alive. Reads to the very end, past `[DONE]`, so that the connection
 * can serve the next request. Throws a `ModelFault` for a web page or an endless frame, what the network throws, and
 * what `hear` does, which ends the request.
 */
export const readFrames = async (
  response: Response,
  hear: (frames: string[]) => void,
): Promise<void> => {
  const type = response.headers.get("content-type") ?? "";
  const body = bodyOf(response);
  if (type.includes("text/html")) {
    if (body) leaveBody(body);
    throw webPageFault(response.status);
  }
  if (!body) throw incompleteFault("no body");
  const reader = type.includes("application/json") ? wholeBody() : events();
  // A character may be split between two reads: the decoder keeps its first bytes.
  const decoder = new TextDecoder();
  const listener = new Writable({
    write(bytes: Buffer, _encoding, done) {
      try {
        hear(reader.take(decoder.decode(bytes, { stream: true })));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
  });
  await pipeline(body, listener);
  hear(reader.end());
};
