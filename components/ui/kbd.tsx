/** A key of the keyboard, as in "Press Enter to send". */
import type { ReactNode } from "react";

export const Kbd = ({ children }: { children: ReactNode }) => (
  <kbd className="inline-block min-w-5 rounded-[5px] border border-line bg-surface px-1 text-center font-sans text-12 text-ink-soft">
    {children}
  </kbd>
);
