/**
 * The length of a message while it is written. The contract counts Unicode code points; the schema that says so is
 * not loaded by the page, so its limit stands here a second time, and the compiler compares the two.
 */
import type { MESSAGE_MAX } from "@/lib/conversations/schema";

export const LIMIT: typeof MESSAGE_MAX = 10_000;

/** From here on the person is told how much is left. */
const NEAR = 9_000;

/** More than this is not put into the composer at all: it would make typing slow, and could not be sent. */
export const PASTE_MAX = 100_000;

/** Code points of `text` after trimming, or null while it is far from the limit. */
export const lengthNearLimit = (text: string): number | null => {
  // A code point takes one or two units, so a short string need not be counted.
  if (text.length < NEAR) return null;
  const length = Array.from(text.trim()).length;
  return length < NEAR ? null : length;
};
