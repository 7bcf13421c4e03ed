/** What stands where a list would be: something kind and short, and where it helps, the first step. */
import clsx from "clsx";
import type { ReactNode } from "react";

export const EmptyState = ({
  title,
  children,
  icon,
  action,
  className,
}: {
  title: string;
  children?: ReactNode;
  icon?: ReactNode;
  action?: ReactNode;
  className?: string;
}) => (
  <div className={clsx("flex flex-col items-center px-6 py-10 text-center", className)}>
    {icon && (
      <div aria-hidden="true" className="mb-3 text-ink-soft">
        {icon}
      </div>
    )}
    <p className="text-14 font-medium text-ink">{title}</p>
    {children && <p className="mt-1 max-w-xs text-13 text-balance text-ink-soft">{children}</p>}
    {action && <div className="mt-4">{action}</div>}
  </div>
);
