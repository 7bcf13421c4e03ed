/** There is no such page, or it is another person's: the two look the same. */
import type { Metadata } from "next";
import { Notice } from "@/components/shell/notice";

export const metadata: Metadata = { title: "Not found" };

const NotFound = () => (
  <main className="grid min-h-dvh place-items-center">
    <Notice title="This page isn’t here">
      It may have been deleted, or the address has a slip in it. Your tasks are where you left them.
    </Notice>
  </main>
);

export default NotFound;
