/** The API, for people who write programs: what `/api/openapi.json` says, to read and to try. */
import type { Metadata } from "next";
import Link from "next/link";
import { ApiReference } from "@/components/docs/api-reference";
import { Mark } from "@/components/shell/mark";
import { buttonClass } from "@/components/ui/button";

export const metadata: Metadata = { title: "API" };

const DocsPage = () => (
  <div className="min-h-dvh">
    <header className="border-b border-line">
      <div className="mx-auto flex min-h-14 max-w-280 flex-wrap items-center gap-x-3 px-5 pt-[env(safe-area-inset-top)]">
        <Mark className="size-7" />
        <h1 className="flex-1 text-15 font-semibold">Errand API</h1>
        <a href="/api/openapi.json" className={buttonClass({ variant: "plain", size: "sm" })}>
          openapi.json
        </a>
        <Link href="/" className={buttonClass({ variant: "plain", size: "sm" })}>
          Open Errand
        </Link>
      </div>
    </header>
    <main className="mx-auto max-w-280">
      <ApiReference />
    </main>
  </div>
);

export default DocsPage;
