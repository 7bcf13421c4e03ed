/** Signs that something is under way. Decoration only: whoever uses them says it in words as well. */
import clsx from "clsx";

/** A turning ring, in the colour of the text around it. */
export const Spinner = ({ className }: { className?: string }) => (
  <svg
    aria-hidden="true"
    viewBox="0 0 16 16"
    className={clsx("size-4 animate-spin motion-reduce:animate-none", className)}
  >
    <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="2" opacity="0.25" />
    <path
      d="M8 2a6 6 0 0 1 6 6"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
    />
  </svg>
);

/** A breathing dot: quieter than a spinner, for a line of text that waits. */
export const ProgressDot = ({ className }: { className?: string }) => (
  <span
    aria-hidden="true"
    className={clsx(
      "inline-block size-2 animate-pulse rounded-full bg-accent motion-reduce:animate-none",
      className,
    )}
  />
);
