/** A short fact beside a title: a due date, a priority, a count. Never colour alone: the words say it too. */
import clsx from "clsx";
import type { ReactNode } from "react";

const TONE = {
  neutral: "bg-hover text-ink-soft",
  accent: "bg-accent-soft text-accent-ink",
  overdue: "bg-overdue-soft text-overdue",
  danger: "bg-danger-soft text-danger",
  success: "bg-success-soft text-success",
} as const;

export const Chip = ({
  tone = "neutral",
  icon,
  children,
  className,
}: {
  tone?: keyof typeof TONE;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}) => (
  <span
    className={clsx(
      "inline-flex h-5 max-w-full items-center gap-1 rounded-full px-2 text-12 font-medium whitespace-nowrap tabular-nums",
      TONE[tone],
      className,
    )}
  >
    {icon && <span aria-hidden="true">{icon}</span>}
    {children}
  </span>
);
