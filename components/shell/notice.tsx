/** A page that could not be shown: what happened, and the way back. */
import Link from "next/link";
import type { ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Mark } from "./mark";

export const Notice = ({
  title,
  inside = false,
  children,
  action,
}: {
  title: string;
  /** The app is around it and has the page's heading. */
  inside?: boolean;
  children: ReactNode;
  /** A first thing to try, before the way home. */
  action?: ReactNode;
}) => (
  <div className="flex max-w-100 flex-col items-start px-6 py-16">
    {inside ? (
      <h2 className="text-18 font-semibold">{title}</h2>
    ) : (
      <>
        <Mark className="size-9" />
        <h1 className="mt-5 text-24 font-semibold tracking-tight">{title}</h1>
      </>
    )}
    <p className="mt-2 text-15 text-ink-soft">{children}</p>
    <div className="mt-6 flex flex-wrap gap-2">
      {action}
      <Link href="/" className={buttonClass({ variant: action ? "quiet" : "primary" })}>
        Go to Errand
      </Link>
    </div>
  </div>
);
