/** Why a message was not sent, in a sentence for the person who wrote it. */
import { ApiError } from "@/components/api";

const LOST =
  "The connection was lost before the message arrived. Send it again; it will not be sent twice.";

/** A yes or no whose way was broken off. */
export const DECISION_LOST = "The connection was lost. Choose again.";
/** What a turn waits with could not be asked for. */
export const APPROVAL_UNKNOWN = "What waits for your yes could not be loaded. Reload the page.";

/**
 * The sentence near the composer. An error that is no `ApiError` is a stream that broke before its first event:
 * `lost` says what became of what was sent.
 */
export const sentenceOf = (error: unknown, lost = LOST): string => {
  if (!(error instanceof ApiError)) return lost;
  if (error.code === "network") {
    return lost === LOST ? `${error.detail} Your words are kept.` : error.detail;
  }
  if (error.code === "rate_limited" && error.retryAfter !== undefined) {
    const seconds = Math.ceil(error.retryAfter);
    return `That was a lot of messages in a short time. Send it again in ${seconds} ${seconds === 1 ? "second" : "seconds"}.`;
  }
  return error.detail;
};

/** Whether the server may have stored the message although it gave no answer. */
export const mayHaveArrived = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.status >= 500;

/** Whether nobody answered, or only that somebody else will soon: sending it again may be all it takes. */
export const isLost = (error: unknown): boolean =>
  !(error instanceof ApiError) || error.status === 0 || error.code === "shutting_down";
