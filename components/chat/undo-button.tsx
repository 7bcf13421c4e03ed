"use client";
/** Undo at the end of a receipt's line; Redo once it is undone. There for the pointer, the keyboard and touch alike. */
import { Spinner } from "@/components/ui/spinner";
import { spokenLine, type ReceiptLine } from "./receipt";

export const UndoButton = ({
  line,
  undone,
  busy,
  onPress,
}: {
  line: ReceiptLine;
  undone: boolean;
  busy: boolean;
  onPress: () => void;
}) => (
  <button
    type="button"
    // Begins with the word that is seen, for those who speak to the page.
    aria-label={`${undone ? "Redo" : "Undo"}: ${spokenLine(line)}`}
    aria-disabled={busy || undefined}
    aria-busy={busy || undefined}
    onClick={busy ? undefined : onPress}
    className="relative h-7 shrink-0 rounded-control px-2 text-13 font-medium text-accent-ink transition-colors hover:bg-hover pointer-coarse:h-11 pointer-coarse:px-3"
  >
    <span className={busy ? "opacity-0" : undefined}>{undone ? "Redo" : "Undo"}</span>
    {busy && <Spinner className="absolute inset-0 m-auto size-4" />}
  </button>
);
