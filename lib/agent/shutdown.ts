/**
 * What becomes of turns when this process is told to stop: no new ones begin; those that run have a moment to finish,
 * and are then closed as interrupted, with what they had, to be tried again elsewhere.
 */
import { AppError } from "@/lib/errors";
import { stopping } from "@/lib/stopping";
import { liveTurns } from "./live-turn";

/** How long running turns may go on; `scripts/boot/serve.mjs` waits a little longer before it ends the process. */
const GRACE_MS = 5000;

/** Another process has taken over by then, where there is one. */
const RETRY_AFTER_SECONDS = 5;

/** Throws `shutting_down` once this process was told to stop. */
export const refuseWhenStopping = (): void => {
  if (!stopping().aborted) return;
  const message = "This server is being restarted. Send it again in a few seconds.";
  throw new AppError("shutting_down", message, { retryAfterSeconds: RETRY_AFTER_SECONDS });
};

/** Called once at the start. */
export const endTurnsWhenStopping = (): void => {
  stopping().addEventListener("abort", () => {
    setTimeout(() => {
      for (const live of liveTurns().values()) live.interrupt();
    }, GRACE_MS);
  });
};
