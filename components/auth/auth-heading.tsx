/** The heading of an auth page, with the way to the other one. */
import type { ReactNode } from "react";

export const linkClass =
  "rounded-[4px] font-medium text-accent-ink underline decoration-1 underline-offset-3 hover:decoration-2";

export const AuthHeading = ({ title, children }: { title: string; children: ReactNode }) => (
  <header className="mb-7">
    <h1 className="text-24 font-semibold tracking-tight">{title}</h1>
    <p className="mt-1 text-14 text-ink-soft">{children}</p>
  </header>
);
