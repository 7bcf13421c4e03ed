"use client";
/**
 * The bar on top of a page's main part: its title (the page's h1) and, where the panes are drawers, the buttons that
 * open them. Every page of the app renders one. The browser's tab says the same.
 */
import { ListTodo, PanelLeft } from "lucide-react";
import { usePathname } from "next/navigation";
import { useEffect, type ReactNode } from "react";
import { useListedTitle } from "@/components/sidebar/use-conversations";
import { buttonClass } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { IconButton } from "@/components/ui/icon-button";
import { PANES } from "./landmarks";

export const PageHeader = ({ title, taskCount }: { title: string; taskCount?: ReactNode }) => {
  // A conversation can be renamed in the list while it is open.
  const openConversation = /^\/c\/([^/]+)/.exec(usePathname())?.[1];
  const shown = useListedTitle(openConversation) ?? title;

  useEffect(() => {
    document.title = `${shown} · Errand`;
  }, [shown]);

  return (
    <header className="flex shrink-0 items-center gap-1 border-b border-line ps-2 pe-2 pt-[env(safe-area-inset-top)] md:ps-5 lg:pe-5">
      <IconButton
        label="Conversations"
        popoverTarget={PANES.conversations.id}
        icon={<PanelLeft aria-hidden="true" className="size-5" />}
        className="md:hidden"
      />
      <div className="flex h-14 min-w-0 flex-1 items-center">
        <h1 dir="auto" title={shown} className="truncate text-15 font-semibold">
          {shown}
        </h1>
      </div>
      <button
        type="button"
        popoverTarget={PANES.tasks.id}
        className={`${buttonClass({ variant: "plain", size: "sm" })} lg:hidden`}
      >
        <ListTodo aria-hidden="true" className="size-5" />
        Tasks
        {taskCount !== undefined && (
          <Chip tone="accent" className="empty:hidden">
            {taskCount}
          </Chip>
        )}
      </button>
    </header>
  );
};
