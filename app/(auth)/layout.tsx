/** The pages for who is not signed in: the form, and beside it, where there is room, what Errand is. */
import type { ReactNode } from "react";
import { Example } from "@/components/auth/example";
import { Mark } from "@/components/shell/mark";

const AuthLayout = ({ children }: { children: ReactNode }) => (
  <div className="grid min-h-dvh lg:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]">
    <main className="flex flex-col px-6 pt-[max(1.5rem,env(safe-area-inset-top))] pb-[max(1.5rem,env(safe-area-inset-bottom))]">
      <div className="flex items-center gap-2.5 text-15 font-semibold">
        <Mark className="size-7" />
        Errand
      </div>
      <div className="mx-auto w-full max-w-90 pt-[10dvh] pb-10 md:my-auto md:pt-10">{children}</div>
    </main>
    <aside
      aria-label="What Errand does"
      className="hidden place-items-center border-s border-line bg-surface px-10 lg:grid"
    >
      <Example />
    </aside>
  </div>
);

export default AuthLayout;
