/**
 * The `fetch` that the SDK is given: undici's plain requests, whose bodies are Node streams. What a web stream costs
 * for each of its reads, a stream of words costs for each word. Called by `openai.ts`; `openai-frames.ts` takes the
 * body from here.
 */
import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { Agent, type Dispatcher, EnvHttpProxyAgent, interceptors } from "undici";

/** Of a server that has moved, as with `http` and `https`. The key is not sent on to another origin. */
const MAX_REDIRECTIONS = 5;

/** What is read of an error's body, in bytes: its codes are in the first few hundred. */
const MAX_ERROR_BYTES = 64 * 1024;

/** A body that nobody reads any more. */
export const leaveBody = (body: Readable): void =>
  void body.once("error", () => undefined).destroy();

const headersOf = ({ headers }: Dispatcher.ResponseData): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );

const UNPACK: Record<string, () => NodeJS.ReadWriteStream & Readable> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The body as it was before it was compressed, by gateways that do so though nobody asked them to. */
const unpacked = ({ body, headers }: Dispatcher.ResponseData): Readable => {
  const unpack = UNPACK[String(headers["content-encoding"] ?? "").toLowerCase()];
  // What breaks one of the two breaks the other, and whoever reads is told.
  return unpack ? pipeline(body, unpack(), () => undefined) : body;
};

/** The beginning of an error's body: what came of it, where it breaks. */
const beginningOf = async (body: Readable): Promise<string> => {
  const parts: Buffer[] = [];
  let length = 0;
  try {
    for await (const part of body) {
      parts.push(part as Buffer);
      length += (part as Buffer).length;
      if (length > MAX_ERROR_BYTES) break;
    }
  } catch {
    // The status is the error; its body only says more of it.
  }
  return Buffer.concat(parts).toString("utf8");
};

/** A successful answer whose body is read as `stream`, and not as a web stream. */
class StreamedResponse extends Response {
  constructor(
    readonly stream: Readable,
    init: ResponseInit,
  ) {
    super(null, init);
  }
}

/** The body of an answer that `createFetch`'s function gave; undefined where there is none. */
export const bodyOf = (response: Response): Readable | undefined =>
  response instanceof StreamedResponse ? response.stream : undefined;

/**
 * A `fetch` for the SDK. Takes strings as bodies, follows redirections, and unpacks what is compressed; `viaProxy` goes
 * by `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`. Rejects with undici's errors (their `code` says what it was), or as
 * aborted.
 */
export const createFetch = ({ viaProxy }: { viaProxy: boolean }): typeof fetch => {
  const dispatcher = (viaProxy ? new EnvHttpProxyAgent() : new Agent()).compose(
    interceptors.redirect({ maxRedirections: MAX_REDIRECTIONS }),
  );
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : input);
    const answer = await dispatcher.request({
      origin: url.origin,
      path: url.pathname + url.search,
      method: (init.method ?? "GET").toUpperCase(),
      headers: { "accept-encoding": "identity", ...Object.fromEntries(new Headers(init.headers)) },
      body: typeof init.body === "string" ? init.body : null,
      signal: init.signal,
    });
    const response = { status: answer.statusCode, headers: headersOf(answer) };
    if (answer.statusCode < 300) return new StreamedResponse(unpacked(answer), response);
    if (answer.statusCode >= 400)
      return new Response(await beginningOf(unpacked(answer)), response);
    // A redirection that leads nowhere.
    leaveBody(answer.body);
    return new Response(null, response);
  };
};
