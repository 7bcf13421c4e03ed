/**
 * What a run asks the mock model for. The plan travels inside the person's message, so that it arrives the same
 * whichever way the message goes: straight to the model, through the app, or through the bare route.
 */

/** Times in milliseconds. */
export type Plan = {
  /** How long the model waits before its first chunk. */
  delayMs: number;
  chunks: number;
  /** From one chunk to the next; 0 sends them at once. */
  everyMs: number;
};

export const messageFor = ({ delayMs, chunks, everyMs }: Plan): string =>
  `Please wait ${delayMs} ms, then say ${chunks} chunks, ${everyMs} ms apart.`;

const PLAN = /Please wait (\d+) ms, then say (\d+) chunks, (\d+) ms apart\./g;

/** The plan of the last message in a request's body, whatever form the body has; null where there is none. */
export const planIn = (body: string): Plan | null => {
  const last = [...body.matchAll(PLAN)].at(-1);
  if (!last) return null;
  const [delayMs = 0, chunks = 0, everyMs = 0] = last.slice(1).map(Number);
  return { delayMs, chunks, everyMs };
};

/** Each chunk says its number, so that one that is lost or out of order shows. */
export const chunkText = (index: number): string => `chunk ${index} of what I say. `;

export const wholeText = ({ chunks }: Plan): string =>
  Array.from({ length: chunks }, (_, index) => chunkText(index)).join("");
