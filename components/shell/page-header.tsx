"use client";
/**
 * The bar on top of a page's main part: its title (the page's h1) and, where the panes are drawers, the buttons that
 * open them. Every page of the app renders one. The browser's tab says the same.
 */
import { ListTodo, PanelLeft } from "lucide-react";
import { useEffect, type ReactNode } from "react";
import { buttonClass } from "@/components/ui/button";
import { Chip } from "@/components/ui/chip";
import { IconButton } from "@/components/ui/icon-button";
import { PANES } from "./landmarks";

export const PageHeader = ({ title, taskCount }: { title: string; taskCount?: ReactNode }) => {
  // The title can change while the page stays: a conversation is begun, renamed, or left for a new one.
  useEffect(() => {
    document.title = `${title} · Errand`;
  }, [title]);

  return (
    <header className="flex shrink-0 items-center gap-1 border-b border-line ps-2 pe-2 pt-[env(safe-area-inset-top)] md:ps-5 lg:pe-5">
      <IconButton
        label="Conversations"
        popoverTarget={PANES.conversations.id}
        icon={<PanelLeft aria-hidden="true" className="size-5" />}
        className="md:hidden"
      />
      <div className="flex h-14 min-w-0 flex-1 items-center">
        <h1 dir="auto" title={title} className="truncate text-15 font-semibold">
          {title}
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
