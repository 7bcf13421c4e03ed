/**
 * How long a task's words may be. The schemas that say so are not loaded by the page, so their limits stand here a
 * second time, and the compiler compares them.
 */
import type { DESCRIPTION_MAX, TITLE_MAX } from "@/lib/tasks/schema";

const TITLE: typeof TITLE_MAX = 200;
const NOTE: typeof DESCRIPTION_MAX = 5000;

/** Why a title and a note cannot be saved, as a sentence; null when they can. */
export const problemOf = ({
  title,
  description,
}: {
  title: string;
  description: string;
}): string | null => {
  // Counted as the contract counts: in code points.
  if (Array.from(title.trim()).length > TITLE) {
    return `The title may have at most ${TITLE} characters.`;
  }
  return Array.from(description.trim()).length > NOTE
    ? `The note may have at most ${NOTE.toLocaleString("en-US")} characters.`
    : null;
};
