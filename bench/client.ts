/**
 * The bench's own client: node:http, kept-alive connections, and nothing done between two reads but taking the time;
 * what was read is taken apart afterwards.
 */
import { Agent, request } from "node:http";
import type { Plan } from "./plan";

/** Milliseconds of `performance.now()`. */
type Read = { at: number; bytes: Buffer };

const agent = new Agent({ keepAlive: true, maxSockets: Infinity });

export type Asked = { url: string; body: object | null; headers?: Record<string, string> };

export type Answered = { begun: number; reads: Read[]; ended: number; status: number };

/** One request: a POST of `body`, or a GET without one. Rejects when the connection breaks. */
export const send = ({ url, body, headers }: Asked): Promise<Answered> =>
  new Promise((resolve, reject) => {
    const json = body === null ? null : JSON.stringify(body);
    const reads: Read[] = [];
    const outgoing = request(
      url,
      {
        agent,
        method: json === null ? "GET" : "POST",
        headers: {
          ...headers,
          ...(json !== null && {
            "content-type": "application/json",
            "content-length": Buffer.byteLength(json),
          }),
        },
      },
      (incoming) => {
        incoming.on("data", (bytes: Buffer) => reads.push({ at: performance.now(), bytes }));
        incoming.on("error", reject);
        incoming.once("end", () => {
          resolve({ begun, reads, ended: performance.now(), status: incoming.statusCode ?? 0 });
        });
      },
    );
    outgoing.on("error", reject);
    const begun = performance.now();
    outgoing.end(json ?? undefined);
  });

/** An answer's body; throws when its status is not 2xx. */
export const bodyOf = ({ reads, status }: Answered): string => {
  const text = Buffer.concat(reads.map(({ bytes }) => bytes)).toString("utf8");
  if (status < 200 || status > 299) throw new Error(`Answered ${status}: ${text.slice(0, 500)}`);
  return text;
};

/** What a listener heard, in milliseconds. */
export type Heard = {
  text: string;
  firstTextMs: number;
  totalMs: number;
  /** From each arrival of text to the next. */
  gapsMs: number[];
};

/** The text in the `data` of one server-sent event; "" in one that has none. */
export type TextOf = (data: string) => string;

/** Takes an answered stream apart. Throws when it is none, or holds no text. */
export const hear = (answered: Answered, textOf: TextOf): Heard => {
  bodyOf(answered);
  const decoder = new TextDecoder();
  const arrivals: number[] = [];
  let text = "";
  let rest = "";
  for (const { at, bytes } of answered.reads) {
    const frames = (rest + decoder.decode(bytes, { stream: true })).split("\n\n");
    rest = frames.pop() ?? "";
    const said = frames
      .map((frame) => frame.split("\n").find((line) => line.startsWith("data: ")))
      .map((line) => (line ? textOf(line.slice("data: ".length)) : ""))
      .join("");
    if (said !== "") arrivals.push(at);
    text += said;
  }
  const first = arrivals[0];
  if (first === undefined) throw new Error("There was no text in the answer.");
  return {
    text,
    firstTextMs: first - answered.begun,
    totalMs: answered.ended - answered.begun,
    gapsMs: arrivals.slice(1).map((at, index) => at - (arrivals[index] ?? at)),
  };
};

/** Somebody to ask, and how their stream is read. */
export type Target = { name: string; asked(plan: Plan): Asked; textOf: TextOf };

/** Sends a plan to a target and takes the answer apart. */
export const ask = async (target: Target, plan: Plan): Promise<Heard> =>
  hear(await send(target.asked(plan)), target.textOf);
