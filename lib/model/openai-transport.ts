/**
 * The `fetch` that the SDK is given: undici's plain requests, whose bodies are Node streams. What a web stream costs for each of its
 * reads, a stream of words costs for each word. Called by `openai.ts`; `openai-frames.ts` takes the body from here.
 */
import type { Readable } from "node:stream";
import { Agent, type Dispatcher, interceptors } from "undici";

/** Of a server that has moved, as with `http` and `https`. */
const MAX_REDIRECTIONS = 5;

const headersOf = ({ headers }: Dispatcher.ResponseData): [string, string][] =>
  Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );

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
 * A `fetch` for the SDK. Takes strings as bodies, follows redirections, and asks for an answer that is not compressed. Rejects with
 * undici's errors (their `code` says what it was), or as aborted.
 */
export const createFetch = (): typeof fetch => {
  const dispatcher = new Agent().compose(
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
    return answer.statusCode < 400
      ? new StreamedResponse(answer.body, response)
      : new Response(await answer.body.text(), response);
  };
};
