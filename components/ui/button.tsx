/**
 * The button, and `buttonClass` for a link that looks like one.
 * Used by every form and dialog; `busy` keeps the button's width and announces that something is under way.
 */
import clsx from "clsx";
import type { ComponentProps } from "react";
import { Spinner } from "./spinner";

export type ButtonVariant = "primary" | "quiet" | "plain" | "danger";
export type ButtonSize = "sm" | "md" | "lg";

const VARIANT: Record<ButtonVariant, string> = {
  primary: "bg-accent text-on-accent hover:bg-accent-hover",
  quiet: "border border-line bg-raised text-ink hover:border-line-strong hover:bg-hover",
  plain: "text-ink-soft hover:bg-hover hover:text-ink",
  danger: "bg-danger text-on-accent hover:bg-danger-hover",
};

const SIZE: Record<ButtonSize, string> = {
  sm: "h-8 px-2.5 text-13 pointer-coarse:h-11 pointer-coarse:px-3.5",
  md: "h-9 px-3.5 text-14 pointer-coarse:h-11",
  lg: "h-11 px-4 text-15",
};

/** The classes of a button, for `<Link className={buttonClass({ variant: "primary" })}>`. */
export const buttonClass = ({
  variant = "quiet",
  size = "md",
}: { variant?: ButtonVariant; size?: ButtonSize } = {}): string =>
  clsx(
    "relative inline-flex shrink-0 items-center justify-center gap-2 rounded-control font-medium whitespace-nowrap transition-colors select-none disabled:opacity-60",
    VARIANT[variant],
    SIZE[size],
  );

export type ButtonProps = ComponentProps<"button"> & {
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Something this button began is under way: it cannot be pressed again, but keeps the focus. */
  busy?: boolean;
};

export const Button = ({
  variant,
  size,
  busy = false,
  className,
  children,
  onClick,
  ...props
}: ButtonProps) => (
  <button
    type="button"
    {...props}
    // Not `disabled`: that would drop the focus and silence the button for screen readers.
    aria-disabled={busy || undefined}
    aria-busy={busy || undefined}
    onClick={busy ? (event) => event.preventDefault() : onClick}
    className={clsx(buttonClass({ variant, size }), busy && "cursor-progress", className)}
  >
    {busy && (
      <span className="absolute inset-0 grid place-items-center">
        <Spinner />
      </span>
    )}
    <span className={clsx("inline-flex items-center gap-2", busy && "opacity-0")}>{children}</span>
  </button>
);
