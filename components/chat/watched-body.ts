/**
 * A stream that fails when its connection is lost without a word, as on a train: when nothing has come for longer than
 * the server is ever silent, or the browser says that there is no network.
 */

/** The server sends something every 15 seconds. */
const SILENCE_MS = 40_000;

export const watchedBody = (body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> => {
  let timer: ReturnType<typeof setTimeout>;
  let lose: () => void = () => undefined;
  const listen = () => {
    clearTimeout(timer);
    timer = setTimeout(lose, SILENCE_MS);
  };
  const stop = () => {
    clearTimeout(timer);
    window.removeEventListener("offline", lose);
  };
  return body.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      start(controller) {
        lose = () => {
          stop();
          controller.error(new TypeError("The connection was lost."));
        };
        window.addEventListener("offline", lose);
        listen();
      },
      transform(chunk, controller) {
        listen();
        controller.enqueue(chunk);
      },
      flush: stop,
    }),
  );
};
