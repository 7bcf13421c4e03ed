/** A button that shows only an icon: it always has a name, and 44 px on a touch screen. */
import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

export type IconButtonProps = Omit<ComponentProps<"button">, "children" | "aria-label"> & {
  /** What it does, for screen readers and as a hint under the pointer. */
  label: string;
  /** A 16–20 px icon. */
  icon: ReactNode;
  size?: "sm" | "md";
};

/** The classes of an icon button, for links and menu triggers that look like one. */
export const iconButtonClass = (size: "sm" | "md" = "md"): string =>
  clsx(
    "inline-grid shrink-0 place-items-center rounded-control text-ink-soft transition-colors hover:bg-hover hover:text-ink disabled:opacity-50 aria-expanded:bg-hover aria-expanded:text-ink pointer-coarse:size-11",
    size === "sm" ? "size-7" : "size-9",
  );

export const IconButton = ({ label, icon, size, className, ...props }: IconButtonProps) => (
  <button
    type="button"
    title={label}
    {...props}
    aria-label={label}
    className={clsx(iconButtonClass(size), className)}
  >
    {icon}
  </button>
);
