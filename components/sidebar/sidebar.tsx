"use client";
/** The left pane: a new conversation, the ones there are, and the account. */
import { SquarePen } from "lucide-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { Mark } from "@/components/shell/mark";
import { buttonClass } from "@/components/ui/button";
import type { Me } from "@/lib/users/schema";
import { AccountMenu } from "./account-menu";
import { ConversationList } from "./conversation-list";
import type { ConversationPage } from "./conversation-page";

export const Sidebar = ({
  me,
  conversations,
  renderedAt,
}: {
  me: Me;
  conversations: ConversationPage;
  renderedAt: string;
}) => {
  const pathname = usePathname();
  return (
    <>
      <div className="px-3 pt-3 pb-2">
        <p className="flex h-9 items-center gap-2 px-2 text-15 font-semibold pointer-coarse:h-11">
          <Mark className="size-6" />
          Errand
        </p>
        <Link
          href="/"
          aria-current={pathname === "/" ? "page" : undefined}
          className={`${buttonClass()} mt-2 w-full`}
        >
          <SquarePen aria-hidden="true" className="size-4" />
          New conversation
        </Link>
      </div>
      <h2 className="sr-only">Conversations</h2>
      <div
        data-scroll
        className="relative min-h-0 flex-1 overflow-y-auto overscroll-contain px-3 pt-2 pb-4"
      >
        <ConversationList initial={conversations} timeZone={me.time_zone} renderedAt={renderedAt} />
      </div>
      <div className="border-t border-line p-2 pb-[max(0.5rem,env(safe-area-inset-bottom))]">
        <AccountMenu me={me} />
      </div>
    </>
  );
};
