/** What went wrong with a whole form; read out when it appears. */
import { CircleAlert } from "lucide-react";
import type { ReactNode } from "react";

export const FormError = ({ children }: { children: ReactNode }) => (
  <div role="alert">
    {children && (
      <p className="flex gap-2.5 rounded-control bg-danger-soft px-3 py-2.5 text-14 text-ink">
        <CircleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-danger" />
        <span>{children}</span>
      </p>
    )}
  </div>
);
