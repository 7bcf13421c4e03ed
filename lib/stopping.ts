/**
 * When this process has been told to stop: streams that would go on for ever end then, so that it needn't wait for
 * them. Whoever serves ends the process itself (`scripts/boot/serve.mjs`, or the platform).
 */
const globals = globalThis as typeof globalThis & { errandStopping?: AbortController };

/** Aborted at the first SIGTERM or SIGINT. */
export const stopping = (): AbortSignal => {
  if (!globals.errandStopping) {
    const controller = new AbortController();
    globals.errandStopping = controller;
    const stop = () => controller.abort();
    process.once("SIGTERM", stop);
    process.once("SIGINT", stop);
  }
  return globals.errandStopping.signal;
};
